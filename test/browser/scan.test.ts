import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { probeClientBundle, scanBundle } from '../../src/browser/index.ts'
import { drawn, factsOf, projectKey, scanFiles } from './planted.ts'

const MIB = 1024 * 1024
const key = projectKey(1)

test('line and column count from 1, columns in UTF-16 units', async () => {
  const { hits } = await factsOf({ 'dist/a.js': `// first\r\nconst é="🙂", k = "${key}"\n` })
  expect(hits).toMatchObject([{ line: 2, column: 20 }])
})

// The first window looks at 1 MiB and 24 KiB, and sees 40 KiB more.
const FIRST = MIB + 24 * 1024

test('a key across the border of two windows is found once, and so are its neighbours', async () => {
  for (const border of [FIRST, FIRST + 40 * 1024, FIRST + MIB, FIRST + MIB + 40 * 1024]) {
    const before = '/*'.padEnd(border - 20, '.')
    const text = `${before}*/k="${key}";${' '.repeat(3 * MIB)}l="${key}"`
    const { hits, bytes } = await factsOf({ 'dist/a.js': text })
    expect(bytes).toBe(text.length)
    expect(hits.map((hit) => hit.column)).toEqual([before.length + 6, text.length - key.length])
  }
})

test('a word across the border of two windows is still one word', async () => {
  const text = `${' '.repeat(FIRST - 2)}mask-${drawn(48, 2)}${' '.repeat(MIB)}`
  expect(text.indexOf('sk-')).toBe(FIRST)
  expect((await factsOf({ 'dist/a.css': text })).hits).toEqual([])
})

test('base64 that is longer than a window is read to its end', async () => {
  const inner = `${' '.repeat(2 * MIB)}const k="${key}"`
  const { hits } = await factsOf({
    'dist/a.html': `<script src="data:text/javascript;base64,${btoa(inner)}"></script>`,
  })
  expect(hits).toMatchObject([{ what: 'openai-project', encoded: 'base64', line: 1, column: 42 }])
})

test('one bundle with many hits lists a thousand and counts the rest', async () => {
  const line = 'fetch("https://api.openai.com/v1/models")\n'
  const facts = await factsOf({ 'dist/a.js': line.repeat(1200) })
  expect([facts.hits.length, facts.omitted]).toEqual([1000, { 'api-call': 200 }])
})

test('a thousand direct calls hide no key of a later file', async () => {
  const line = 'fetch("https://api.openai.com/v1/models")\n'
  const facts = await factsOf({ 'dist/a.js': line.repeat(1000), 'dist/z.js': `k="${key}"` })
  expect(facts.hits[0]).toMatchObject({ kind: 'key', file: 'dist/z.js' })
  expect([facts.hits.length, facts.omitted]).toEqual([1000, { 'api-call': 1 }])
})

test('every file that may hold text is searched, packed ones where nothing else is there', async () => {
  const text = `k="${key}"`
  const { hits, files } = await factsOf({
    'dist/_headers': text,
    'dist/a.toml': text,
    'dist/b.js.gz': gzipSync(text),
    'dist/c.js.br': brotliCompressSync(text),
    'dist/d.js': text,
    'dist/d.js.gz': gzipSync(text),
    'dist/e.png': text,
    'dist/f': text,
  })
  expect(hits.map(({ file }) => file)).toEqual(
    ['_headers', 'a.toml', 'b.js.gz', 'c.js.br', 'd.js', 'f'].map((name) => `dist/${name}`),
  )
  expect(files).toBe(6)
})

test('an archive for download is searched by its files, and a name in it leads nowhere', async () => {
  const text = `k="${key}"`
  const { hits } = await factsOf({
    'dist/a.js': 'f()',
    'dist/site.tar': text,
    'dist/site.tgz': gzipSync(text),
    // What it was packed from holds it no longer.
    'dist/site/a.js': 'f()',
    'dist/site.zip': Buffer.from(
      zipSync({ 'x/a.js': strToU8(`\n${text}`), '../../b.js': strToU8(text) }),
    ),
  })
  expect(hits.map(({ file, line }) => `${file}:${String(line)}`).toSorted()).toEqual([
    'dist/site.tar:1',
    'dist/site.tgz:1',
    'dist/site.zip/_/_/b.js:1',
    'dist/site.zip/x/a.js:2',
  ])
})

test('a packed file that unpacks to more than fits is said to be left out', async () => {
  const facts = await factsOf({
    'dist/a.js.gz': gzipSync(Buffer.alloc(33 * MIB)),
    'dist/b.js.br': 'not packed',
    'dist/c.zip': Buffer.from(zipSync({ 'a.js': new Uint8Array(33 * MIB) })),
    'dist/d.zip': 'not packed',
  })
  expect(facts.notSearched?.map(({ what }) => what)).toEqual(
    ['a.js.gz', 'b.js.br', 'c.zip', 'd.zip'].map((name) => `dist/${name}`),
  )
})

test('a search that outlasts its time ends, keeps what it found, and says where', async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    await mkdir(join(workspace, 'dist'))
    for (let index = 0; index < 3000; index++)
      writeFileSync(join(workspace, 'dist', `f${index}.js`), 'f()')
    const until = performance.now() + 20
    const scan = await scanBundle({ folder: 'dist', workspace, until })
    expect(performance.now() - until).toBeLessThan(500)
    expect(scan).toMatchObject({
      facts: {
        notSearched: [
          {
            what: expect.stringMatching(/^dist\/f\d+\.js and what comes after it$/),
            because: 'the time of the search was up',
          },
        ],
      },
    })
  } finally {
    await rm(workspace, { recursive: true })
  }
})

test('a link to outside of the workspace is not followed, and said to be passed over', async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'bundle-'))
  const outside = await mkdtemp(join(tmpdir(), 'outside-'))
  try {
    await mkdir(join(workspace, 'dist'))
    await writeFile(join(workspace, 'dist/a.js'), 'f()')
    await writeFile(join(outside, 'b.js'), `k="${key}"`)
    await symlink(outside, join(workspace, 'dist/shared'))
    await symlink('nowhere', join(workspace, 'dist/broken'))
    expect(await scanBundle({ folder: 'dist', workspace })).toMatchObject({
      facts: {
        hits: [],
        notSearched: [{ what: 'dist/shared', because: 'it is a link to outside of the workspace' }],
      },
    })
  } finally {
    await rm(workspace, { recursive: true })
    await rm(outside, { recursive: true })
  }
})

describe('the ignore file', () => {
  const files = {
    'dist/docs/a.js': `k="${key}"`,
    'dist/app.js': `k="${key}";fetch("https://api.openai.com/v1/models")`,
  }
  const left = async (ignore: string, at = '.openai-preflight-ignore') => {
    const facts = await factsOf({ ...files, [at]: ignore })
    return [...facts.hits.map((hit) => `${hit.kind} ${hit.file}`), facts.ignored]
  }
  const all = ['key dist/app.js', 'key dist/docs/a.js', 'api-call dist/app.js']
  const app = ['key dist/app.js', 'api-call dist/app.js']

  test.each<readonly [string, readonly (string | number)[]]>([
    ['', [...all, 0]],
    ['# a comment\n\n', [...all, 0]],
    ['dist/docs/** # rendered examples', [...app, 1]],
    ['docs/**/*.js key # relative to the folder', [...app, 1]],
    ['a.js # at any depth', [...app, 1]],
    ['docs/ # a whole folder', [...app, 1]],
    ['app.js api-call # behind a proxy', ['key dist/app.js', 'key dist/docs/a.js', 1]],
    ['dist/*.js browser-switch # other kind', [...all, 0]],
    ['dist/? # too short', [...all, 0]],
    ['** # everything', [3]],
    ['dist/docs/**', [...all, 0]],
  ])('%j', async (ignore, expected) => {
    expect(await left(ignore)).toEqual(expected)
  })

  test('globs of many stars end at once', async () => {
    const glob = `${'**/'.repeat(40)}${'*a'.repeat(40)}x # hostile\n`
    const started = performance.now()
    expect(await left(glob.repeat(20))).toEqual([...all, 0])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('in the folder itself', async () => {
    expect(await left('docs/** # examples', 'dist/.openai-preflight-ignore')).toEqual([...app, 1])
  })

  test('a line without a reason, or with a kind that does not exist, is a problem at its place', async () => {
    const scan = await scanFiles({
      ...files,
      '.openai-preflight-ignore': 'a.js # fine\ndist/**\ndist/** secrets # typo\n',
    })
    expect(scan.status === 'scanned' ? scan.facts.problems : []).toMatchObject([
      { setting: '.openai-preflight-ignore:2:1', severity: 'warning' },
      { setting: '.openai-preflight-ignore:3:1', message: expect.stringContaining('"secrets"') },
    ])
  })

  test('one that is named and missing is a problem, not an empty list', async () => {
    const scan = await scanFiles(files, { ignoreFile: 'ci/ignore' })
    expect(scan).toMatchObject({ status: 'unusable', problem: { setting: 'ci/ignore' } })
  })
})

describe('a folder that cannot be searched is a problem of the settings, never a clean bundle', () => {
  test.each([
    ['one that does not exist', {}, 'does not exist'],
    ['a file', { dist: 'text' }, 'is a file'],
    ['an empty one', { 'dist/logo.png': 'text' }, 'holds no front-end files'],
  ])('%s', async (_, files, message) => {
    const scan = await scanFiles(files)
    expect(scan).toMatchObject({
      status: 'unusable',
      problem: { setting: 'client-bundle', message: expect.stringContaining(message) },
    })
  })
})

test('links are followed within the workspace, once, and loops end', async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    await mkdir(join(workspace, 'dist'))
    await mkdir(join(workspace, 'outside'))
    await writeFile(join(workspace, 'dist/a.js'), 'f()')
    await writeFile(join(workspace, 'outside/b.js'), `k="${key}"`)
    await symlink(join(workspace, 'outside/b.js'), join(workspace, 'dist/b.js'))
    await symlink(join(workspace, 'outside'), join(workspace, 'dist/c'))
    await symlink(join(workspace, 'dist'), join(workspace, 'dist/loop'))
    const scan = await scanBundle({ folder: 'dist', workspace })
    expect(scan).toMatchObject({
      facts: { files: 3, hits: [{ file: 'dist/b.js' }, { file: 'dist/c/b.js' }] },
    })
    const linked = await scanBundle({ folder: 'dist/c', workspace })
    expect(linked).toMatchObject({ facts: { hits: [{ file: 'dist/c/b.js' }] } })
  } finally {
    await rm(workspace, { recursive: true })
  }
})

describe('the observation', () => {
  const outcomeOf = async (files: Readonly<Record<string, string>>, signal?: AbortSignal) => {
    const workspace = await mkdtemp(join(tmpdir(), 'bundle-'))
    try {
      await mkdir(join(workspace, 'dist'))
      for (const [name, text] of Object.entries(files))
        await writeFile(join(workspace, 'dist', name), text)
      const options = { folder: 'dist', workspace, ...(signal === undefined ? {} : { signal }) }
      return await probeClientBundle(options)
    } finally {
      await rm(workspace, { recursive: true })
    }
  }

  test.each([
    ['client.key_in_bundle', `fetch("https://api.openai.com/v1/models");k="${key}"`],
    ['client.browser_switch', 'f({dangerouslyAllowBrowser:!0})'],
    ['client.direct_api_call', 'fetch("https://api.openai.com/v1/models")'],
  ])('is failed with %s', async (code, text) => {
    const outcome = await outcomeOf({ 'a.js': text })
    expect(outcome).toMatchObject({ status: 'failed', failure: { code } })
    expect(JSON.stringify(outcome)).not.toContain(key.slice(20, 40))
  })

  test('is ok when nothing was found, and failed when nothing could be searched', async () => {
    expect(await outcomeOf({ 'a.js': 'f()' })).toMatchObject({ status: 'ok', facts: { files: 1 } })
    expect(await outcomeOf({})).toMatchObject({
      status: 'failed',
      failure: { code: 'config.client_bundle_unusable' },
    })
  })

  test('says what was not searched when the run is stopped', async () => {
    expect(await outcomeOf({ 'a.js': `k="${key}"` }, AbortSignal.abort())).toMatchObject({
      status: 'failed',
      failure: { code: 'client.bundle_not_searched' },
      facts: { notSearched: [{ because: 'the run was cancelled' }] },
    })
  })
})
