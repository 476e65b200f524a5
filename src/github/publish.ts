import type { Artifact } from '../reports/index.ts'
import type { Settings } from '../settings/index.ts'
import type { ApiDoor } from './api.ts'
import { publishCheckRun } from './check-run.ts'
import { publishComment } from './comment.ts'
import type { ReadFile, StepEnv } from './event.ts'
import { headCommitOf, pullRequestOf } from './pull-request.ts'

/** Milliseconds that one call to the GitHub API may take. */
const CALL_MS = 5000
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
  const limit = AbortSignal.timeout(Math.ceil(leftMs))
  const door: ApiDoor = {
    env,
    token: githubToken.reveal(),
    timeoutMs: CALL_MS,
    signal: AbortSignal.any([signal, limit]),
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
