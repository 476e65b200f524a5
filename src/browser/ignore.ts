import type { SettingProblem } from '../model/index.ts'
import type { BundleHit } from './sighting.ts'

/** Looked for in the workspace, then in the folder that is searched. */
export const IGNORE_FILE = '.openai-preflight-ignore'

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
  for (const [index, line] of text.split(/\r?\n/).entries()) {
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
  const pattern = globPattern(glob)
  return {
    glob,
    ...(kind === undefined ? {} : { kind }),
    reason,
    matches: (file) => pattern.test(file),
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

/** `*` and `?` stay within a folder, `**` does not; a glob without a slash matches at any depth. */
function globPattern(glob: string): RegExp {
  const anchored = glob.replace(/^\.?\//, '')
  const deep = anchored.includes('/') ? anchored : `**/${anchored}`
  const body = deep
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (wild) => {
      if (wild === '**/') return '(?:[^/]+/)*'
      if (wild === '**') return '.*'
      return wild === '*' ? '[^/]*' : '[^/]'
    })
  return new RegExp(`^${body}${glob.endsWith('/') ? '.*' : ''}$`)
}

function problem(setting: string, message: string): SettingProblem {
  return {
    code: 'config.ignore_file_invalid',
    setting,
    message: `This line ${message}.`,
    fix: `Write the line as "glob [${KINDS.join(' | ')}] # reason".`,
    severity: 'warning',
    owner: 'request',
  }
}
