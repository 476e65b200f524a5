import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFolder, type FleetFolder } from '../../../src/packets/aggregate/index.ts'
import { packet } from '../../reports/packet-builder.ts'

const PACKET = JSON.stringify(packet())

async function read(
  files: Readonly<Record<string, string>>,
  prepare?: (folder: string) => Promise<void>,
): Promise<FleetFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    await prepare?.(folder)
    return await readFolder(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const summaryOf = (folder: FleetFolder) =>
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

test('links are not followed', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'fleet-'))
  await writeFile(join(outside, 'packet.json'), PACKET)
  const folder = await read({ 'a/x.txt': '' }, async (path) => {
    await symlink(outside, join(path, 'linked'))
    await symlink(join(outside, 'packet.json'), join(path, 'a/packet.json'))
  })
  expect(folder).toMatchObject({ status: 'read', entries: [] })
  await rm(outside, { recursive: true })
})
