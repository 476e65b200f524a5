import { fields, isObject } from '../model/index.ts'
import {
  type ApiDoor,
  idOf,
  type Published,
  publishing,
  type RepositoryApi,
  strange,
} from './api.ts'
import {
  headCommitOf,
  type PullRequest,
  pullRequestOf,
  type ReadFile,
  type StepEnv,
} from './pull-request.ts'
import { cut } from '../redaction/index.ts'
import type {
  AnnotationArtifact,
  Artifact,
  CheckRunArtifact,
  CommentArtifact,
} from '../reports/index.ts'
import type { Settings } from '../settings/index.ts'

export type CommentMode = 'never' | 'on-failure' | 'always'

/**
 * Creates or updates the one comment with this marker. In mode `on-failure` a good result creates
 * nothing, but it updates a comment that told of a failure. Never throws.
 */
export async function publishComment(
  artifact: CommentArtifact,
  mode: CommentMode,
  pullRequest: PullRequest,
  door: ApiDoor,
): Promise<Published> {
  if (mode === 'never') return { status: 'skipped' }
  if (pullRequest.number === undefined)
    return { status: 'skipped', notice: `No pull request to comment on: ${pullRequest.because}.` }
  const issue = pullRequest.number
  return publishing(door, 'the pull request comment', 'pull-requests: write', async (api) => {
    const existing = await findComment(api, issue, artifact.marker)
    if (existing === undefined) {
      if (artifact.resolved && mode === 'on-failure') return { status: 'skipped' }
      idOf(await api.send('POST', `issues/${issue}/comments`, { body: artifact.markdown }))
      return { status: 'created' }
    }
    if (existing.body === artifact.markdown) return { status: 'unchanged' }
    const path = `issues/comments/${existing.id}`
    idOf(await api.send('PATCH', path, { body: artifact.markdown }))
    return { status: 'updated' }
  })
}

/** Pages that are looked through: 100 comments each. */
const MOST_PAGES = 30

/**
 * Our comment begins with the marker. One by somebody without a say in the repository is not
 * ours: anybody may write a marker, and the token may edit what others wrote.
 */
async function findComment(api: RepositoryApi, issue: number, marker: string) {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = await api.get(`issues/${issue}/comments?per_page=100&page=${page}`)
    if (!Array.isArray(listed)) return strange()
    for (const comment of listed as readonly unknown[]) {
      const { user, author_association: role, ...written } = fields(comment)
      const body = written['body'] ?? ''
      if (!isObject(comment) || typeof body !== 'string') return strange()
      const isOurs = fields(user)['type'] === 'Bot' || TRUSTED.has(role)
      if (isOurs && body.startsWith(marker)) return { id: idOf(comment), body }
    }
    if (listed.length < 100) return undefined
  }
  return undefined
}

const TRUSTED: ReadonlySet<unknown> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/** GitHub takes 50 annotations with each request, titles of 255 characters, texts of 64 KB. */
const MOST_ANNOTATIONS = 50
const LONGEST_TITLE = 255
const LONGEST_TEXT = 65_535

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const

/**
 * Publishes a completed check run on a commit: the first 50 annotations with it, the others in
 * further updates. Never throws.
 * @param name of the check, as branch protection knows it
 */
export async function publishCheckRun(
  artifact: CheckRunArtifact,
  name: string,
  headSha: string,
  door: ApiDoor,
): Promise<Published> {
  if (headSha === '') return { status: 'skipped', notice: 'No commit for a check run is known.' }
  return publishing(door, 'the check run', 'checks: write', async (api) => {
    const annotations = artifact.annotations.flatMap(annotationOf)
    const output = (from: number) => ({
      title: cut(artifact.title, LONGEST_TITLE),
      summary: cut(artifact.summary, LONGEST_TEXT),
      annotations: annotations.slice(from, from + MOST_ANNOTATIONS),
    })
    const { conclusion } = artifact
    const asked = { name, head_sha: headSha, status: 'completed', conclusion, output: output(0) }
    const id = idOf(await api.send('POST', 'check-runs', asked))
    for (let from = MOST_ANNOTATIONS; from < annotations.length; from += MOST_ANNOTATIONS)
      await api.send('PATCH', `check-runs/${id}`, { output: output(from) })
    return { status: 'created' }
  })
}

function annotationOf(annotation: AnnotationArtifact) {
  const { file, line = 1, endLine = line, level, title, message } = annotation
  if (file === undefined) return []
  return [
    {
      path: file,
      start_line: line,
      end_line: endLine,
      annotation_level: LEVELS[level],
      title: cut(title, LONGEST_TITLE),
      message: cut(message, LONGEST_TEXT),
    },
  ]
}

const CHECK_NAME = 'OpenAI preflight'

/**
 * Writes the comment and the check run that were asked for. The verdict is told by then, so whatever
 * happens here is a sentence for people, never a failure.
 * @param leftMs milliseconds for everything together
 */
export async function publish(
  artifacts: readonly Artifact[],
  { comment, checkRun, githubToken }: Pick<Settings, 'comment' | 'checkRun' | 'githubToken'>,
  { env, readFile }: { readonly env: StepEnv; readonly readFile: ReadFile },
  signal: AbortSignal,
  leftMs: number,
): Promise<readonly string[]> {
  if (githubToken === undefined) return ['comment and check-run need github-token.']
  // A clock takes whole milliseconds.
  const timeoutMs = Math.ceil(leftMs)
  const door: ApiDoor = {
    env,
    token: githubToken.reveal(),
    timeoutMs,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  }
  const notices: string[] = []
  for (const artifact of artifacts) {
    const published =
      artifact.kind === 'comment'
        ? await publishComment(artifact, comment, pullRequestOf(env, readFile), door)
        : artifact.kind === 'check-run' && checkRun
          ? await publishCheckRun(artifact, CHECK_NAME, headCommitOf(env, readFile), door)
          : undefined
    if (published?.notice !== undefined) notices.push(published.notice)
  }
  return notices
}
