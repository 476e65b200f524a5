import type { Checkout } from './detect.ts'
import {
  eachLine,
  linesOf,
  namedAbove,
  parsedJson,
  record,
  textOf,
  type ManifestReader,
  type Named,
} from './manifest.ts'

export const PYTHON_SDKS = ['openai'] as const

/** Packages that send requests to the API through openai-python or httpx. */
const PYTHON_RELATED = [
  'openai-agents',
  'langchain',
  'langchain-openai',
  'llama-index',
  'llama-index-llms-openai',
  'litellm',
  'pydantic-ai',
  'instructor',
  'semantic-kernel',
  'dspy',
  'dspy-ai',
] as const

const NAMES: ReadonlySet<string> = new Set([...PYTHON_SDKS, ...PYTHON_RELATED])

/** PEP 508: name, extras, version specifiers; one `=` is conda's. */
const REQUIREMENT =
  /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[=<>!~]=?=?\s*[\w.*+!-]+\s*,?\s*)*)/

export const PYTHON_READERS: readonly ManifestReader[] = [
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/,
    speaks: true,
    read: (text) => eachLine(text, (line) => requirement(line.trim())),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)environment\.ya?ml$/,
    read: (text) => eachLine(text, (line) => requirement(/^\s*-\s+(\S.*)$/.exec(line)?.[1] ?? '')),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)setup\.(py|cfg)$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) =>
        /^\s*name\s*=/.test(line) ? [] : [...requirement(line.trim()), ...quoted(line)],
      ),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)(pyproject\.toml|Pipfile)$/,
    speaks: true,
    read: toml,
  },
  {
    client: 'python',
    in: 'lock',
    file: /(^|\/)(poetry|uv|pdm)\.lock$/,
    read: (text) =>
      namedAbove(
        text,
        (line) => /^name = "([^"]+)"/.exec(line)?.[1],
        /^version = "([^"]+)"/,
      ).flatMap(([name, version]) => known(name, version)),
  },
  {
    client: 'python',
    in: 'lock',
    file: /(^|\/)Pipfile\.lock$/,
    read: (text) => {
      const json = parsedJson(text)
      const packages = { ...record(json['develop']), ...record(json['default']) }
      return Object.entries(packages).flatMap(([name, entry]) =>
        known(name, textOf(record(entry)['version']).replace(/^==/, '')),
      )
    },
  },
]

/** Tables whose keys are package names: poetry and Pipfile. */
const TABLES_BY_KEY = /^(tool\.poetry\..*dependencies|tool\.poetry\.dependencies|(dev-)?packages)$/
/** Tables whose values are lists of requirements. */
const TABLES_OF_LISTS = /^(project\.optional-dependencies|dependency-groups|tool\.(uv|pdm)(\..+)?)$/

/** As much TOML as a list of dependencies needs: tables, keys, quoted strings. */
function toml(text: string): Named {
  const found: (readonly [string, string])[] = []
  let table = ''
  let key = ''
  for (const line of linesOf(text)) {
    const trimmed = line.trim()
    const heading = headingOf(trimmed)
    if (heading !== undefined) {
      table = heading
      key = ''
      continue
    }
    if (trimmed.startsWith('#')) continue
    const assigned = /^["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(trimmed)
    if (assigned?.[1] !== undefined) key = assigned[1]
    const value = assigned?.[2] ?? ''
    if (TABLES_BY_KEY.test(table)) {
      const version =
        /^["']([^"']*)["']/.exec(value) ?? /version\s*=\s*["']([^"']*)["']/.exec(value)
      if (assigned !== null) found.push(...known(key, version?.[1] ?? ''))
    } else if (TABLES_OF_LISTS.test(table) || (table === 'project' && key === 'dependencies')) {
      found.push(...quoted(assigned === null ? line : value))
    }
  }
  return found
}

/** `[a.b]` and `[[a.b]]`; not a list of strings. */
function headingOf(line: string): string | undefined {
  const heading = /^\[{1,2}([^\]["']+)\]{1,2}\s*(#.*)?$/.exec(line)?.[1]
  return heading?.trim()
}

function quoted(line: string): Named {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap(([, double, single]) =>
    requirement(double ?? single ?? ''),
  )
}

function requirement(text: string): Named {
  const [, name = '', version = ''] = REQUIREMENT.exec(text) ?? []
  const rest = text.slice((REQUIREMENT.exec(text)?.[0] ?? '').length).trim()
  // What follows a requirement is a marker, a comment, an option, a hash, or an address (PEP 508).
  if (rest !== '' && !/^[;#)@\\,"'-]/.test(rest)) return []
  return known(name, version)
}

function known(name: string, version: string): Named {
  // PEP 503
  const normal = name.toLowerCase().replaceAll(/[-_.]+/g, '-')
  return NAMES.has(normal) ? [[normal, version.replaceAll(/\s+|,\s*$/g, '')]] : []
}

/**
 * A version that stands for what a specifier installs: the pinned one, or the newest major below an
 * upper bound. `undefined` when nothing bounds it, because then the newest release is installed.
 */
export function versionOf(specifier: string): string | undefined {
  const exact = /^(?:={1,3}|~=|\^|~)?\s*v?(\d+(?:\.\d+)*)(?:\.\*)?$/.exec(specifier)?.[1]
  if (exact !== undefined) return exact
  const parts = specifier.split(',')
  const pinned = parts.map((part) => /^(?:={1,3}|~=|\^)(\d+(?:\.\d+)*)/.exec(part)?.[1])
  const upper = parts
    .map((part) => /^<=?(\d+)((?:\.\d+)*)/.exec(part))
    .find((part) => part !== null)
  const found = pinned.find((version) => version !== undefined)
  if (found !== undefined) return found
  const major = upper?.[1]
  if (major === undefined) return undefined
  const excluded = upper?.[0].startsWith('<=') === false && /^[.0]*$/.test(upper[2] ?? '')
  return excluded ? String(Math.max(0, Number(major) - 1)) : major
}

/** The httpx that a lock file or a pinned requirement at the top of the checkout installs. */
export function lockedHttpx({ files, readFile }: Checkout): string | undefined {
  return ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'requirements.txt']
    .filter((file) => files.includes(file))
    .map((file) =>
      HTTPX.exec(readFile(file) ?? '')
        ?.slice(1)
        .find(Boolean),
    )
    .find((version) => version !== undefined)
}

/** As TOML, as JSON, and as a requirement. */
const HTTPX =
  /^name = "httpx"\r?\nversion = "([\d.]+)"|^[ \t]*"httpx": \{[^}]{0,2000}?"version": "==([\d.]+)"|^httpx(?:\[[\w,-]*\])?==([\d.]+)/m
