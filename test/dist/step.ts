import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { fields, type Packet } from '../../src/model/index.ts'
import { parseRunnerOutput, type RunnerOutput } from '../github/runner.ts'
import { run, type Finished } from '../lab/namespace.ts'
import { labRoot } from '../loopback/pki.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The action as it came out: what GitHub shows, and what lies in the packet folder. */
export interface Step extends RunnerOutput {
  readonly ended: Finished
  readonly packet: Packet
  /** Text of report.html. */
  readonly report: string
  /** Everything that left the process, for searching. */
  readonly everything: string
}

export function declaredOutputs(): readonly string[] {
  const action: unknown = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  return Object.keys(fields(fields(action)['outputs']))
}

/**
 * Starts dist/index.js as the runner does: Node, INPUT_*, GITHUB_* files, a cleaned environment,
 * the lab's root trusted by NODE_EXTRA_CA_CERTS.
 */
export async function runStep(options: {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly node?: string
  readonly main?: string
  /** Told of the process as soon as it runs, e.g. to send it a signal. */
  readonly onStart?: (pid: number) => void
  /** Hears each line of stdout as it comes. */
  readonly onLine?: (line: string) => void
}): Promise<Step> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-step-'))
  try {
    const at = (name: string): string => join(folder, name)
    for (const name of ['output', 'summary']) writeFileSync(at(name), '')
    writeFileSync(at('root.pem'), labRoot().pem)
    for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(at(name), text)
    const inputs = Object.entries(options.inputs ?? {}).map(
      ([name, value]) =>
        [`INPUT_${name.toUpperCase()}`, value.replaceAll('{folder}', folder)] as const,
    )
    const ended = await run(
      options.node ?? join(ROOT, 'node_modules/node/bin/node'),
      [options.main ?? process.env['PREFLIGHT_TEST_MAIN'] ?? join(ROOT, 'dist/index.js')],
      {
        cwd: folder,
        timeoutMs: 60_000,
        ...(options.onStart === undefined ? {} : { onStart: options.onStart }),
        ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
        env: {
          HOME: folder,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: folder,
          GITHUB_OUTPUT: at('output'),
          GITHUB_STEP_SUMMARY: at('summary'),
          RUNNER_TEMP: folder,
          NODE_EXTRA_CA_CERTS: at('root.pem'),
          ...Object.fromEntries(inputs),
          ...options.env,
        },
      },
    )
    const read = (path: string): string => {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return ''
      }
    }
    const output = read(at('output'))
    const summary = read(at('summary'))
    const files = ['packet.json', 'report.html', 'escalation.md'].map((name) =>
      read(join(folder, 'openai-preflight', name)),
    )
    const seen = parseRunnerOutput(ended.stdout + ended.stderr, {
      output,
      summary,
      declaredOutputs: declaredOutputs(),
    })
    return {
      ...seen,
      ended,
      packet: JSON.parse(files[0] === '' ? '{}' : (files[0] ?? '{}')),
      report: files[1] ?? '',
      everything: [ended.stdout, ended.stderr, output, summary, ...files].join('\n'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
