import { codeNote, fatal, fields, type SettingProblem } from '../../model/index.ts'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { MOST_PACKET_BYTES, readPacket } from '../compare/index.ts'
import type { FleetEntry } from './row.ts'

const PACKET = 'packet.json'
/** Names of the runners that must have sent a packet: a list of texts, or of objects with a `name`. */
const EXPECTED = 'expected.json'
/**
 * The fleet workflow names artifacts by attempt and position in its matrix (a target's own name may
 * hold what no artifact may); by hand people write the target's name there. A re-run adds a second
 * one for the same runner.
 */
const ARTIFACT = /^openai-preflight-(\d+)-(.+)$/
/** What a run leaves beside its packet: nobody misses it here. */
const BESIDE: ReadonlySet<string> = new Set(['report.html', 'escalation.md', 'explanation.json'])

export type FleetFolder =
  | {
      readonly status: 'read'
      /** Read one by one, so that only one packet is in memory at a time. */
      readonly entries: AsyncIterable<FleetEntry>
      /** From `expected.json`, when there is one; each name once. */
      readonly expected: readonly string[]
      /** Files that are no packets, relative to the folder. Complete when `entries` has ended. */
      readonly passedOver: readonly string[]
    }
  | { readonly status: 'unusable'; readonly problem: SettingProblem }

/**
 * Every packet below the folder, named by the folder it lies in (the artifact), by its file, or by
 * its own runner. Whatever could be one and cannot be read stays in the list as a problem, as does
 * what a stop of `signal` left unread: a runner that is left out is never green. Links are not
 * followed; pipes and devices are not opened.
 */
export async function readFolder(
  folder: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<FleetFolder> {
  const info = await stat(folder).catch(() => undefined)
  if (info === undefined || !info.isDirectory()) {
    const message =
      info === undefined ? `The folder "${folder}" does not exist.` : `"${folder}" is not a folder.`
    return { status: 'unusable', problem: problemOf('aggregate', message, DOWNLOAD) }
  }
  const expected = await readExpected(folder)
  if ('problem' in expected) return { status: 'unusable', problem: expected.problem }
  const passedOver: string[] = []
  const entries = entriesOf(folder, expected.names, passedOver, signal)
  return { status: 'read', entries, expected: expected.names, passedOver }
}

async function* entriesOf(
  folder: string,
  expected: readonly string[],
  passedOver: string[],
  signal: AbortSignal,
): AsyncGenerator<FleetEntry> {
  const taken = new Set<string>()
  const named = (wanted: string): string => {
    const label = unused(wanted, taken)
    taken.add(label)
    return label
  }
  const found = await walk(folder, passedOver, signal)
  for (const { path, message, fix } of found.refused) {
    yield { name: named(path), problem: problemOf(path, `${path} ${message}`, fix) }
  }
  const files = latestAttempts(found.files)
  let read = 0
  for (const path of files) {
    if (signal.aborted) break
    // The clock of the deadline has its turn.
    if (read++ % 16 === 0) await setImmediate()
    const content = contentOf(join(folder, path), path)
    if ('problem' in content) {
      yield { name: named(nameOf(path, expected)), problem: content.problem }
    } else if (isPacketFile(path) || mayBePacket(content.text)) {
      const result = readPacket(content.text, path)
      const own = 'packet' in result ? result.packet.runtime.runnerName : ''
      const only = expected.length === 1 ? (expected[0] ?? '') : own
      yield { name: named(nameOf(path, expected) || only || 'packet'), ...result }
    } else {
      passedOver.push(path)
    }
  }
  const left = files.length - read
  if (left === 0 && !found.stopped) return
  const message = found.stopped
    ? 'The time was up before all folders were searched; nothing is known about their packets.'
    : `The time was up: ${left} of ${files.length} files were left unread.`
  yield {
    name: named('left unread'),
    problem: problemOf('aggregate', message, 'Set a longer deadline.'),
  }
}

const DOWNLOAD = 'Download the packets of the runners into the folder that aggregate names.'
const PERMIT = 'Let the user that runs this read it.'
const REGULAR = 'Copy the packet itself into the folder.'

interface SearchedFolder {
  /** Files that may be packets, relative, with `/`, in order. */
  readonly files: readonly string[]
  readonly refused: readonly {
    readonly path: string
    readonly message: string
    readonly fix: string
  }[]
  /** The search itself was stopped. */
  readonly stopped: boolean
}

/** The whole tree, however deep and wide; it has an end because no link is followed. */
async function walk(
  root: string,
  passedOver: string[],
  signal: AbortSignal,
): Promise<SearchedFolder> {
  const files: string[] = []
  const refused: { path: string; message: string; fix: string }[] = []
  const waiting = ['']
  let searched = 0
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    if (searched++ % 16 === 0) await setImmediate()
    if (signal.aborted) return { files: files.toSorted(), refused, stopped: true }
    try {
      for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`
        if (entry.isDirectory()) waiting.push(path)
        else if (entry.isSymbolicLink()) {
          if (!path.endsWith('.json') && leadsToFile(join(root, path))) passedOver.push(path)
          else refused.push({ path, message: 'is a link, which is not followed.', fix: REGULAR })
        } else if (path === EXPECTED || BESIDE.has(entry.name)) continue
        else if (!entry.name.endsWith('.json')) passedOver.push(path)
        else if (entry.isFile()) files.push(path)
        else refused.push({ path, message: 'is not a regular file.', fix: REGULAR })
      }
    } catch (error) {
      const path = below === '' ? '.' : below
      refused.push({ path, message: `cannot be searched${codeNote(error)}.`, fix: PERMIT })
    }
  }
  return { files: files.toSorted(), refused, stopped: false }
}

function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile()
  } catch {
    return false
  }
}

/** Without what an earlier attempt of the same job left at the same place. */
function latestAttempts(files: readonly string[]): readonly string[] {
  const newest = new Map<string, { readonly attempt: number; readonly path: string }>()
  for (const path of files) {
    const [, attempt, rest] = ARTIFACT.exec(path) ?? []
    // A path that no attempt is known of stands for itself.
    const key = rest === undefined ? `/${path}` : rest
    const before = newest.get(key)
    if (before === undefined || Number(attempt) > before.attempt) {
      newest.set(key, { attempt: Number(attempt), path })
    }
  }
  return [...newest.values()].map(({ path }) => path)
}

/** What the path says of the runner: its artifact, its folder, its file. Empty for `packet.json` alone. */
function nameOf(path: string, expected: readonly string[]): string {
  const parts = path.split('/')
  const file = parts.pop() ?? ''
  const [first = '', ...deeper] = parts
  const target = ARTIFACT.exec(first)?.[2]
  const position =
    target !== undefined && /^\d+$/.test(target) ? expected[Number(target)] : undefined
  const folders = first === '' ? [] : [position ?? target ?? first, ...deeper]
  return [...folders, ...(file === PACKET ? [] : [file.replace(/\.json$/, '')])].join('/')
}

function isPacketFile(path: string): boolean {
  return path === PACKET || path.endsWith(`/${PACKET}`)
}

/** Of a file with a name of its own: half a packet still is one, another tool's JSON is not. */
function mayBePacket(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return fields(fields(value)['tool'])['name'] === 'openai-preflight'
  } catch {
    return true
  }
}

/**
 * Never waits for a pipe and never reads a device, also when one took the file's place just now.
 * Synchronous: for thousands of small files a third of the time and of the memory.
 */
function contentOf(
  path: string,
  source: string,
): { readonly text: string } | { readonly problem: SettingProblem } {
  const told = (message: string, fix: string) => ({
    problem: problemOf(source, `${source} ${message}`, fix),
  })
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  let file: number | undefined
  try {
    // Windows knows neither of the last two, and `|` takes what is missing as 0.
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    const info = fstatSync(file)
    if (!info.isFile()) return told('is not a regular file.', REGULAR)
    if (info.size > MOST_PACKET_BYTES) return told('is larger than any packet.', REGULAR)
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    return told(`cannot be read${codeNote(error)}.`, PERMIT)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let label = name
  for (let number = 2; taken.has(label); number++) label = `${name} (${number})`
  return label
}

async function readExpected(
  folder: string,
): Promise<{ readonly names: readonly string[] } | { readonly problem: SettingProblem }> {
  const path = join(folder, EXPECTED)
  if ((await lstat(path).catch(() => undefined)) === undefined) return { names: [] }
  const content = contentOf(path, EXPECTED)
  if ('problem' in content) return content
  const wrong = {
    problem: problemOf(
      EXPECTED,
      `${EXPECTED} is not a JSON list of names.`,
      'Write it as ["eu-1","us-1"], or as the targets of the matrix: [{"name":"eu-1"}].',
    ),
  }
  let value: unknown
  try {
    value = JSON.parse(content.text)
  } catch {
    return wrong
  }
  if (!Array.isArray(value)) return wrong
  const taken = new Set<string>()
  for (const one of value as readonly unknown[]) {
    const name = typeof one === 'string' ? one : fields(one)['name']
    if (typeof name !== 'string') return wrong
    // Two targets of one name are two runners, named as their packets will be.
    taken.add(unused(name, taken))
  }
  return { names: [...taken] }
}

function problemOf(setting: string, message: string, fix: string): SettingProblem {
  return fatal('config.input_aggregate_unusable', setting, { message, fix })
}
