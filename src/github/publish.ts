import { type ApiDoor, idOf, type Published, publishing, type RepositoryApi } from './api.ts'
import type { PullRequest, ReadFile, StepEnv } from './pull-request.ts'
import { headCommitOf, pullRequestOf } from './pull-request.ts'
import { BadAnswer } from './fetch.ts'
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
      const { data } = await api.octokit.request(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        {
          ...api.repository,
          issue_number: issue,
          body: artifact.markdown,
          request: api.bound(),
        },
      )
      idOf(data)
      return { status: 'created' }
    }
    if (existing.body === artifact.markdown) return { status: 'unchanged' }
    const { data } = await api.octokit.request(
      'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      {
        ...api.repository,
        comment_id: existing.id,
        body: artifact.markdown,
        request: api.bound(),
      },
    )
    idOf(data)
    return { status: 'updated' }
  })
}

interface Existing {
  readonly id: number | bigint
  readonly body: string
}

/** Pages that are looked through: 100 comments each. */
const MOST_PAGES = 30

/**
 * Our comment begins with the marker. One by somebody without a say in the repository is not
 * ours: anybody may write a marker, and the token may edit what others wrote.
 */
async function findComment(
  { octokit, repository, bound }: RepositoryApi,
  issue: number,
  marker: string,
): Promise<Existing | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await octokit.request(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...repository, issue_number: issue, per_page: 100, page, request: bound() },
    )
    if (!Array.isArray(data)) throw new BadAnswer('gave an answer that its API does not give')
    const ours = data.find(
      (comment) =>
        comment.body?.startsWith(marker) === true &&
        (comment.user?.type === 'Bot' || TRUSTED.has(comment.author_association ?? '')),
    )
    if (ours !== undefined) return { id: ours.id, body: ours.body ?? '' }
    if (data.length < 100) return undefined
  }
  return undefined
}

const TRUSTED: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

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
  return publishing(
    door,
    'the check run',
    'checks: write',
    async ({ octokit, repository, bound }) => {
      const annotations = artifact.annotations.flatMap(annotationOf)
      const text = {
        title: cut(artifact.title, LONGEST_TITLE),
        summary: cut(artifact.summary, LONGEST_TEXT),
      }
      const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...repository,
        name,
        head_sha: headSha,
        status: 'completed',
        conclusion: artifact.conclusion,
        output: { ...text, annotations: annotations.slice(0, MOST_ANNOTATIONS) },
        request: bound(),
      })
      const id = idOf(data)
      for (let first = MOST_ANNOTATIONS; first < annotations.length; first += MOST_ANNOTATIONS) {
        await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...repository,
          check_run_id: Number(id),
          output: { ...text, annotations: annotations.slice(first, first + MOST_ANNOTATIONS) },
          request: bound(),
        })
      }
      return { status: 'created' }
    },
  )
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
