import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeWhole } from '../../src/packets/folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preflight-folder-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a file of the packet folder', () => {
  test('replaces an earlier one, in a folder that need not be there', () => {
    const below = path.join(folder, 'a/b')
    writeWhole(below, 'packet.json', 'one')
    writeWhole(below, 'packet.json', 'two')
    expect(readFileSync(path.join(below, 'packet.json'), 'utf8')).toBe('two')
    expect(readdirSync(below)).toEqual(['packet.json'])
  })

  test.skipIf(process.platform === 'win32')('replaces a link and does not follow it', () => {
    const elsewhere = path.join(folder, 'elsewhere')
    writeFileSync(elsewhere, 'precious')
    const packets = path.join(folder, 'packets')
    mkdirSync(packets)
    symlinkSync(elsewhere, path.join(packets, 'packet.json'))
    writeWhole(packets, 'packet.json', 'ours')
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious')
    expect(readFileSync(path.join(packets, 'packet.json'), 'utf8')).toBe('ours')
  })

  test('that cannot be put in its place leaves no draft', () => {
    mkdirSync(path.join(folder, 'packet.json/full'), { recursive: true })
    expect(() => writeWhole(folder, 'packet.json', 'x')).toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/)
    expect(readdirSync(folder)).toEqual(['packet.json'])
  })
})
