import { join } from 'node:path'
import type { Document, Node, YAMLMap } from 'yaml'
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { ReadFile, StepEnv } from './pull-request.ts'

export interface StepLocation {
  /** Relative to the checkout, e.g. `.github/workflows/deploy.yml`. */
  readonly file: string
  /** Of the `uses:` line, from 1. */
  readonly line: number
}

/** GitHub runs no workflow that is larger. */
const LONGEST_FILE = 512 * 1024

/**
 * Workflow file and line of the step that runs us. `undefined` when that is not certain: the
 * workflow belongs to another repository, was not checked out, or called a reusable workflow or
 * a composite action that holds the step.
 */
export function findStep(env: StepEnv, readFile: ReadFile): StepLocation | undefined {
  const file = workflowFileOf(env)
  const text = file === undefined ? undefined : readFile(join(env['GITHUB_WORKSPACE'] ?? '', file))
  if (file === undefined || text === undefined || text.length > LONGEST_FILE) return undefined
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const step = stepOf(stepsOf(resolver(document), env['GITHUB_JOB'] ?? '', document.contents), env)
  return step === undefined ? undefined : { file, line: lines.linePos(step.offset).line }
}

/** Of `owner/repo/.github/workflows/x.yml@refs/heads/main`, when it is this repository's. */
function workflowFileOf(env: StepEnv): string | undefined {
  const reference = env['GITHUB_WORKFLOW_REF'] ?? ''
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  const prefix = `${repository}/`
  if (repository === '' || !reference.toLowerCase().startsWith(prefix.toLowerCase()))
    return undefined
  const file = reference.slice(prefix.length).replace(/@.*$/s, '')
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) ? file : undefined
}

/** One step that uses an action. */
interface Step {
  readonly id: string
  readonly uses: string
  /** Of the value of `uses`. */
  readonly offset: number
}

function stepsOf(resolved: Resolve, job: string, root: unknown): readonly Step[] {
  const node = (parent: unknown, name: string): unknown =>
    isMap(parent) ? resolved(parent.get(name, true)) : undefined
  const steps = node(node(node(root, 'jobs'), job), 'steps')
  if (!isSeq(steps)) return []
  return steps.items.flatMap((item) => {
    const step = resolved(item)
    return isMap(step) ? stepIn(resolved, step) : []
  })
}

function stepIn(resolved: Resolve, step: YAMLMap): readonly Step[] {
  const uses = resolved(step.get('uses', true))
  const id = resolved(step.get('id', true))
  if (!isScalar(uses) || typeof uses.value !== 'string' || !uses.range) return []
  return [
    {
      id: isScalar(id) && typeof id.value === 'string' ? id.value : '',
      uses: uses.value,
      offset: uses.range[0],
    },
  ]
}

type Resolve = (node: unknown) => Node | undefined

/** Each alias costs a walk through the file; a workflow that has more is not looked through. */
const MOST_ALIASES = 100

/** What an alias stands for; workflows may have anchors. */
function resolver(document: Document): Resolve {
  let aliases = 0
  return (node) => {
    if (isAlias(node)) {
      aliases += 1
      return aliases > MOST_ALIASES ? undefined : node.resolve(document)
    }
    return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined
  }
}

/**
 * GITHUB_ACTION is the step's `id`; without one the runner makes `__owner_repo` of the action's
 * name, or `__self`, and adds `_2`, `_3`, … for each further step that gets the same name.
 */
function stepOf(steps: readonly Step[], env: StepEnv): Step | undefined {
  const name = env['GITHUB_ACTION'] ?? ''
  const ours = steps.filter((step) => isOurs(step.uses, env['GITHUB_ACTION_REPOSITORY'] ?? ''))
  if (!name.startsWith('__')) return ours.find((step) => step.id === name)
  const unnamed = ours.filter((step) => step.id === '' && sameName(name, generatedName(step.uses)))
  const number = Number(
    /_(\d+)$/.exec(name.slice(generatedName(unnamed[0]?.uses ?? '').length))?.[1] ?? 1,
  )
  return unnamed[number - 1]
}

/** The step uses this very action: its repository, or a path in this one. */
function isOurs(uses: string, actionRepository: string): boolean {
  const local = uses.startsWith('./') || uses.startsWith('$/')
  if (actionRepository === '') return local
  return !local && repositoryOf(uses).toLowerCase() === actionRepository.toLowerCase()
}

/** `owner/repo` of `owner/repo/path@ref`. */
function repositoryOf(uses: string): string {
  return (uses.split('@')[0] ?? '').split('/').slice(0, 2).join('/')
}

function generatedName(uses: string): string {
  if (uses.startsWith('./') || uses.startsWith('$/')) return '__self'
  return `__${repositoryOf(uses).replaceAll(/[^\w-]/g, '_')}`
}

function sameName(name: string, generated: string): boolean {
  const [long, short] = [name.toLowerCase(), generated.toLowerCase()]
  return (
    long === short || (long.startsWith(`${short}_`) && /^\d+$/.test(long.slice(short.length + 1)))
  )
}
