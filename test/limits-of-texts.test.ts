import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { applicationOf, readApplication } from '../src/application/index.ts'
import { watchInterval } from '../src/command-line/usage.ts'
import { linesOf } from '../src/application/manifest.ts'
import { describeBody } from '../src/evidence/body.ts'
import { tunnelAnswer } from '../src/evidence/tunnel.ts'
import { refusalOf } from '../src/functions/guard.ts'
import { readRawResult } from '../src/inside/raw.ts'
import { resolved } from '../src/knowledge/addresses.ts'
import { interceptorOf } from '../src/knowledge/catalogue.ts'
import { createRedactor } from '../src/redaction/index.ts'
import { readCheckout } from '../src/application/source-files.ts'
import { knownSecrets } from '../src/settings/surrounding-secrets.ts'
import { collectedBecause } from '../src/rules/path-checks.ts'
import { describeCertificate } from '../src/wire/certificate.ts'
import { readBody } from '../src/wire/body.ts'
import { watchEvents } from '../src/wire/event-stream.ts'
import { lookUp } from '../src/wire/lookup.ts'
import { nameServers, searching } from '../src/wire/name-servers.ts'
import { createRecorder } from '../src/wire/recorder.ts'

/** Each test meets one limit of docs/limits.md: the last value that fits, and the first that does not. */

const WHOLE = { contentType: 'text/html', truncated: false, complete: true }

describe('what is removed', () => {
  const redacted = (value: string, text: string): string =>
    createRedactor([{ value, what: 'key' }]).text(text, 'test')
  const encoded = (text: string, times: number): string =>
    times === 0 ? text : encoded(encodeURIComponent(text), times - 1)

  test('a secret that was encoded three times is found, and SECURITY.md says that a fourth is not', () => {
    const secret = 'pass+word/with&odd=chars?42'
    expect(redacted(secret, encoded(secret, 3))).toBe('[removed: key]')
    expect(redacted(secret, encoded(secret, 4))).toBe(encoded(secret, 4))
  })

  test('a secret is found however many decodings of its text there are', () => {
    const secret = 'pass<word>&with-odd-chars-42'
    const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const others = String.raw`%252525 \\\\\\\\x`
    const text = `${others} ${html(html(html(secret)))}`
    expect(redacted(secret, text)).toBe(`${others} [removed: key]`)
  })

  test.each([
    ['of twelve characters is found across white space', 'abcde f123456', true],
    ['of eleven is not', 'abcde f12345', false],
  ])('a value %s', (_title, text, isFound) => {
    expect(redacted(text.replace(' ', ''), text)).toBe(isFound ? '[removed: key]' : text)
  })

  test.each([
    ['of sixteen letters and digits is found without its punctuation', 'Abcdefghijk12-345', true],
    ['of fifteen is not', 'Abcdefghijk12-34', false],
  ])('a value %s', (_title, value, isFound) => {
    expect(redacted(value, value.replace('-', '_')).includes('[removed')).toBe(isFound)
  })

  test('data deeper than 64 levels is removed whole', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'end' : { in: nested(levels - 1) })
    const deep = (levels: number): string =>
      JSON.stringify(createRedactor([]).deep(nested(levels), 'test'))
    expect(deep(64)).toContain('end')
    expect(deep(65)).toContain('[cut: too deep]')
    expect(deep(65)).not.toContain('end')
  })
})

describe('what is recorded of others', () => {
  test('twenty keys of an error object are recorded', () => {
    const object = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`key_${at}`, at]))
    const { keys } = describeBody(Buffer.from(JSON.stringify(object)), WHOLE)
    expect(keys).toHaveLength(20)
  })

  test('a page of a proxy that fills 64 KiB counts as truncated', () => {
    const truncated = (size: number) =>
      tunnelAnswer({ status: 403, headers: [], page: Buffer.from('<html>'.padEnd(size, ' ')) })
        .facts.body?.truncated
    expect([truncated(65_535), truncated(65_536)]).toEqual([false, true])
  })

  test('64 events of a target are recorded', () => {
    const events = Array.from({ length: 80 }, () => ({
      step: 'plain-to-public',
      address: '192.0.2.1',
      startedMs: 0,
      elapsedMs: 0,
    }))
    expect(readRawResult({ events, fingerprint: '' })?.events).toHaveLength(64)
  })

  test('a product behind 1,024 characters of an issuer is not named', () => {
    expect(interceptorOf('O=Zscaler Inc., CN=Zscaler Root CA')).toContain('Zscaler')
    expect(interceptorOf(`${'x'.repeat(1024)}, O=Zscaler Inc., CN=Zscaler Root CA`)).toBeUndefined()
  })

  test('four name servers of a machine are asked', () => {
    const servers = [1, 2, 3, 4, 5].map((at) => `127.0.0.${at}`)
    expect(nameServers(servers)).toEqual(servers.slice(0, 4))
  })

  test('six domains of a search list are tried', () => {
    const { searchList } = searching(
      () => 'search a.test b.test c.test d.test e.test f.test g.test',
    )
    expect(searchList).toEqual(['a.test', 'b.test', 'c.test', 'd.test', 'e.test', 'f.test'])
  })

  test('events of a stream within 60 ms of the first came with it, and then the watch stops', async () => {
    let now = 0
    const watch = watchEvents(() => now, true)
    const stopped = new Promise<number>((done) => {
      const began = performance.now()
      watch.heard(Buffer.from('data: {"type":"response.created"}'), () =>
        done(performance.now() - began),
      )
    })
    now = 40
    watch.heard(Buffer.from('data: {"type":"response.in_progress"}'), () => {})
    expect(await stopped).toBeGreaterThan(50)
    expect(watch.facts('data: {"type":"response.created"}\n')).toMatchObject({
      arrivals: 2,
      stopped: true,
    })
  })

  test('64 addresses of a name are dialled', async () => {
    const recorder = createRecorder({ route: 'main', clock: () => 0, attempt: () => 1 })
    const found = await lookUp({
      host: 'api.example.com',
      resolve: () =>
        Promise.resolve(Array.from({ length: 100 }, (_, at) => resolved(`192.0.2.${at}`))),
      signal: new AbortController().signal,
      recorder,
      of: 'target',
    })
    expect(found).toHaveLength(64)
  })
})

test('of three encodings around each other two are undone', async () => {
  const packed = gzipSync(gzipSync(gzipSync('{"ok":true}')))
  const read = await readBody(Readable.from([packed]), 'gzip, gzip, gzip')
  expect(gunzipSync(read.bytes).toString()).toBe('{"ok":true}')
})

describe('what is read of a checkout', () => {
  const application = (text: string) =>
    readApplication({ files: ['app.py'], readFile: () => `from openai import OpenAI\n${text}` })

  test('fifty calls of one file are looked at', () => {
    expect(application('client.responses.create(model="m")\n'.repeat(60)).calls).toHaveLength(50)
  })

  test('ten names that a file gives to its providers are known', () => {
    const provided = Array.from(
      { length: 12 },
      (_, at) => `const own${at} = createOpenAI({})\nstreamText({ model: own${at}('m') })\n`,
    )
    const { calls } = readApplication({
      files: ['app.ts'],
      readFile: () => `import { createOpenAI } from '@ai-sdk/openai'\n${provided.join('')}`,
    })
    expect(calls).toHaveLength(10)
  })

  test('what the first five arguments of a call are built from is looked at', () => {
    const model = (before: number) =>
      application(
        `params = dict(model="mine")\nclient.responses.create(${'other, '.repeat(before)}**params)\n`,
      ).calls[0]?.model?.value
    expect([model(4), model(5)]).toEqual(['mine', undefined])
  })

  test('an argument behind 4,000 characters is unknown', () => {
    const model = (before: number) =>
      application(`client.responses.create(input="${'x'.repeat(before)}", model="mine")\n`).calls[0]
        ?.model?.value
    expect([model(3900), model(4100)]).toEqual(['mine', undefined])
  })

  test('a line of more than 1,000 characters names no dependency', () => {
    const lines = [...linesOf(`${'a'.repeat(1000)}\n${'b'.repeat(1001)}\nopenai\n`)]
    expect(lines.map((line) => line.length)).toEqual([1000, 0, 6])
  })
})

test('a token of fewer than sixteen characters is refused', () => {
  const code = (length: number) => refusalOf('t'.repeat(length), {})?.code
  expect([code(15), code(16)]).toEqual(['own.token_missing', 'own.token_wrong'])
})

describe('a setting', () => {
  test.each([
    ['--watch from one second', '1s', true],
    ['to one hour is taken', '60m', true],
    ['--watch of less is refused', '999ms', false],
    ['and of more', '61m', false],
  ])('%s', (_title, text, isTaken) => {
    expect(watchInterval(text) !== undefined).toBe(isTaken)
  })

  test('a value of the environment is masked from twelve characters on', () => {
    const masked = (value: string) => knownSecrets({ GITHUB_TOKEN: value }).length
    expect([masked('t'.repeat(11)), masked('t'.repeat(12))]).toEqual([0, 1])
  })
})

test('manifests are looked for three levels deep', () => {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'))
  try {
    mkdirSync(join(folder, 'a/b/c'), { recursive: true })
    for (const path of ['a/b/go.mod', 'a/b/c/go.mod']) writeFileSync(join(folder, path), 'module x')
    expect(readCheckout(folder, () => undefined).files).toEqual(['a/b/go.mod'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a source file of more than 512 KiB counts as generated', () => {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'))
  const families = (size: number) => {
    const call = 'from openai import OpenAI\nclient.embeddings.create(model="m")\n'
    writeFileSync(join(folder, 'app.py'), call.padEnd(size, '#'))
    return applicationOf(folder)().families.length
  }
  try {
    expect([families(512 * 1024), families(512 * 1024 + 1)]).toEqual([1, 0])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('ten names of a certificate are recorded', () => {
  const subjectaltname = Array.from({ length: 30 }, (_, at) => `DNS:h${at}.example.com`).join(', ')
  const { names } = describeCertificate({
    subject: { CN: 'example.com' },
    issuer: { CN: 'Example CA' },
    valid_from: 'Jan  1 00:00:00 2026 GMT',
    valid_to: 'Jan  1 00:00:00 2027 GMT',
    fingerprint256: 'AB:CD',
    subjectaltname,
  })
  expect(names).toHaveLength(10)
})

describe('a stream counts as collected', () => {
  const STREAM = {
    endMs: 0,
    longestGapMs: 0,
    arrivals: 1,
    events: 5,
    first: '',
    ended: true,
    stopped: false,
  }
  const collected = (firstMs: number, lastMs: number) =>
    collectedBecause({
      facts: { headers: {} },
      stream: { ...STREAM, firstMs, lastMs },
    }) !== undefined

  test('from 400 ms of waiting on', () => {
    expect([collected(399, 400), collected(400, 401)]).toEqual([false, true])
  })

  test('when its events came within 20 ms', () => {
    expect([collected(400, 420), collected(400, 500)]).toEqual([true, false])
  })
})
