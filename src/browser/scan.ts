import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import type { ClientBundleFacts, Secret, SettingProblem } from '../model/index.ts'
import { frontEndFiles } from './folder.ts'
import { IGNORE_FILE, isIgnored, readIgnoreFile, type IgnoreEntry } from './ignore.ts'
import { scanBuffer, scanFile } from './scan-file.ts'
import { secretNeedles } from './secrets.ts'
import type { BundleHit, FileHit } from './sighting.ts'

/** More than anybody reads; the rest is counted. */
const MAX_HITS = 1000

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
}

export type BundleScan =
  | {
      readonly status: 'scanned'
      readonly facts: ClientBundleFacts
      /** Lines of the ignore file that do nothing. */
      readonly problems: readonly SettingProblem[]
    }
  | { readonly status: 'unusable'; readonly problem: SettingProblem }

/**
 * Searches built front-end files for keys, direct API calls and the SDK's browser switch. Streaming,
 * in constant memory. The key itself is in no fact.
 *
 * @throws the reason of `signal` when it is aborted
 */
export async function scanBundle(options: BundleOptions): Promise<BundleScan> {
  const given = resolve(options.workspace, options.folder)
  const info = await stat(given).catch(() => undefined)
  if (info === undefined || !info.isDirectory()) return unusable(options.folder, info !== undefined)
  const root = await realpath(given)
  const shownRoot = shownAs(options.workspace, given)
  const ignore = await readIgnore(options, given)
  if (ignore.unreadable !== undefined) return { status: 'unusable', problem: ignore.unreadable }
  const needles = secretNeedles(options.secrets ?? [])
  const hits: (FileHit & { readonly name: string })[] = []
  const buffer = scanBuffer()
  let files = 0
  let bytes = 0
  let callsGemini = false
  for await (const name of frontEndFiles(root)) {
    const place = { root, name, shown: posix.join(shownRoot, name) }
    const scanned = await scanFile(place, needles, buffer, options.signal)
    files++
    bytes += scanned.bytes
    callsGemini ||= scanned.callsGemini
    for (const hit of scanned.hits) hits.push({ ...hit, name })
  }
  if (files === 0) return empty(options.folder)
  const real = withoutCopies(hits.filter((hit) => hit.needsGemini !== true || callsGemini))
  const kept = real.filter((hit) => !isIgnored(hit, ignore.entries, hit.name))
  const shown = kept.slice(0, MAX_HITS).map(bare)
  return {
    status: 'scanned',
    facts: {
      files,
      bytes,
      hits: shown,
      ignored: real.length - kept.length,
      ...(kept.length > MAX_HITS ? { omitted: kept.length - MAX_HITS } : {}),
    },
    problems: ignore.problems,
  }
}

function bare(hit: FileHit): BundleHit {
  const { kind, what, file, line, column, original, encoded } = hit
  return {
    kind,
    what,
    file,
    line,
    column,
    ...(original === undefined ? {} : { original }),
    ...(encoded === undefined ? {} : { encoded }),
  }
}

/** What stands in a script and, as its source, in its map, is one hit: that in the script. */
function withoutCopies<Hit extends FileHit>(hits: readonly Hit[]): Hit[] {
  const line = (hit: Hit) => `${hit.kind} ${hit.what} ${hit.original?.file} ${hit.original?.line}`
  const inScripts = new Set(
    hits.filter((hit) => hit.inSources !== true && hit.original !== undefined).map(line),
  )
  return hits.filter((hit) => hit.inSources !== true || !inScripts.has(line(hit)))
}

/** With `/`, relative to the workspace for what lies in it. */
function shownAs(workspace: string, path: string): string {
  const below = relative(workspace, path)
  const isInside = below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below)
  return (isInside ? below : path).replaceAll(sep, '/')
}

async function readIgnore(
  options: BundleOptions,
  folder: string,
): Promise<{
  readonly entries: readonly IgnoreEntry[]
  readonly problems: readonly SettingProblem[]
  readonly unreadable?: SettingProblem
}> {
  const asked = options.ignoreFile
  const paths =
    asked === undefined
      ? [join(options.workspace, IGNORE_FILE), join(folder, IGNORE_FILE)]
      : [resolve(options.workspace, asked)]
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return readIgnoreFile(text, shownAs(options.workspace, path))
  }
  if (asked === undefined) return { entries: [], problems: [] }
  return {
    entries: [],
    problems: [],
    unreadable: problemOf(
      asked,
      'The ignore file cannot be read.',
      `Create the file ${asked}, or take the setting away.`,
    ),
  }
}

function unusable(folder: string, exists: boolean): BundleScan {
  return {
    status: 'unusable',
    problem: problemOf(
      'client-bundle',
      exists ? `"${folder}" is a file, not a folder.` : `The folder "${folder}" does not exist.`,
      'Build the front end before this step, and set client-bundle to the folder it is built into.',
    ),
  }
}

function empty(folder: string): BundleScan {
  return {
    status: 'unusable',
    problem: problemOf(
      'client-bundle',
      `The folder "${folder}" holds no front-end files, so nothing was searched.`,
      'Set client-bundle to the folder that the front end is built into.',
    ),
  }
}

function problemOf(setting: string, message: string, fix: string): SettingProblem {
  return {
    code: 'config.client_bundle_unusable',
    setting,
    message,
    fix,
    severity: 'fatal',
    owner: 'request',
  }
}
