import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import schema from '../../schema/config.schema.json' with { type: 'json' }
import { lintWorkflow } from '../../scripts/workflow-lint.ts'
import { allWorkflows, piecesIn } from '../../scripts/workflow-texts.ts'

const ROOT = join(import.meta.dirname, '../..')
const gate = readFileSync(join(ROOT, 'examples/gate.yml'), 'utf8')

async function complaintsAbout(text: string, file = 'examples/some.yml'): Promise<string[]> {
  const found = await lintWorkflow({ file, text, firstLine: 1 })
  return found.map(({ line, message }) => `${line}: ${message}`)
}

describe('workflows', () => {
  test.each(allWorkflows().map((one) => [`${one.file}:${one.firstLine}`, one] as const))(
    '%s has nothing wrong',
    async (_, workflow) => {
      expect(await lintWorkflow(workflow)).toEqual([])
    },
  )

  test('upload the packet only where it was written: an empty path fails the step', () => {
    const uploads = allWorkflows().flatMap(({ text }) => text.split(/^ *- (?=\w+:)/m))
    const paths = uploads.flatMap((step) => {
      const output = /path: \$\{\{ (steps\.\w+\.outputs\.\w+) \}\}/.exec(step)?.[1]
      return output === undefined ? [] : [[output, step] as const]
    })
    expect(paths.length).toBeGreaterThan(2)
    expect(paths.filter(([output, step]) => !step.includes(`${output} != ''`))).toEqual([])
  })

  test('of the pages are among those that are checked', () => {
    const pieces = allWorkflows().filter(({ file }) => /^(?:README|docs\/gating)\.md$/.test(file))
    expect(pieces.length).toBeGreaterThan(5)
  })
})

describe('the linter finds', () => {
  test.each([
    ['an input that action.yml does not have', 'model: ${{', 'modell: ${{', 'no input modell'],
    ['an output that it does not have', 'outputs.summary', 'outputs.sumary', 'no output sumary'],
    ['a job that nobody needs', 'needs.preflight.', 'needs.preflite.', 'preflite'],
    ['a tag instead of a commit', /@[0-9a-f]{40}/, '@v7', 'not pinned'],
    ['a commit without its version', / # v7\.0\.1/, '', 'no comment with its version'],
    ['a step of another kind', 'run: ./deploy.sh', 'runs: ./deploy.sh', "Unexpected value 'runs'"],
    ['an unknown permission', 'contents: read', 'content: read', "Unexpected value 'content'"],
  ])('%s', async (_, before, after, message) => {
    const complaints = await complaintsAbout(gate.replace(before, after))
    expect(complaints.join('\n')).toContain(message)
  })

  test('what is wrong with action.yml itself', async () => {
    const action = readFileSync(join(ROOT, 'action.yml'), 'utf8')
    expect(await complaintsAbout(action.replace('node24', 'node7'), 'action.yml')).not.toEqual([])
  })

  test('the line of the page on which a piece of it is wrong', async () => {
    const page = [
      'Text',
      '',
      '```yaml',
      '- uses: openai-preflight/openai-preflight@v1',
      '  with:',
      '    nonsense: 1',
      '```',
    ].join('\n')
    const [piece] = piecesIn('docs/some.md', page)
    const complaints = piece === undefined ? [] : await lintWorkflow(piece)
    expect(complaints).toEqual([
      { file: 'docs/some.md', line: 4, message: 'action.yml has no input nonsense' },
    ])
  })
})

test('the example of a settings file is what its schema says', () => {
  const example: unknown = parse(
    readFileSync(join(ROOT, 'examples/settings/openai-preflight.yml'), 'utf8'),
  )
  const validate = new Ajv2020({ strict: false }).compile(schema)
  validate(example)
  expect(validate.errors).toBeNull()
  expect(validate({ routes: { direct: { 'api-key': 'x' } } })).toBe(false)
})
