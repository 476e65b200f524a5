import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cut,
  fenced,
  html,
  markdown,
  markdownCode,
  oneLine,
  plainText,
  withoutCommands,
} from '../../src/redaction/index.ts'

const ESC = '\u001b'

describe('plain text', () => {
  test.each([
    ['colour', `${ESC}[31mred${ESC}[0m`, 'red'],
    ['a title sequence', `${ESC}]0;title\u0007x`, 'x'],
    ['a link sequence', `${ESC}]8;;https://evil.test${ESC}\\click${ESC}]8;;${ESC}\\`, 'click'],
    ['a cursor movement in 8 bits', 'a\u009b2Jb', 'ab'],
    ['right-to-left override', 'abc\u202Egnp.exe', 'abcgnp.exe'],
    ['isolates and marks', 'a\u2066b\u2069c\u200ed\u200fe\u200bf', 'abcdef'],
    ['bell, null and backspace', 'a\u0007\u0000b\bc', 'abc'],
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('loses %s', (_name, text, expected) => {
    expect(plainText(text)).toBe(expected)
  })

  test('on one line has no line ends of any kind', () => {
    expect(oneLine('a\nb\r\nc\u2028d\te')).toBe('a b cd e')
  })

  test('is cut at a whole character', () => {
    expect(cut('abcdef', 4)).toBe('abc…')
    expect(cut('ab😀def', 4)).toBe('ab…')
  })
})

describe('workflow commands', () => {
  test.each([
    '::error::x',
    '  ::set-output name=a::b',
    '\t::add-mask::x',
    'ok\n::stop-commands::t',
    'x ##[error]y',
    '::::error::',
  ])('are broken: %j', (text) => {
    const safe = withoutCommands(text)
    expect(safe).not.toMatch(/^\s*::/m)
    expect(safe).not.toContain('##[')
  })
})

describe('sinks', () => {
  const nasty =
    '<script>alert(1)</script>|`code`*b*[x](https://evil.test)@octocat #12 ![i](http://e.test) $x$ ~~s~~ :tada:'

  test('HTML has no markup of others', () => {
    expect(html(`${nasty}"'`)).not.toMatch(/[<>"'`]/)
  })

  test('Markdown prose has no markup, mention, reference or foreign link', () => {
    const safe = markdown(nasty)
    expect(safe).not.toMatch(/<(?!\/?code>)|[`*[\]|~$]|:tada:/)
    expect(safe.replaceAll(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@\w|(?<!&)#\d|:\/\//)
  })

  test('Markdown prose keeps links to the documents that we cite', () => {
    expect(markdown('See https://platform.openai.com/docs/x.')).toBe(
      'See https://platform.openai.com/docs/x.',
    )
    expect(markdown('See https://platform.openai.com.evil.test/x.')).toContain('<code>https&#58;//')
    expect(markdown('See https://platform.openai.com@evil.test/x.')).toContain('<code>https&#58;//')
  })

  test.each(['# x', '- x', '+ x', '1. x', '12) x', '= x'])(
    'Markdown prose does not begin a block: %s',
    (text) => {
      expect(markdown(text)).not.toMatch(/^(?:[#+=-]|\d+[.)])/)
    },
  )

  test('Markdown prose leaves names, times and addresses as they are', () => {
    const plain = 'Set NODE_EXTRA_CA_CERTS at 07:00:00 for 192.0.2.7 – 1.5 s, a-b + c = d'
    expect(markdown(plain)).toBe(plain)
  })

  test('Markdown prose sets as code what our sentences put between backticks, in one piece', () => {
    expect(markdown('Run `npx x --base-url https://a.test/v1 @b <i>` from `here`: it')).toBe(
      'Run <code>npx x --base-url https&#58;//a.test/v1 &#64;b &#60;i&#62;</code> from <code>here</code>: it',
    )
    expect(markdown('one ` alone')).toBe('one &#96; alone')
  })

  test('Markdown code holds in a table', () => {
    expect(markdownCode('a|b`c')).toBe('<code>a&#124;b&#96;c</code>')
    expect(markdownCode(nasty).slice(6, -7)).not.toMatch(/[<>`*_[\]|~$@]/)
  })

  test('a code block cannot be left', () => {
    expect(fenced('a\n````\nb')).toBe('`````\na\n````\nb\n`````')
  })

  test('nothing throws and no control or invisible character comes through', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const harmful =
          // oxlint-disable-next-line no-control-regex
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/
        for (const sink of [plainText, oneLine, html, markdown, markdownCode, fenced])
          expect(sink(text)).not.toMatch(harmful)
      }),
    )
  })
})
