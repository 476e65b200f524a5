import { given, codeNote } from '../model/index.ts'
import {
  debug,
  endGroup,
  error,
  notice,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core'
import { cut, oneLine, outputText, withoutCommands } from '../redaction/index.ts'
import type { AnnotationArtifact, Artifact } from '../reports/index.ts'

/** Caps of the runner for one step (actions/runner, ExecutionContext.cs, CreateStepSummaryCommand). */
const MOST_ANNOTATIONS_OF_A_LEVEL = 10
const LONGEST_MESSAGE = 4096
const MOST_SUMMARY_BYTES = 1024 * 1024

const ANNOTATE = { error, warning, notice } as const

/** Registers a value, and each of its lines, to be masked in the log. Empty values are not: the runner warns. */
export function mask(value: string): void {
  if (value.trim() !== '') setSecret(value)
}

/** One line for people, without a place. */
export function tellNotice(text: string): void {
  notice(oneLine(text))
}

/** One line that is shown where step debug is on. */
export function tellDebug(text: string): void {
  debug(text)
}

/**
 * Writes artifacts to the runner through `@actions/core`: text and annotations to standard output,
 * outputs and summary to the files that the runner names. Files, comments and check runs are not
 * written here. Never rejects; resolves to what could not
 * be written, one sentence for each file. Outputs are written before anything waits.
 */
export async function writeToRunner(artifacts: readonly Artifact[]): Promise<readonly string[]> {
  const levels = new Map<string, number>()
  for (const artifact of artifacts) {
    if (artifact.kind === 'terminal') writeText(artifact)
    if (artifact.kind !== 'annotation') continue
    const before = levels.get(artifact.level) ?? 0
    levels.set(artifact.level, before + 1)
    if (before < MOST_ANNOTATIONS_OF_A_LEVEL) annotate(artifact)
  }
  const outputs = writeOutputs(artifacts)
  return [...outputs, ...(await writeSummary(artifacts))]
}

function writeText({ text, folded }: Extract<Artifact, { kind: 'terminal' }>): void {
  process.stdout.write(withoutCommands(text))
  if (folded === undefined) return
  startGroup(folded.title)
  process.stdout.write(withoutCommands(folded.text))
  endGroup()
}

function annotate({
  level,
  title,
  message,
  file,
  line,
  endLine,
  column,
}: AnnotationArtifact): void {
  ANNOTATE[level](cut(message, LONGEST_MESSAGE), {
    title,
    ...given({ file, startLine: line, endLine, startColumn: column }),
  })
}

/** All or the first reason: twelve outputs that meet one closed file are one sentence. */
function writeOutputs(artifacts: readonly Artifact[]): readonly string[] {
  // Without the file the toolkit falls back to a command that the runner has disabled.
  if (!process.env['GITHUB_OUTPUT'])
    return ['GITHUB_OUTPUT is not set: the outputs were not written.']
  const problems = new Set<string>()
  for (const artifact of artifacts) {
    if (artifact.kind !== 'output') continue
    try {
      setOutput(artifact.name, outputText(artifact.value))
    } catch (thrown) {
      problems.add(`The outputs could not be written to GITHUB_OUTPUT${codeNote(thrown)}.`)
    }
  }
  return [...problems].slice(0, 1)
}

async function writeSummary(artifacts: readonly Artifact[]): Promise<readonly string[]> {
  const text = artifacts
    .flatMap((artifact) => (artifact.kind === 'summary' ? [artifact.markdown] : []))
    .join('\n')
  if (text === '') return []
  if (!process.env['GITHUB_STEP_SUMMARY'])
    return ['GITHUB_STEP_SUMMARY is not set: the job summary was not written.']
  if (Buffer.byteLength(text) > MOST_SUMMARY_BYTES)
    return ['The job summary is larger than 1 MiB: not written.']
  try {
    await summary.addRaw(text).write()
    return []
  } catch (thrown) {
    return [`The job summary could not be written to GITHUB_STEP_SUMMARY${codeNote(thrown)}.`]
  } finally {
    // A write that failed keeps its text, and would repeat it.
    summary.emptyBuffer()
  }
}
