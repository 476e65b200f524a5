import { delimiter } from 'node:path'
import { tmpdir } from 'node:os'
import type { EgressQuestion } from '../egress/index.ts'
import { changesOf } from '../knowledge/client-releases.ts'
import type { Client } from '../model/index.ts'
import { environmentOf, outside } from '../knowledge/started-programs.ts'
import type { Order } from './world.ts'

/** Programs that say the release that `CLIENT_RELEASES` means. A release of reqwest stands in Cargo.lock. */
const SAYS: Partial<
  Readonly<Record<Client, readonly [program: string, args: readonly string[], release: RegExp]>>
> = {
  node: ['node', ['--version'], /^v([\d.]+)/],
  bun: ['bun', ['--version'], /^([\d.]+)/],
  deno: ['deno', ['--version'], /^deno ([\d.]+)/],
  python: ['python3', ['--version'], /^Python ([\d.]+)/],
  go: ['go', ['version'], /\bgo(\d[\d.]*)/],
  dotnet: ['dotnet', ['--list-runtimes'], /^Microsoft\.NETCore\.App ([\d.]+)/m],
  ruby: ['ruby', ['--version'], /^ruby ([\d.]+)/],
  php: ['php', ['-r', 'echo curl_version()["version"];'], /^([\d.]+)/],
  curl: ['curl', ['--version'], /\blibcurl\/([\d.]+)/],
}

/** Milliseconds for one answer; a shim of pyenv needs a tenth of it. */
const MOST_WAIT_MS = 2000
/** Of the deadline: a short one is not spent on this. */
const WAIT_SHARE = 0.1
/** Characters of one answer. */
const MOST_ANSWER = 16 * 1024

/**
 * The releases of these clients as PATH of the application has them, where a rule depends on the release.
 * Started without a shell, outside the checkout, and never from it: what lies there is a stranger's.
 * A program that is not there, is slow or says something else leaves its release unknown.
 */
export async function releasesHere(
  clients: readonly Client[],
  order: Pick<Order, 'environment' | 'workspace' | 'settings' | 'signal'>,
): Promise<NonNullable<EgressQuestion['releases']>> {
  const asked = [...new Set(clients)].filter((client) => changesOf(client).length > 0)
  const told = await Promise.all(
    asked.map(async (client) => [client, await releaseHere(client, order)] as const),
  )
  return Object.fromEntries(told.filter(([, release]) => release !== undefined))
}

async function releaseHere(
  client: Client,
  { environment, workspace, settings, signal }: Parameters<typeof releasesHere>[1],
): Promise<string | undefined> {
  // On the command line our own Node is the one that PATH chose; the runner of an action has its own.
  if (client === 'node' && !RUNNERS_NODE.test(process.execPath)) return process.version
  const [program, args, release] = SAYS[client] ?? []
  // Windows writes it Path.
  const [, folders = ''] = Object.entries(environment).find(([name]) => /^path$/i.test(name)) ?? []
  const path = outside(folders, workspace, process.platform === 'win32').join(delimiter)
  if (program === undefined || args === undefined || path === '') return undefined
  const options = {
    cwd: tmpdir(),
    env: {
      ...environmentOf('runtime', environment),
      PATH: path,
      GOTOOLCHAIN: 'local',
      DOTNET_NOLOGO: '1',
    },
    timeout: Math.min(MOST_WAIT_MS, settings.deadlineMs * WAIT_SHARE),
    maxBuffer: MOST_ANSWER,
    killSignal: 'SIGKILL' as const,
    windowsHide: true,
    signal,
  }
  const { execFile } = process.getBuiltinModule('node:child_process')
  return new Promise((done) => {
    const child = execFile(program, args, options, (_, said) => done(release?.exec(said)?.[1]))
    child.stdin?.end()
  })
}

const RUNNERS_NODE = /[/\\]externals[/\\]node\d+[/\\]/
