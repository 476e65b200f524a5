import type { CommentArtifact } from '../reports/index.ts'
import type { ApiDoor, Published, RepositoryApi } from './api.ts'
import { idOf, publishing } from './api.ts'
import { BadAnswer } from './fetch.ts'
import type { PullRequest } from './pull-request.ts'

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
