import { spawnSync } from 'node:child_process'
import { expect, describe, test } from 'vitest'
import { programText } from '../../src/inside/programs.ts'
import { standIn } from '../../src/inside/target-facts.ts'
import { vendorOf } from '../../src/knowledge/credentials.ts'
import { labKey } from '../loopback/api.ts'
import { systemPython } from './stage.ts'

/** The masks of both remote sides, run alone. */
const MASKS = {
  python3: (value: string): string => {
    const [head = ''] = programText('remote.py').split('def preflight_main')
    const program = `${head}\nsys.stdout.write(mask(os.environ["VALUE"]))\n`
    return spawnSync(systemPython() ?? 'python3', ['-'], {
      input: program,
      env: { VALUE: value },
      encoding: 'utf8',
    }).stdout
  },
  sh: (value: string): string => {
    const [head = ''] = programText('remote.sh').split('case $preflight_do')
    const program = `${head}\npreflight_mask "$VALUE"\n`
    return spawnSync('sh', [], {
      input: program,
      env: { PATH: process.env['PATH'], VALUE: value },
      encoding: 'utf8',
    }).stdout
  },
}

const random = (length: number): string =>
  Array.from({ length }, (_, at) => 'q7RzT1mWk9'.charAt((at * 7) % 10)).join('')

const VALUES = [
  ['a project key', labKey()],
  ['a key of Azure', '0123456789abcdef'.repeat(2)],
  ['a key in quotes', `"${labKey()}"`],
  ['a key with a line break inside', `${labKey().slice(0, 20)}\n${labKey().slice(20)}`],
  ['a bearer header', `Bearer ${labKey()}`],
  ['a token of GitHub', ['ghp', random(36)].join('_')],
  ['a key of nobody known', random(40)],
] as const

describe.each(['python3', 'sh'] as const)('the mask of %s', (runtime) => {
  test.each(VALUES)('keeps the shape of %s and none of its secret part', (_name, value) => {
    const masked = MASKS[runtime](value)
    expect(masked).toHaveLength(value.length)
    const shape = (text: string): string =>
      text.replaceAll(/[a-z]/g, 'a').replaceAll(/[A-Z]/g, 'A').replaceAll(/\d/g, '0')
    expect(shape(masked)).toBe(shape(value))
    const secret = value.replace(/^(?:sk-proj-|gh[p]_)/, '')
    const pieces = Array.from({ length: secret.length - 5 }, (_, at) => secret.slice(at, at + 6))
    const telling = pieces.filter((piece) => /\d|[A-Z]/.test(piece))
    expect(telling.filter((piece) => masked.includes(piece))).toEqual([])
  })

  test('keeps the public beginning that tells the vendors apart', () => {
    const begins = [
      'sk-proj-',
      'sk-svcacct-',
      'sk-admin-',
      'sk-or-',
      'sk-ant-',
      ['ghp', ''].join('_'),
      'gsk_',
      'xai-',
      'hf_',
      'nvapi-',
    ]
    for (const begin of begins) {
      const value = `${begin}${random(40)}`
      const kind = (text: string): string | undefined => vendorOf(text)?.kind
      expect([begin, kind(standIn(MASKS[runtime](value)))]).toEqual([begin, kind(value)])
    }
  })
})

describe('a stand-in', () => {
  test('has the shape of its mask, and is another one each time', () => {
    const masked = 'sk-proj-aax0AX-xx00'
    const [one, two] = [standIn(masked.repeat(2)), standIn(masked.repeat(2))]
    expect(one).toMatch(/^sk-proj-[a-z]{3}\d[A-Z]{2}-[a-z]{2}\d{2}sk-proj/)
    expect(one).not.toBe(two)
  })

  test('stays hexadecimal where the value was', () => {
    expect(standIn('0a'.repeat(16))).toMatch(/^[\da-f]{32}$/)
  })
})
