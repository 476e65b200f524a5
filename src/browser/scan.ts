import { fatal, given } from '../model/index.ts'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import type { ClientBundleFacts, Code, Outcome, Secret, SettingProblem } from '../model/index.ts'
import { windowBuffer } from './content.ts'
import { scanFile, type ScannedFile } from './file.ts'
import { codeOf, filesOf, isBelow } from './folder.ts'
import { IGNORE_FILE, isIgnored, readIgnoreFile, type IgnoreEntry } from './ignore.ts'
import { secretForms } from './keys.ts'
import { paceUntil, type Halted } from './pace.ts'
import type { BundleHit, FileHit } from './find-matches.ts'

/** More than anybody reads; the rest is counted. */
const MAX_HITS = 1000
const MAX_LEFT = 20

export interface BundleOptions {
  /** Folder of built front-end files; a relative one is relative to `workspace`. */
  readonly folder: string
  /** Absolute; files inside it are reported relative to it, as annotations need them. */
  readonly workspace: string
  /** Instead of `.openai-preflight-ignore` in the workspace or in the folder. */
  readonly ignoreFile?: string
  /** Secrets of this run: found whatever shape they have. */
  readonly secrets?: readonly Secret[]
  readonly signal?: AbortSignal
  /** When the search ends, through or not; on the clock of `performance.now()`. */
  readonly until?: number
}

/** The kind that is worst to find comes first. */
const CODE_OF: readonly (readonly [BundleHit['kind'], Code])[] = [
  ['key', 'client.key_in_bundle'],
  ['api-call', 'client.direct_api_call'],
  ['browser-switch', 'client.browser_switch'],
]

/**
 * The observation `client-bundle`: searches built front-end files for keys, direct API calls and the
 * SDK's browser switch, in constant memory. It is `ok` only when everything was searched and nothing
 * found. The key itself is in no fact. Nothing that lies in the folder makes it throw.
 */
export async function probeClientBundle(
  options: BundleOptions,
): Promise<Outcome<ClientBundleFacts>> {
  const scan = await scanBundle(options)
  if (scan.status === 'unusable') {
    const { code, message } = scan.problem
    return { status: 'failed', failure: { code, detail: message } }
  }
  const { facts } = scan
  for (const [kind, code] of CODE_OF) {
    const found = facts.hits.filter((hit) => hit.kind === kind)
    const [first] = found
    if (first === undefined) continue
    const place = first.original ?? first
    const more = found.length - 1 + (facts.omitted?.[kind] ?? 0)
    const detail = `${first.what} at ${place.file}:${place.line}${more > 0 ? ` and ${more} more` : ''}`
    return { status: 'failed', failure: { code, detail }, facts }
  }
  const [left] = facts.notSearched ?? []
  if (left === undefined) return { status: 'ok', facts }
  const detail = `${left.what}: ${left.because}`
  return { status: 'failed', failure: { code: 'client.bundle_not_searched', detail }, facts }
}

export type BundleScan =
  | { readonly status: 'scanned'; readonly facts: ClientBundleFacts }
  | { readonly status: 'unusable'; readonly problem: SettingProblem }

export async function scanBundle(options: BundleOptions): Promise<BundleScan> {
  const { folder, workspace, signal, until = Number.POSITIVE_INFINITY } = options
  const given = resolve(workspace, folder)
  let root: string
  let bounds: string
  try {
    root = realpathSync(given)
    if (!statSync(root).isDirectory()) return unusable(`"${folder}" is a file, not a folder.`)
    const around = realpathSync(workspace)
    bounds = isBelow(around, root) ? around : root
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return unusable(`The folder "${folder}" does not exist.`)
    return unusable(`The folder "${folder}" cannot be opened (${code}).`)
  }
  const shownRoot = shownAs(workspace, given)
  const ignore = readIgnore(options, given)
  if ('problem' in ignore) return { status: 'unusable', problem: ignore.problem }
  const pace = paceUntil(until, signal)
  const forms = secretForms(options.secrets ?? [])
  const buffer = windowBuffer()
  const hits = collector(ignore.entries)
  const left: { readonly what: string; readonly because: string }[] = []
  let notListed = 0
  const leave = (what: string, because: string): void => {
    if (left.length < MAX_LEFT) left.push({ what, because })
    else notListed++
  }
  let files = 0
  let bytes = 0
  let halted: Halted | undefined
  for (const { name, passedOver } of filesOf(root, bounds)) {
    const shown = posix.join(shownRoot, name)
    if ((halted = await pace()) !== undefined) {
      left.unshift({ what: `${shown} and what comes after it`, because: reasonOf(halted) })
      break
    }
    if (passedOver !== undefined) {
      leave(shown, passedOver)
      continue
    }
    let scanned: ScannedFile
    try {
      scanned = await scanFile({ root, name, shown }, forms, buffer, pace)
    } catch (error) {
      leave(shown, `it cannot be read (${codeOf(error)})`)
      continue
    }
    files++
    bytes += scanned.bytes
    hits.add(scanned, name)
    if (scanned.left !== undefined) leave(shown, scanned.left)
    if (scanned.halted === undefined) continue
    left.unshift({
      what: `the rest of ${shown} and what comes after it`,
      because: reasonOf(scanned.halted),
    })
    break
  }
  if (files === 0 && left.length === 0)
    return unusable(`The folder "${folder}" holds no front-end files, so nothing was searched.`)
  const { problems } = ignore
  return {
    status: 'scanned',
    facts: {
      files,
      bytes,
      ...hits.all(),
      ...(left.length === 0 ? {} : { notSearched: left }),
      ...(notListed === 0 ? {} : { notSearchedBesides: notListed }),
      ...(problems.length === 0 ? {} : { problems }),
    },
  }
}

function reasonOf(halted: Halted): string {
  return halted === 'cancelled' ? 'the run was cancelled' : 'the time of the search was up'
}

/** Keeps what is listed, the keys of all files before everything else, and counts the rest. */
function collector(ignored: readonly IgnoreEntry[]) {
  const kept: Record<BundleHit['kind'], FileHit[]> = {
    key: [],
    'api-call': [],
    'browser-switch': [],
  }
  const omitted: Record<BundleHit['kind'], number> = { key: 0, 'api-call': 0, 'browser-switch': 0 }
  let passed = 0
  let callsGemini = false
  return {
    add(scanned: ScannedFile, name: string): void {
      callsGemini ||= scanned.callsGemini
      omitted['api-call'] += scanned.omitted
      for (const hit of scanned.hits) {
        if (isIgnored(hit, ignored, name)) passed++
        else if (kept[hit.kind].length < MAX_HITS * 2) kept[hit.kind].push(hit)
        else omitted[hit.kind]++
      }
    },
    all(): Pick<ClientBundleFacts, 'hits' | 'ignored' | 'omitted'> {
      const found = CODE_OF.flatMap(([kind]) =>
        withoutCopies(kept[kind].filter((hit) => hit.needsGemini !== true || callsGemini)),
      )
      for (const hit of found.slice(MAX_HITS)) omitted[hit.kind]++
      const counted = Object.entries(omitted).filter(([, count]) => count > 0)
      return {
        hits: found.slice(0, MAX_HITS).map(bare),
        ignored: passed,
        ...(counted.length === 0 ? {} : { omitted: Object.fromEntries(counted) }),
      }
    },
  }
}

function bare({ kind, what, file, line, column, original, encoded }: FileHit): BundleHit {
  return {
    kind,
    what,
    file,
    line,
    column,
    ...given({ original, encoded }),
  }
}

/** What stands in a script and, as its source, in its map, is one hit: that in the script. */
function withoutCopies(hits: readonly FileHit[]): FileHit[] {
  const line = (hit: FileHit) => `${hit.what} ${hit.original?.file} ${hit.original?.line}`
  const inScripts = new Set(
    hits.filter((hit) => hit.inSources !== true && hit.original !== undefined).map(line),
  )
  return hits.filter((hit) => hit.inSources !== true || !inScripts.has(line(hit)))
}

/** With `/`, relative to the workspace for what lies in it. */
function shownAs(workspace: string, path: string): string {
  const below = relative(workspace, path)
  return (isBelow(workspace, path) && !isAbsolute(below) ? below : path).replaceAll(sep, '/')
}

function readIgnore(
  options: BundleOptions,
  folder: string,
): ReturnType<typeof readIgnoreFile> | { readonly problem: SettingProblem } {
  const { workspace, ignoreFile } = options
  const paths =
    ignoreFile === undefined
      ? [join(workspace, IGNORE_FILE), join(folder, IGNORE_FILE)]
      : [resolve(workspace, ignoreFile)]
  for (const path of paths) {
    try {
      if (!statSync(path).isFile()) continue
      return readIgnoreFile(readFileSync(path, 'utf8'), shownAs(workspace, path))
    } catch {
      // The next one.
    }
  }
  if (ignoreFile === undefined) return { entries: [], problems: [] }
  const fix = `Create the file ${ignoreFile}, or take the setting away.`
  const message = 'The ignore file cannot be read.'
  return { problem: fatal(UNUSABLE, ignoreFile, { message, fix }) }
}

const UNUSABLE = 'config.client_bundle_unusable'

function unusable(message: string): BundleScan {
  const fix =
    'Build the front end before this step, and set client-bundle to the folder it is built into.'
  return { status: 'unusable', problem: fatal(UNUSABLE, 'client-bundle', { message, fix }) }
}
