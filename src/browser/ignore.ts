import { given, warning, type SettingProblem } from '../model/index.ts'
import type { BundleHit } from './find-matches.ts'

/** Looked for in the workspace, then in the folder that is searched. */
export const IGNORE_FILE = '.openai-preflight-ignore'

/** Each hit is held against each line. */
const MAX_LENGTH = 32 * 1024

const KINDS: readonly string[] = ['key', 'api-call', 'browser-switch']

/** One line: `glob [kind] # reason`. A line without a reason is a problem and ignores nothing. */
export interface IgnoreEntry {
  readonly glob: string
  readonly kind?: string
  readonly reason: string
  readonly matches: (file: string) => boolean
}

export function readIgnoreFile(
  text: string,
  name: string,
): { readonly entries: readonly IgnoreEntry[]; readonly problems: readonly SettingProblem[] } {
  const entries: IgnoreEntry[] = []
  const problems: SettingProblem[] = []
  if (text.length > MAX_LENGTH)
    problems.push(problem(name, `is not read behind its first ${MAX_LENGTH} characters`))
  for (const [index, line] of text.slice(0, MAX_LENGTH).split(/\r?\n/).entries()) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const parsed = readLine(trimmed)
    if (typeof parsed !== 'string') entries.push(parsed)
    else problems.push(problem(`${name}:${index + 1}:1`, parsed))
  }
  return { entries, problems }
}

function readLine(line: string): IgnoreEntry | string {
  const [left = '', ...rest] = line.split(/\s#/)
  const reason = rest.join(' #').trim()
  const [glob = '', kind, ...more] = left.trim().split(/\s+/)
  if (reason === '') return 'gives no reason, so nothing is ignored by it'
  if (more.length > 0) return 'has more than a glob and a kind before the reason'
  if (kind !== undefined && !KINDS.includes(kind))
    return `names the kind "${kind}", which does not exist`
  if (glob.length > LONGEST_GLOB || glob.split('**').length > MOST_DEEP)
    return `has a glob of more than ${LONGEST_GLOB} characters or ${MOST_DEEP - 1} times **`
  return {
    glob,
    ...given({ kind }),
    reason,
    matches: globMatcher(glob),
  }
}

export function isIgnored(
  hit: BundleHit,
  entries: readonly IgnoreEntry[],
  inFolder: string,
): boolean {
  const names = [hit.file, inFolder, ...(hit.original === undefined ? [] : [hit.original.file])]
  return entries.some(
    (entry) => (entry.kind === undefined || entry.kind === hit.kind) && names.some(entry.matches),
  )
}

/** Globs of people are shorter; each star may multiply the work. */
const LONGEST_GLOB = 200
const MOST_DEEP = 9

/**
 * `*` and `?` stay within a folder, `**` does not; a glob without a slash matches at any depth. Folder
 * by folder with a table of what can be reached, so the time is the product of both lengths.
 */
function globMatcher(glob: string): (file: string) => boolean {
  const anchored = glob.replace(/^\.?\//, '')
  const deep = anchored.includes('/') ? anchored : `**/${anchored}`
  const parts = (deep.endsWith('/') ? `${deep}**` : deep).split('/')
  return (file) => {
    const folders = file.split('/')
    let reached = new Set([0])
    for (const part of parts) {
      const next = new Set<number>()
      for (const at of reached) {
        if (part === '**') for (let to = at; to <= folders.length; to += 1) next.add(to)
        else if (nameMatches(part, folders[at] ?? '') && at < folders.length) next.add(at + 1)
      }
      reached = next
    }
    return reached.has(folders.length)
  }
}

/** `*` and `?` within one name, with the last star as the only place to go back to. */
function nameMatches(part: string, name: string): boolean {
  let at = 0
  let from = 0
  let star = -1
  let mark = 0
  while (from < name.length) {
    if (part[at] === '*') {
      star = at
      mark = from
      at += 1
    } else if (part[at] === '?' || part[at] === name[from]) {
      at += 1
      from += 1
    } else if (star >= 0) {
      at = star + 1
      mark += 1
      from = mark
    } else return false
  }
  return /^\**$/.test(part.slice(at))
}

function problem(setting: string, message: string): SettingProblem {
  return warning('config.ignore_file_invalid', setting, {
    message: `This line ${message}.`,
    fix: `Write the line as "glob [${KINDS.join(' | ')}] # reason".`,
  })
}
