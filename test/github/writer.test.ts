import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mask, tellNotice, writeToRunner } from '../../src/github/index.ts'
import { outputText } from '../../src/redaction/index.ts'
import { writeFiles } from '../../src/packets/folder.ts'
import { OUTPUTS, type Artifact } from '../../src/reports/artifact.ts'
import { REPORTS } from '../../src/reports/index.ts'
import { GOLDEN } from '../reports/golden-packets.ts'
import { planted } from '../reports/planted.ts'
import { parseRunnerOutput } from './runner.ts'

/** One for all tests: the toolkit remembers the path of the first summary. */
const SUMMARY = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary')
afterAll(() => rmSync(dirname(SUMMARY), { recursive: true }))

let folder = ''
let printed = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writer-'))
  printed = ''
  for (const path of [join(folder, 'output'), SUMMARY]) writeFileSync(path, '')
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'output'))
  vi.stubEnv('GITHUB_STEP_SUMMARY', SUMMARY)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('workflow commands', () => {
  test('come back from the runner as they went in, whatever the text', async () => {
    expect.hasAssertions()
    const text = fc.string({ unit: 'binary' }).filter((one) => one !== '')
    await fc.assert(
      fc.asyncProperty(text, text, async (title, message) => {
        printed = ''
        const annotation = { kind: 'annotation', level: 'error', title, message, line: 7 } as const
        await writeToRunner([annotation])
        const [seen] = parseRunnerOutput(printed).annotations
        expect(seen).toMatchObject({ title, message, line: 7 })
      }),
    )
  })

  test('mask a value of several lines in one command, and nothing for an empty one', () => {
    mask('one\ntwo')
    expect(parseRunnerOutput(printed).masks).toEqual(['one\ntwo', 'one', 'two'])
    printed = ''
    mask(' ')
    expect(printed).toBe('')
  })

  test('a notice is one line', () => {
    tellNotice('a\n::error::b')
    expect(parseRunnerOutput(printed).annotations).toMatchObject([
      { level: 'notice', message: 'a ::error::b' },
    ])
  })
})

describe('writing', () => {
  test.each(Object.entries(GOLDEN))(
    'packet %s, with every string an attack, reaches the runner as artifacts and nothing else',
    async (_name, golden) => {
      const { packet, view } = planted(golden)
      const artifacts = Object.values(REPORTS).flatMap((report) => report(packet, view))
      expect(await writeToRunner(artifacts)).toEqual([])
      const outputs = artifacts.filter((one) => one.kind === 'output')
      const seen = parseRunnerOutput(printed, {
        output: read('output'),
        summary: readFileSync(SUMMARY, 'utf8'),
        declaredOutputs: outputs.map((one) => one.name),
      })
      expect(seen.problems).toEqual([])
      expect(seen.annotations).toHaveLength(
        artifacts.filter((one) => one.kind === 'annotation').length,
      )
      expect(seen.masks).toEqual([])
      expect(seen.outputs).toEqual(
        Object.fromEntries(outputs.map((one) => [one.name, outputText(one.value)])),
      )
    },
  )

  test('an annotation arrives with its place', async () => {
    const place = { file: 'x.yml', line: 3, endLine: 3, column: 5 }
    const text = { title: 'a: b, c', message: 'one\ntwo' }
    await writeToRunner([{ kind: 'annotation', level: 'error', ...text, ...place }])
    expect(parseRunnerOutput(printed).annotations).toEqual([{ level: 'error', ...text, ...place }])
  })

  test('more than ten of a level are not printed', async () => {
    const one = { kind: 'annotation', level: 'warning', title: 't', message: 'm' } as const
    await writeToRunner(Array.from({ length: 14 }, () => one))
    expect(parseRunnerOutput(printed)).toMatchObject({ problems: [], annotations: { length: 10 } })
  })

  test('an output cannot add another one', async () => {
    const value = 'x\nghadelimiter_1\nok<<E\ntrue\nE'
    await writeToRunner([
      { kind: 'output', name: 'summary', value },
      { kind: 'output', name: 'owner', value: 'auth' },
    ])
    expect(parseRunnerOutput('', { output: read('output') }).outputs).toEqual({
      summary: 'x ghadelimiter_1 ok<<E true E',
      owner: 'auth',
    })
  })

  test('an output holds nothing that a shell would take out of its quotes', async () => {
    const value = 'a";id;echo "$(id) `id` ${HOME} \'x\' C:\\temp\npacket'
    await writeToRunner([{ kind: 'output', name: 'summary', value }])
    const { outputs } = parseRunnerOutput('', { output: read('output') })
    expect(outputs['summary']).toBe('a;id;echo (id) id {HOME} x C:/temp packet')
    const script = `set -u; echo "${outputs['summary']}"; echo '${outputs['summary']}'`
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(
      `${outputs['summary']}\n${outputs['summary']}\n`,
    )
  })

  test('an output keeps its apostrophes, as a letter that quotes nothing in any shell', () => {
    expect(outputText("the caller's key, Node's 'rules'")).toBe(
      'the caller\u02bcs key, Node\u02bcs rules',
    )
  })

  const ALL_OUTPUTS: readonly Artifact[] = OUTPUTS.map((name) => ({
    kind: 'output',
    name,
    value: 'x',
  }))

  test.each([
    ['is a folder', '.', /^The outputs could not be written to GITHUB_OUTPUT \(EISDIR\)\.$/],
    ['is not there', 'none', /^The outputs could not be written to GITHUB_OUTPUT\.$/],
    ['has no name', '', /^GITHUB_OUTPUT is not set: the outputs were not written\.$/],
  ])('a GITHUB_OUTPUT that %s is one sentence for all outputs', async (_name, path, sentence) => {
    vi.stubEnv('GITHUB_OUTPUT', path === '' ? '' : join(folder, path))
    const problems = await writeToRunner(ALL_OUTPUTS)
    expect(problems).toEqual([expect.stringMatching(sentence)])
    expect(parseRunnerOutput(printed).problems).toEqual([])
  })

  test('a summary that cannot be written is said, and the rest is written all the same', async () => {
    rmSync(SUMMARY)
    mkdirSync(SUMMARY)
    const problems = await writeToRunner([
      { kind: 'summary', markdown: 'x' },
      { kind: 'output', name: 'owner', value: 'auth' },
      { kind: 'terminal', text: '::error::x\n', folded: { title: '::a', text: '::error::y\n' } },
    ])
    rmSync(SUMMARY, { recursive: true })
    expect(problems).toEqual([
      expect.stringMatching(/^The job summary could not be written to GITHUB_STEP_SUMMARY/),
    ])
    expect(read('output')).toContain('owner')
    expect(parseRunnerOutput(printed)).toMatchObject({ annotations: [], groups: ['::a'] })
    expect(
      await writeToRunner([{ kind: 'summary', markdown: 'x'.repeat(1024 * 1024 + 1) }]),
    ).toEqual(['The job summary is larger than 1 MiB: not written.'])
  })
})

describe('the files of a run', () => {
  const FILES = [
    { name: 'packet.json', content: '{}' },
    { name: 'report.html', content: '<p>' },
  ]

  test('are known by the paths of those that were written', () => {
    const into = join(folder, 'packets/new')
    const { paths, problems } = writeFiles(into, FILES)
    expect(problems).toEqual([])
    expect([...paths.values()].map((path) => readFileSync(path, 'utf8'))).toEqual(['{}', '<p>'])
  })

  test('without a folder get a new one each time, which only this user can read', () => {
    const [one, two] = [writeFiles(undefined, FILES), writeFiles(undefined, FILES)]
    const [first = '', second = ''] = [one, two].map(({ paths }) => paths.get('packet.json'))
    expect(first).not.toBe(second)
    for (const path of [first, second]) {
      expect(statSync(dirname(path)).mode & 0o077).toBe(0)
      rmSync(dirname(path), { recursive: true })
    }
  })

  test.skipIf(process.platform !== 'linux').each(['/proc/x/y', '/sys/x', '/dev/null/x'])(
    'in %s are not there, at once, and each is named',
    (into) => {
      const { paths, problems } = writeFiles(into, FILES)
      expect([...paths]).toEqual([])
      expect(problems).toEqual([
        expect.stringMatching(/^packet\.json could not be written to \/.* \(E\w+\)\.$/),
        expect.stringMatching(/^report\.html could not be written to \/.* \(E\w+\)\.$/),
      ])
    },
  )
})
