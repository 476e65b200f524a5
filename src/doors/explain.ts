import type { Flags } from '../command-line/flags.ts'
import { failsJob } from '../model/index.ts'
import { askSource } from '../settings/ask.ts'
import { inputPath, workspaceOf } from '../settings/paths.ts'
import { readOwners } from '../settings/read.ts'
import type { Settings } from '../settings/index.ts'
import { defectOf } from './defects.ts'
import { EXIT, codeOf } from './exit-code.ts'
import { bytesOf, UnreadableInput, whatIsWrong } from './input-file.ts'
import type { RunReports } from './run-reports.ts'
import { complain, say, warn, type Unusable } from './say.ts'

/**
 * `openai-preflight explain`: of the settings it needs `fail-on` alone, so neither the others nor
 * the reports are loaded. Resolves to the exit code.
 */
export async function explainCommand(
  flags: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  try {
    return await Promise.race([tellLog(flags, process, signal), defectOf(process)])
  } catch (error) {
    const { tellDefectOf } = await import('./commands.ts')
    return tellDefectOf(error, flags, process, signal)
  }
}

/** The log that is named, else standard input. */
export async function tellLog(
  { values, operands, on }: Flags,
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<number> {
  const { env } = process
  const input = (name: string): string | undefined => values.get(name)
  const workspace = workspaceOf(env)
  const ask = askSource({ input, env, label: (name) => `--${name}` })
  const log = operands[0] || inputPath({ env, workspace }, ask, 'log') || '-'
  if (log === '-' && process.stdin.isTTY)
    warn('Paste the log here, then press Ctrl-D; or name a file.')
  const failOn = readOwners(ask, 'fail-on')
  const options = { json: on('json'), failOn, signal, workspace, pipes: true } as const
  const told = await explainMode(log, process, options)
  if ('fix' in told) return complain([told])
  for (const artifact of told.artifacts({})) {
    if (artifact.kind === 'terminal') say(artifact.text)
  }
  return told.exitCode
}

/** An existing log, explained by the same rules; nothing is sent. */
export async function explainMode(
  log: string,
  process: Pick<NodeJS.Process, 'stdin'>,
  options: {
    readonly json: boolean
    readonly failOn: Settings['failOn']
    readonly signal: AbortSignal
    /** Folder of the checkout: annotations go to lines of files in it. */
    readonly workspace: string
    /** The log may be a pipe: there is a person who can end the wait. */
    readonly pipes?: true
    /** The log stands beside a run whose outputs are the step's. */
    readonly beside?: boolean
  },
): Promise<RunReports | Unusable> {
  const { explain, tellExplanation } = await import('../explain/index.ts')
  const bytes = bytesOf(log, process, options.signal, options.pipes === true)
  const explanation = await explain(bytes, { signal: options.signal }).catch(whatIsWrong)
  if (explanation instanceof UnreadableInput) {
    return {
      message: `The log ${log} ${explanation.message}.`,
      fix: 'Name a file that this user can read, or - for standard input.',
    }
  }
  const { owner, branch, code } = explanation.verdict
  const verdict = owner === 'none' ? 'pass' : owner === 'unknown' ? 'inconclusive' : 'fail'
  const failing = failsJob({ verdict, owner, branch, code }, options.failOn)
  const text = `${JSON.stringify(explanation, null, 2)}\n`
  const { workspace, beside = false, json } = options
  return {
    files: json ? [] : [{ kind: 'file', name: 'explanation.json', content: text }],
    artifacts: () =>
      json
        ? [{ kind: 'terminal', text }]
        : tellExplanation(explanation, { log, workspace, failing, outputs: !beside }).filter(
            (artifact) => artifact.kind !== 'file',
          ),
    exitCode: failing ? codeOf(verdict) : EXIT.pass,
    notices: [],
  }
}
