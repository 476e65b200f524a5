import { opendir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRecord } from '../shape.ts'
import { readPacket } from '../compare/index.ts'
import type { SettingProblem } from '../../model/index.ts'
import type { FleetEntry } from './row.ts'

const PACKET = 'packet.json'
/** Names of the runners that must have sent a packet: a list of texts, or of objects with a `name`. */
const EXPECTED = 'expected.json'
/** The fleet workflow names artifacts so; a re-run adds a second one for the same runner. */
const ARTIFACT = /^openai-preflight-(\d+)-(.+)$/

const MAX_DEPTH = 6
const MAX_PACKETS = 2048
const MAX_FOLDERS = 10_000
const MAX_PACKET_BYTES = 16 * 1024 * 1024
const MAX_TOTAL_BYTES = 512 * 1024 * 1024

export type FleetFolder =
  | {
      readonly status: 'read'
      readonly entries: readonly FleetEntry[]
      /** From `expected.json`, when there is one. */
      readonly expected: readonly string[]
    }
  | { readonly status: 'unusable'; readonly problem: SettingProblem }

/**
 * Every `packet.json` below the folder, named by the folder it lies in (the artifact), else by its
 * own runner. Unreadable ones stay in the list as problems. Links are not followed.
 */
export async function readFolder(folder: string): Promise<FleetFolder> {
  const info = await stat(folder).catch(() => undefined)
  if (info === undefined || !info.isDirectory()) {
    const message =
      info === undefined ? `The folder "${folder}" does not exist.` : `"${folder}" is no folder.`
    return { status: 'unusable', problem: problemOf('aggregate', message, DOWNLOAD) }
  }
  const expected = await readExpected(join(folder, EXPECTED))
  if ('problem' in expected) return { status: 'unusable', problem: expected.problem }
  const found = await packetFolders(folder)
  const newest = new Map<string, { readonly attempt: number; readonly below: string }>()
  for (const below of found) {
    const [, attempt = '0', target] = ARTIFACT.exec(below.split('/')[0] ?? '') ?? []
    const name = target === undefined ? below : [target, ...below.split('/').slice(1)].join('/')
    if (Number(attempt) >= (newest.get(name)?.attempt ?? 0))
      newest.set(name, { attempt: Number(attempt), below })
  }
  const entries: FleetEntry[] = []
  const taken = new Set<string>()
  let total = 0
  for (const [name, { below }] of newest) {
    const path = join(folder, below, PACKET)
    const { size } = await stat(path)
    total += size
    const source = below === '' ? PACKET : `${below}/${PACKET}`
    const isTooMuch = size > MAX_PACKET_BYTES || total > MAX_TOTAL_BYTES
    const read = isTooMuch
      ? { problem: problemOf(source, `${source} is too large to be read.`, DOWNLOAD) }
      : readPacket(await readFile(path, 'utf8'), source)
    const own = 'packet' in read ? read.packet.runtime.runnerName : ''
    const label = unused(
      name || (expected.names.length === 1 ? expected.names[0] : own) || 'packet',
      taken,
    )
    taken.add(label)
    entries.push({ name: label, ...read })
  }
  return { status: 'read', entries, expected: expected.names }
}

const DOWNLOAD = 'Download the packets of the runners into the folder that aggregate names.'

function unused(name: string, taken: ReadonlySet<string>): string {
  let label = name
  for (let number = 2; taken.has(label); number++) label = `${name} (${number})`
  return label
}

/** Folders that hold a packet, relative, with `/`, in order. */
async function packetFolders(root: string): Promise<readonly string[]> {
  const found: string[] = []
  let folders = 0
  const visit = async (below: string, depth: number): Promise<void> => {
    folders++
    const inner: string[] = []
    for await (const entry of await opendir(join(root, below))) {
      if (entry.isDirectory()) inner.push(below === '' ? entry.name : `${below}/${entry.name}`)
      if (entry.isFile() && entry.name === PACKET) found.push(below)
    }
    if (depth >= MAX_DEPTH) return
    for (const next of inner.toSorted()) {
      if (found.length < MAX_PACKETS && folders < MAX_FOLDERS) await visit(next, depth + 1)
    }
  }
  await visit('', 0)
  return found.toSorted()
}

async function readExpected(
  path: string,
): Promise<{ readonly names: readonly string[] } | { readonly problem: SettingProblem }> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { names: [] }
  const wrong = {
    problem: problemOf(
      EXPECTED,
      `${EXPECTED} is not a JSON list of names.`,
      'Write it as ["eu-1","us-1"], or as the targets of the matrix: [{"name":"eu-1"}].',
    ),
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong
  }
  if (!Array.isArray(value)) return wrong
  const names = value.map((one: unknown) => (isRecord(one) ? one['name'] : one))
  return names.every((name) => typeof name === 'string') ? { names } : wrong
}

function problemOf(setting: string, message: string, fix: string): SettingProblem {
  return {
    code: 'config.input_aggregate_unusable',
    setting,
    message,
    fix,
    severity: 'fatal',
    owner: 'request',
  }
}
