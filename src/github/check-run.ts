import { cut } from '../redaction/index.ts'
import type { AnnotationArtifact, CheckRunArtifact } from '../reports/index.ts'
import type { ApiDoor, Published } from './api.ts'
import { idOf, publishing } from './api.ts'

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
