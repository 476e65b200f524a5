import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isMap, isScalar, LineCounter, parse, parseDocument, visit } from 'yaml'

/** One thing that is wrong in a workflow. */
export interface Complaint {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** A workflow, or a piece of one that was completed to a workflow. */
export interface WorkflowText {
  readonly file: string
  readonly text: string
  /** Line of `file` on which `text` begins; below 1 where lines were added in front. */
  readonly firstLine: number
}

const ROOT = join(import.meta.dirname, '..')
/** A step that runs this very action: the published one, or the checkout. */
const OUR_STEP = /^(?:\.\/|openai-preflight\/openai-preflight@\S+|\.\/\.openai-preflight)$/
/** What this project itself releases, its reusable workflow included. */
const OWN = /^(?:\.\/|openai-preflight\/openai-preflight[@/])/

// The package imports JSON without the attribute that Node asks for.
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    if (!found.url.endsWith('.json')) return found
    return { ...found, importAttributes: { type: 'json' } }
  },
})
const { validate } = await import('@actions/languageservice')

type FileProvider = NonNullable<NonNullable<Parameters<typeof validate>[1]>['fileProvider']>

/** What GitHub's own language service says, and what it cannot know: our inputs, outputs and pins. */
export async function lintWorkflow(workflow: WorkflowText): Promise<readonly Complaint[]> {
  const document = TextDocument.create(nameOf(workflow), 'yaml', 1, workflow.text)
  const said = await validate(document, { fileProvider: { getFileContent } })
  const complaints = said.map(({ range, message }) => ({
    at: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }))
  return [...complaints, ...ownChecks(workflow.text)].map(({ at, message }) => ({
    file: workflow.file,
    line: workflow.firstLine + at - 1,
    message,
  }))
}

/** A workflow that another one calls: ours are read from here, as they will be released. */
const getFileContent: FileProvider['getFileContent'] = (reference) => {
  if (!('repository' in reference)) return Promise.reject(new Error('not checked out'))
  const { owner, repository, path } = reference
  if (owner !== 'openai-preflight') return Promise.reject(new Error('not ours'))
  const name = `${owner}/${repository}/${path}`
  return Promise.resolve({ name, content: readFileSync(join(ROOT, path), 'utf8') })
}

let documents = 0

/** It tells an action from a workflow by the name, and remembers what it has parsed by the name. */
function nameOf({ file }: WorkflowText): string {
  documents += 1
  return file === 'action.yml'
    ? `file:///${documents}/action.yml`
    : `file:///.github/workflows/${documents}.yml`
}

/** Names below `inputs:` or `outputs:` of action.yml. */
export function actionNames(of: 'inputs' | 'outputs'): readonly string[] {
  const action: unknown = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  const section: unknown = action instanceof Object ? Reflect.get(action, of) : undefined
  return section instanceof Object ? Object.keys(section) : []
}

interface Found {
  /** Line of the text, from 1. */
  readonly at: number
  readonly message: string
}

function ownChecks(text: string): readonly Found[] {
  const inputs = actionNames('inputs')
  const lines = new LineCounter()
  const found: Found[] = []
  const ourSteps: string[] = []
  visit(parseDocument(text, { lineCounter: lines }), {
    Map: (_, map) => {
      const uses = map.get('uses', true)
      if (!isScalar(uses) || typeof uses.value !== 'string') return
      const at = lines.linePos(uses.range?.[0] ?? 0).line
      const pin = pinProblem(uses.value, text.split('\n')[at - 1] ?? '')
      if (pin !== undefined) found.push({ at, message: pin })
      if (!OUR_STEP.test(uses.value)) return
      const id = map.get('id')
      if (typeof id === 'string') ourSteps.push(id)
      const given = map.get('with')
      for (const { key } of isMap(given) ? given.items : []) {
        const name = isScalar(key) ? String(key.value) : ''
        if (!inputs.includes(name)) found.push({ at, message: `action.yml has no input ${name}` })
      }
    },
  })
  return [...found, ...unknownOutputs(text, ourSteps)]
}

/** A tag can be moved by whoever owns it; a full commit hash cannot. */
function pinProblem(uses: string, line: string): string | undefined {
  if (OWN.test(uses)) return undefined
  if (!/@[0-9a-f]{40}$/.test(uses)) return `${uses} is not pinned to a full commit hash`
  return / # v\d+\.\d+\.\d+$/.test(line) ? undefined : `${uses} has no comment with its version`
}

/** Places where an action is pinned to another commit than where it is first used. */
export function pinsApart(workflows: readonly WorkflowText[]): readonly Complaint[] {
  const first = new Map<string, { readonly pin: string; readonly file: string }>()
  return workflows.flatMap(({ file, text, firstLine }) =>
    text.split('\n').flatMap((line, index): readonly Complaint[] => {
      const [, action, pin] =
        /^\s*(?:- )?uses: ([\w.-]+\/[\w./-]+)@([0-9a-f]{40}\b.*)$/.exec(line) ?? []
      if (action === undefined || pin === undefined) return []
      // `codeql-action/init` and `/analyze` are one release.
      const repository = action.split('/').slice(0, 2).join('/')
      const known = first.get(repository) ?? { pin: pin.trim(), file }
      first.set(repository, known)
      if (known.pin === pin.trim()) return []
      return [
        {
          file,
          line: firstLine + index,
          message: `${repository} is pinned otherwise in ${known.file}`,
        },
      ]
    }),
  )
}

function unknownOutputs(text: string, steps: readonly string[]): readonly Found[] {
  const outputs = actionNames('outputs')
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(
        ([, step = '', output = '']) =>
          steps.includes(step) && !outputs.includes(output)
            ? [{ at: index + 1, message: `action.yml has no output ${output}` }]
            : [],
      ),
    )
}
