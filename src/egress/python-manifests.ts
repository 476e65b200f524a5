import { parsedJson, record, textOf, type ManifestReader, type Named } from './manifest.ts'

export const PYTHON_SDKS = ['openai'] as const

/** Packages that send requests to the API through openai-python or httpx. */
export const PYTHON_RELATED = [
  'openai-agents',
  'langchain',
  'langchain-openai',
  'llama-index',
  'llama-index-llms-openai',
  'litellm',
  'pydantic-ai',
  'instructor',
  'semantic-kernel',
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
    read: (text) => text.split(/\r?\n/).flatMap((line) => requirement(line.trim())),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)environment\.ya?ml$/,
    read: (text) =>
      text.split(/\r?\n/).flatMap((line) => requirement(/^\s*-\s+(.+)$/.exec(line)?.[1] ?? '')),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)setup\.(py|cfg)$/,
    read: (text) =>
      text
        .split(/\r?\n/)
        .filter((line) => !/^\s*name\s*=/.test(line))
        .flatMap((line) => [...requirement(line.trim()), ...quoted(line)]),
  },
  { client: 'python', in: 'manifest', file: /(^|\/)(pyproject\.toml|Pipfile)$/, read: toml },
  {
    client: 'python',
    in: 'lock',
    file: /(^|\/)(poetry|uv|pdm)\.lock$/,
    read: (text) =>
      [
        ...text.matchAll(/^\[\[package\]\]\r?\nname = "([^"\n]+)"\r?\nversion = "([^"\n]+)"/gm),
      ].flatMap(([, name = '', version = '']) => known(name, version)),
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
  let table = ''
  let key = ''
  return text.split(/\r?\n/).flatMap((line) => {
    const heading = /^\s*\[+\s*([^\]]+?)\s*\]+\s*(#.*)?$/.exec(line)?.[1]
    if (heading !== undefined && /^\s*\[/.test(line) && !/["']/.test(heading)) {
      table = heading
      key = ''
      return []
    }
    if (/^\s*#/.test(line)) return []
    const assigned = /^\s*["']?([\w.-]+)["']?\s*=\s*(.*)$/.exec(line)
    if (assigned?.[1] !== undefined) key = assigned[1]
    if (TABLES_BY_KEY.test(table)) {
      if (assigned === null) return []
      const value = assigned[2] ?? ''
      const version =
        /^["']([^"']*)["']/.exec(value) ?? /version\s*=\s*["']([^"']*)["']/.exec(value)
      return known(key, version?.[1] ?? '')
    }
    const inList = TABLES_OF_LISTS.test(table) || (table === 'project' && key === 'dependencies')
    return inList ? quoted(assigned?.[2] ?? line) : []
  })
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
