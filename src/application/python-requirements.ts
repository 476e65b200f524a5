import { linesOf, type Named } from './manifest.ts'

/** PEP 508: name, extras, version specifiers; one `=` is conda's. */
const REQUIREMENT =
  /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[=<>!~]=?=?\s*[\w.*+!-]+\s*,?\s*)*)/

/** Tables whose keys are package names: poetry and Pipfile. */
const TABLES_BY_KEY = /^(tool\.poetry\..*dependencies|tool\.poetry\.dependencies|(dev-)?packages)$/
/** Tables whose values are lists of requirements. */
const TABLES_OF_LISTS = /^(project\.optional-dependencies|dependency-groups|tool\.(uv|pdm)(\..+)?)$/

/** As much TOML as a list of dependencies needs: tables, keys, quoted strings. */
export function toml(text: string): Named {
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
      if (assigned !== null) found.push([key, version?.[1] ?? ''])
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

export function quoted(line: string): Named {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'/g)].flatMap(([, double, single]) =>
    requirement(double ?? single ?? ''),
  )
}

export function requirement(text: string): Named {
  const [, name = '', version = ''] = REQUIREMENT.exec(text) ?? []
  const rest = text.slice((REQUIREMENT.exec(text)?.[0] ?? '').length).trim()
  // What follows a requirement is a marker, a comment, an option, a hash, or an address (PEP 508).
  if (rest !== '' && !/^[;#)@\\,"'-]/.test(rest)) return []
  return name === '' ? [] : [[name, version.replace(/,\s*$/, '')]]
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
