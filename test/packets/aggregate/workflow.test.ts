import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const text = await readFile(
  new URL('../../../.github/workflows/fleet.yml', import.meta.url),
  'utf8',
)
const { on, jobs, permissions } = parse(text)

describe('the fleet workflow', () => {
  test('is called with targets and hands out one verdict', () => {
    expect(on.workflow_call.inputs.targets).toMatchObject({ type: 'string', required: true })
    expect(Object.keys(on.workflow_call.outputs)).toEqual([
      'verdict',
      'ok',
      'owner',
      'branch',
      'code',
      'summary',
    ])
  })

  test('goes on with the other targets when one fails', () => {
    expect(jobs.probe.strategy['fail-fast']).toBe(false)
    expect(jobs.probe.strategy.matrix.target).toBe('${{ fromJSON(inputs.targets) }}')
    const step = jobs.probe.steps.find((one: { id?: string }) => one.id === 'preflight')
    expect(step['continue-on-error']).toBe(true)
  })

  test('sums up whatever came, and knows who was asked', () => {
    expect(jobs.aggregate).toMatchObject({ needs: 'probe', if: '${{ !cancelled() }}' })
    expect(jobs.aggregate.steps.at(-1).with).toEqual({
      aggregate: 'packets',
      'fail-on': '${{ inputs.fail-on }}',
    })
    expect(text).toContain('packets/expected.json')
  })

  test('names artifacts as they are read again', () => {
    const upload = jobs.probe.steps.at(-1).with.name
    const name = upload
      .replace('${{ github.run_attempt }}', '3')
      .replace('${{ strategy.job-index }}', '2')
    expect(name).toBe('openai-preflight-3-2')
  })

  test('pins what others wrote, and asks for no rights it does not need', () => {
    const uses = [...text.matchAll(/uses: (actions\/.*)/g)].map((match) => match[1])
    expect(uses).toHaveLength(5)
    for (const one of uses) expect(one).toMatch(/@[0-9a-f]{40} # v\d/)
    expect(permissions).toEqual({})
  })

  test('runs the action at the ref that the caller pinned, in both jobs', () => {
    expect(text).not.toMatch(/uses: openai-preflight\/openai-preflight@/)
    for (const job of [jobs.probe, jobs.aggregate]) {
      const uses = job.steps.map((one: { uses?: string }) => one.uses)
      const paths = job.steps.map((one: { with?: { path?: string } }) => one.with?.path)
      expect(paths.indexOf('.openai-preflight')).toBeLessThan(uses.indexOf('./.openai-preflight'))
      expect(paths).toContain('.openai-preflight')
    }
    const refs = [...text.matchAll(/ref: (.*)/g)].map((match) => match[1])
    expect(refs).toEqual(["${{ job.workflow_sha || 'v1' }}", "${{ job.workflow_sha || 'v1' }}"])
  })

  test('passes on every setting of the caller, and the variables that it does not inherit', () => {
    const step = jobs.probe.steps.find((one: { id?: string }) => one.id === 'preflight')
    const own = ['targets', 'timeout-minutes', 'env']
    const passed = Object.keys(on.workflow_call.inputs).filter((name) => !own.includes(name))
    for (const name of passed) expect(step.with[name]).toBe(`\${{ inputs.${name} }}`)
    expect(text).toContain('>> "$GITHUB_ENV"')
  })

  test('puts no input into a script', () => {
    for (const job of [jobs.probe, jobs.aggregate]) {
      for (const step of job.steps) expect(step.run ?? '').not.toContain('${{')
    }
  })
})
