import { fields, isObject, type Packet } from '../model/index.ts'
import { unzipSync } from 'fflate'
import { MOST_PACKET_BYTES, readPacket } from '../packets/read.ts'
import { apiUrlOf, withApi, type ApiDoor, type RepositoryApi } from './api.ts'
import { readEvent } from '../settings/sources.ts'
import type { ReadFile, StepEnv } from './pull-request.ts'
import { download } from './fetch.ts'

/** The packet of an earlier run, or why there is none. */
export type Earlier = { readonly packet: Packet } | { readonly notice: string }

/** Artifacts of a name that are looked at, newest first. */
const MOST_CANDIDATES = 5

/**
 * The packet that the last good run of this workflow has uploaded: on this branch, else on the
 * default branch. Runs of forks are passed over, since their artifacts are of strangers. Never throws.
 * @param name of the artifact
 */
export async function readLastGreen(
  name: string,
  door: ApiDoor,
  readFile: ReadFile,
): Promise<Earlier> {
  const task = {
    what: `the artifact ${name} of an earlier run`,
    done: 'read',
    permission: 'actions: read',
  } as const
  return withApi(door, task, async (api): Promise<Earlier> => {
    const { octokit, repository, bound } = api
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/artifacts', {
      ...repository,
      name,
      per_page: 50,
      request: bound(),
    })
    const listed: unknown = data.artifacts
    const found = inOrder(Array.isArray(listed) ? listed : [], door.env, readFile)
    for (const { id, run } of found.slice(0, MOST_CANDIDATES)) {
      if (!(await isOfThisWorkflow(api, run, door.env))) continue
      const { owner, repo } = repository
      const url = `${apiUrlOf(door.env)}/repos/${owner}/${repo}/actions/artifacts/${id}/zip`
      const packet = packetIn(await download(url, door.token, bound().signal))
      if (packet?.verdict.verdict === 'pass') return { packet }
    }
    const looked =
      found.length > MOST_CANDIDATES ? ` Its newest ${MOST_CANDIDATES} were looked at.` : ''
    const notice = `No earlier good run of this workflow has a usable artifact ${name}.${looked}`
    return { notice }
  })
}

interface Candidate {
  readonly id: number
  /** Id of the run that uploaded it. */
  readonly run: number
}

/** Usable ones, those of this branch before those of the default branch, newest first. */
function inOrder(
  artifacts: readonly unknown[],
  env: StepEnv,
  readFile: ReadFile,
): readonly Candidate[] {
  const branch = env['GITHUB_HEAD_REF'] || (env['GITHUB_REF_NAME'] ?? '')
  const home = fields(fields(readEvent(env, readFile))['repository'])['default_branch']
  const rank = (run: ReturnType<typeof fields>): number =>
    run['head_branch'] === branch ? 0 : home === undefined || run['head_branch'] === home ? 1 : 2
  return artifacts
    .filter(isObject)
    .flatMap((one) => {
      const run = fields(one['workflow_run'])
      const { id, created_at: at } = one
      const ofThisRun = String(run['id']) === env['GITHUB_RUN_ID']
      const ofFork = run['head_repository_id'] !== run['repository_id']
      if (typeof id !== 'number' || typeof run['id'] !== 'number') return []
      if (one['expired'] === true || ofThisRun || ofFork || rank(run) > 1) return []
      return [{ id, run: run['id'], rank: rank(run), at: typeof at === 'string' ? at : '' }]
    })
    .toSorted((a, b) => a.rank - b.rank || (a.at < b.at ? 1 : -1))
}

/** Another workflow may have a job of the same name. */
async function isOfThisWorkflow(
  { octokit, repository, bound }: RepositoryApi,
  run: number,
  env: StepEnv,
): Promise<boolean> {
  const own = /^[^/]+\/[^/]+\/(.+?)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1]
  if (own === undefined) return true
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
    ...repository,
    run_id: run,
    request: bound(),
  })
  return data.path.split('@')[0] === own
}

/**
 * The `packet.json` of an archive; `undefined` where it holds none that can be used. Sizes are those
 * that the archive announces and no byte more is unpacked, nothing is written, names are compared only.
 */
export function packetIn(archive: Uint8Array): Packet | undefined {
  let files
  try {
    let taken = false
    files = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        const fits = /^(?:[^/\\]+\/)*packet\.json$/.test(name) && originalSize <= MOST_PACKET_BYTES
        if (!fits || taken) return false
        taken = true
        return true
      },
    })
  } catch {
    return undefined
  }
  const [bytes] = Object.values(files)
  if (bytes === undefined) return undefined
  const read = readPacket(Buffer.from(bytes).toString('utf8'), 'packet.json')
  return 'packet' in read ? read.packet : undefined
}
