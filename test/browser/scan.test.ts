import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  expect([facts.hits.length, facts.omitted]).toEqual([1000, 200])
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
  const all = ['key dist/app.js', 'api-call dist/app.js', 'key dist/docs/a.js']

  test.each<readonly [string, readonly (string | number)[]]>([
    ['', [...all, 0]],
    ['# a comment\n\n', [...all, 0]],
    ['dist/docs/** # rendered examples', [...all.slice(0, 2), 1]],
    ['docs/**/*.js key # relative to the folder', [...all.slice(0, 2), 1]],
    ['a.js # at any depth', [...all.slice(0, 2), 1]],
    ['docs/ # a whole folder', [...all.slice(0, 2), 1]],
    ['app.js api-call # behind a proxy', ['key dist/app.js', 'key dist/docs/a.js', 1]],
    ['dist/*.js browser-switch # other kind', [...all, 0]],
    ['dist/? # too short', [...all, 0]],
    ['** # everything', [3]],
    ['dist/docs/**', [...all, 0]],
  ])('%j', async (ignore, expected) => {
    expect(await left(ignore)).toEqual(expected)
  })

  test('in the folder itself', async () => {
    expect(await left('docs/** # examples', 'dist/.openai-preflight-ignore')).toEqual([
      ...all.slice(0, 2),
      1,
    ])
  })

  test('a line without a reason, or with a kind that does not exist, is a problem at its place', async () => {
    const scan = await scanFiles({
      ...files,
      '.openai-preflight-ignore': 'a.js # fine\ndist/**\ndist/** secrets # typo\n',
    })
    expect(scan.status === 'scanned' ? scan.problems : []).toMatchObject([
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

test('links are not followed, neither to files nor to folders', async () => {
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
    expect(scan).toMatchObject({ facts: { files: 1, hits: [] } })
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
      return (await probeClientBundle(options)).outcome
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

  test('is ok when nothing was found, and skipped when nothing could be searched', async () => {
    expect(await outcomeOf({ 'a.js': 'f()' })).toMatchObject({ status: 'ok', facts: { files: 1 } })
    expect(await outcomeOf({})).toMatchObject({ status: 'skipped' })
  })

  test('is skipped when the run is stopped', async () => {
    expect(await outcomeOf({ 'a.js': `k="${key}"` }, AbortSignal.abort())).toMatchObject({
      status: 'skipped',
      because: expect.stringContaining('stopped'),
    })
  })
})
