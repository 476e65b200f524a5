import { describe, expect, test } from 'vitest'
import { decodeJson, encodeJson, frameOf, newMark, readFrame } from '../../src/inside/frame.ts'

const mark = newMark()
const payload = encodeJson({ text: 'x'.repeat(500), sign: '>>> <<<' })
const framed = frameOf(mark, payload)

describe('a framed result', () => {
  test.each([
    ['alone', framed],
    ['behind a motd', `Welcome to Ubuntu\n * Documentation\n${framed}`],
    ['before last words', `${framed}\nConnection to host closed.\n`],
    ['through a terminal', framed.replaceAll('\n', '\r\n')],
    ['in broken lines', framed.replaceAll(/(.{60})/g, '$1\n')],
    ['behind an echo of the program', `printf '<<<openai-preflight %s %s' "${mark}"\n${framed}`],
    ['behind an older result', `${frameOf(newMark(), encodeJson('old'))}${framed}`],
  ])('%s is found', (_name, output) => {
    // Broken lines may also break the first line, which is short enough to stay whole.
    const found = readFrame(output, mark)
    expect(found).toEqual({ kind: 'found', payload })
    expect(decodeJson(found.kind === 'found' ? found.payload : '')).toEqual({
      text: 'x'.repeat(500),
      sign: '>>> <<<',
    })
  })

  test.each([
    ['cut off', framed.slice(0, 200)],
    ['shortened', framed.replace('eHh4', '')],
    ['mixed with words', framed.replace('eHh4', 'eHh4 WARNING: something ')],
    ['mixed with signs', framed.replace('eHh4', 'eH!4')],
  ])('%s is damaged and never half believed', (_name, output) => {
    expect(readFrame(output, mark).kind).toBe('damaged')
  })

  test('of another run is not taken', () => {
    expect(readFrame(framed, newMark()).kind).toBe('absent')
  })
})
