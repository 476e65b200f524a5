import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readFolder, type FleetEntry } from '../../../src/packets/aggregate/index.ts'
import type { SettingProblem } from '../../../src/model/index.ts'
import { packet } from '../../reports/packet-builder.ts'

const PACKET = JSON.stringify(packet())

type Folder =
  | {
      readonly status: 'read'
      readonly entries: readonly FleetEntry[]
      readonly expected: readonly string[]
      readonly passedOver: readonly string[]
    }
  | { readonly status: 'unusable'; readonly problem: SettingProblem }

async function read(
  files: Readonly<Record<string, string>>,
  prepare?: (folder: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    await prepare?.(folder)
    const found = await readFolder(folder, signal)
    if (found.status === 'unusable') return found
    const entries: FleetEntry[] = []
    for await (const one of found.entries) entries.push(one)
    return { ...found, entries }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const summaryOf = (folder: Folder) =>
  folder.status === 'read'
    ? folder.entries.map(
        (one) => `${one.name}: ${'packet' in one ? 'packet' : one.problem.message}`,
      )
    : [folder.problem.message]

describe('packets are named', () => {
  test('by the artifact they came in, without what makes it unique', async () => {
    const folder = await read({
      'openai-preflight-1-eu-1/packet.json': PACKET,
      'openai-preflight-1-us-1/packet.json': PACKET,
      'by-hand/deep/packet.json': PACKET,
    })
    expect(summaryOf(folder).toSorted()).toEqual([
      'by-hand/deep: packet',
      'eu-1: packet',
      'us-1: packet',
    ])
  })

  test('once for a re-run: the newest attempt counts', async () => {
    const folder = await read({
      'openai-preflight-2-eu-1/packet.json': 'broken',
      'openai-preflight-10-eu-1/packet.json': PACKET,
      'openai-preflight-9-eu-1/packet.json': 'broken',
    })
    expect(summaryOf(folder)).toEqual(['eu-1: packet'])
    const again = await read({
      'openai-preflight-1-eu-1/packet.json': 'broken',
      'openai-preflight-2-eu-1/packet.json': PACKET,
    })
    expect(summaryOf(again)).toEqual(['eu-1: packet'])
  })

  test('by their own runner, or by the only one expected, when they lie in the folder itself', async () => {
    expect(summaryOf(await read({ 'packet.json': PACKET }))).toEqual(['builder-7: packet'])
    const one = await read({ 'packet.json': PACKET, 'expected.json': '["eu-1"]' })
    expect(summaryOf(one)).toEqual(['eu-1: packet'])
  })
})

test('what cannot be read stays in the list, with the reason', async () => {
  const folder = await read({
    'a/packet.json': PACKET,
    'b/packet.json': '',
    'c/packet.json': '{"schemaVersion":9}',
  })
  expect(summaryOf(folder)).toEqual([
    'a: packet',
    'b: b/packet.json is empty.',
    expect.stringContaining('c: c/packet.json was written by a newer version'),
  ])
})

test.each([
  ['["a","b"]', ['a', 'b']],
  ['[{"name":"a","runner":"ubuntu-latest"},{"name":"b"}]', ['a', 'b']],
])('the expected names are those of the matrix: %s', async (text, expected) => {
  expect(await read({ 'expected.json': text })).toMatchObject({
    status: 'read',
    entries: [],
    expected,
  })
})

test.each(['{', '{"a":1}', '[1]', '[{"runner":"x"}]'])(
  'a list of expected names that is none is a problem: %s',
  async (text) => {
    expect(await read({ 'expected.json': text })).toMatchObject({
      status: 'unusable',
      problem: { setting: 'expected.json' },
    })
  },
)

test('a folder that does not exist, or is a file, is a problem of the input', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'fleet-'))
  await writeFile(join(outside, 'file'), '')
  for (const path of [join(outside, 'gone'), join(outside, 'file')]) {
    expect(await readFolder(path)).toMatchObject({
      status: 'unusable',
      problem: { setting: 'aggregate' },
    })
  }
  await rm(outside, { recursive: true })
})

describe('whatever could be a packet and is not read is unknown, and never left out', () => {
  const outside = mkdtempSync(join(tmpdir(), 'fleet-outside-'))
  writeFileSync(join(outside, 'packet.json'), PACKET)
  afterAll(() => rm(outside, { recursive: true }))

  test('links, to a packet and to a folder', async () => {
    const folder = await read({ 'a/x.txt': '' }, async (path) => {
      await symlink(outside, join(path, 'linked'))
      await symlink(join(outside, 'packet.json'), join(path, 'a/packet.json'))
    })
    expect(summaryOf(folder)).toEqual([
      expect.stringMatching(/^(?:linked|a\/packet.json): .* is a link, which is not followed\./),
      expect.stringMatching(/^(?:linked|a\/packet.json): .* is a link, which is not followed\./),
    ])
  })

  test('a pipe, which is not opened', async () => {
    const folder = await read({ 'a/packet.json': PACKET }, async (path) => {
      execFileSync('mkfifo', [join(path, 'packet.json'), join(path, 'expected.json')])
      await rm(join(path, 'expected.json'))
    })
    expect(summaryOf(folder)).toEqual([
      'packet.json: packet.json is not a regular file.',
      'a: packet',
    ])
  })

  test('a list of expected names that is a pipe', async () => {
    const folder = await read({}, async (path) => {
      execFileSync('mkfifo', [join(path, 'expected.json')])
    })
    expect(summaryOf(folder)).toEqual(['expected.json is not a regular file.'])
  })

  test('a packet of more than 16 MiB', async () => {
    const folder = await read({ 'a/packet.json': ' '.repeat(16 * 1024 * 1024 + 1) })
    expect(summaryOf(folder)).toEqual(['a: a/packet.json is larger than any packet.'])
  })

  test('what the deadline left unread', async () => {
    const stop = new AbortController()
    const found = await read(
      { 'a/packet.json': PACKET },
      () => Promise.resolve(stop.abort()),
      stop.signal,
    )
    expect(summaryOf(found)).toEqual([
      expect.stringMatching(/^left unread: The time was up before all folders were searched/),
    ])
  })

  test('a part of the files, when the time is up while they are read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, `${name}.json`), PACKET)
    const stop = new AbortController()
    const found = await readFolder(folder, stop.signal)
    const names: string[] = []
    if (found.status === 'read') {
      for await (const one of found.entries) {
        names.push('problem' in one ? one.problem.message : one.name)
        stop.abort()
      }
    }
    await rm(folder, { recursive: true })
    expect(names).toEqual(['a', 'The time was up: 2 of 3 files were left unread.'])
  })
})

describe('no number of packets, folders or levels is too many', () => {
  test('a packet forty folders down is found', async () => {
    const deep = 'd/'.repeat(40)
    expect(summaryOf(await read({ [`${deep}packet.json`]: PACKET }))).toEqual([
      `${deep.slice(0, -1)}: packet`,
    ])
  })

  test('2,048 packets do not hide the one after them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2048 }, (_, at) => [`a${at}/packet.json`, PACKET]),
    )
    const folder = await read({ ...many, 'zz/packet.json': 'broken' })
    expect(summaryOf(folder)).toHaveLength(2049)
    expect(summaryOf(folder).at(-1)).toBe('zz: zz/packet.json is not JSON.')
  })
})

describe('packets of other names', () => {
  test('are read as well, and named by their file', async () => {
    const folder = await read({ 'here.json': PACKET, 'there.json': PACKET, 'eu/one.json': PACKET })
    expect(summaryOf(folder)).toEqual(['eu/one: packet', 'here: packet', 'there: packet'])
  })

  test('half a packet is a packet, JSON of others and other files are passed over by name', async () => {
    const folder = await read({
      'half.json': PACKET.slice(0, 200),
      'package.json': '{"name":"x"}',
      'notes.txt': '',
      'report.html': '',
      'escalation.md': '',
    })
    expect(summaryOf(folder)).toEqual(['half: half.json is not JSON.'])
    expect(folder).toMatchObject({ passedOver: ['notes.txt', 'package.json'] })
  })
})

describe('two packets never become one runner', () => {
  test('that are called alike', async () => {
    const folder = await read({
      'openai-preflight-1-eu-1/packet.json': PACKET,
      'eu-1/packet.json': 'broken',
      'eu-1.json': PACKET,
    })
    expect(summaryOf(folder).map((line) => line.split(':')[0])).toEqual([
      'eu-1',
      'eu-1 (2)',
      'eu-1 (3)',
    ])
  })

  test('whose targets have one name: artifacts carry the position in the matrix', async () => {
    const folder = await read({
      'openai-preflight-1-0/packet.json': PACKET,
      'openai-preflight-1-1/packet.json': 'broken',
      'openai-preflight-2-1/packet.json': PACKET,
      'openai-preflight-1-2/packet.json': PACKET,
      'expected.json': '[{"name":"eu/west: 1"},{"name":"dc"},{"name":"dc"}]',
    })
    expect(summaryOf(folder)).toEqual(['eu/west: 1: packet', 'dc: packet', 'dc (2): packet'])
    expect(folder).toMatchObject({ expected: ['eu/west: 1', 'dc', 'dc (2)'] })
  })
})
