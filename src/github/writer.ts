import { appendFileSync } from 'node:fs'
import { writeWhole } from '../packets/folder.ts'
import { cut, withoutCommands } from '../redaction/index.ts'
import type { AnnotationArtifact, Artifact } from '../reports/index.ts'
import { command, fileEntry } from './commands.ts'

/** What the writer needs of the process. Everything it does is synchronous: it runs at exit, too. */
export interface RunnerDoor {
  /** Of the step: GITHUB_OUTPUT, GITHUB_STEP_SUMMARY. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes to standard output and returns when that is done (`writeSync(1, …)`). */
  readonly stdout: (text: string) => void
  /** Where files go; without it they are not written. */
  readonly packetDir?: string
  /** A string that nobody can guess (`randomUUID()`). */
  readonly random: () => string
}

/** Caps of the runner for one step (actions/runner, ExecutionContext.cs, CreateStepSummaryCommand). */
const MOST_ANNOTATIONS_OF_A_LEVEL = 10
const LONGEST_MESSAGE = 4096
const MOST_SUMMARY_BYTES = 1024 * 1024

/**
 * Writes artifacts to the runner: annotations and terminal text to standard output, outputs and
 * summary to the files that the runner names, files to the packet folder. Comments and check runs
 * are not written here: they need the network. Never throws; returns what could not be written,
 * one sentence each.
 */
export function writeArtifacts(
  artifacts: readonly Artifact[],
  door: RunnerDoor,
): readonly string[] {
  const levels = new Map<string, number>()
  return artifacts.flatMap((artifact) => {
    if (artifact.kind === 'annotation') {
      const before = levels.get(artifact.level) ?? 0
      levels.set(artifact.level, before + 1)
      if (before >= MOST_ANNOTATIONS_OF_A_LEVEL) return []
    }
    try {
      const problem = write(artifact, door)
      return problem === undefined ? [] : [problem]
    } catch (error) {
      // A full disk or a read-only folder must not hide the other artifacts.
      return [`Could not write the ${artifact.kind}${reasonOf(error)}.`]
    }
  })
}

/** Registers a value, and each of its lines, to be masked in the log. Empty values are not: the runner warns. */
export function maskCommands(value: string): string {
  return value.trim() === '' ? '' : `${command('add-mask', {}, value)}\n`
}

function write(artifact: Artifact, door: RunnerDoor): string | undefined {
  switch (artifact.kind) {
    case 'annotation': {
      door.stdout(`${annotationCommand(artifact)}\n`)
      return undefined
    }
    case 'terminal': {
      door.stdout(withoutCommands(artifact.text))
      return undefined
    }
    case 'output': {
      return append(door, 'GITHUB_OUTPUT', outputEntry(artifact.name, artifact.value, door.random))
    }
    case 'summary': {
      return appendSummary(door, artifact.markdown)
    }
    case 'file': {
      return writeFile(door, artifact.name, artifact.content)
    }
    case 'comment':
    case 'check-run': {
      return undefined
    }
  }
}

export function annotationCommand(artifact: AnnotationArtifact): string {
  const { level, title, message, file, line, endLine, column } = artifact
  return command(level, { title, file, line, endLine, col: column }, cut(message, LONGEST_MESSAGE))
}

function outputEntry(name: string, value: string, random: () => string): string {
  const delimiter = `ghadelimiter_${random()}`
  if (name.includes(delimiter) || value.includes(delimiter))
    throw new Error('delimiter occurs in the value')
  return fileEntry(name, value, delimiter)
}

function appendSummary(door: RunnerDoor, markdown: string): string | undefined {
  if (Buffer.byteLength(markdown) > MOST_SUMMARY_BYTES)
    return 'The summary is larger than 1 MiB: not written.'
  return append(door, 'GITHUB_STEP_SUMMARY', markdown)
}

/** With `appendFileSync`: a lookup that hangs blocks the threads that `fs.promises` needs. */
function append(door: RunnerDoor, variable: string, text: string): string | undefined {
  const path = door.env[variable]
  if (path === undefined || path === '') return `${variable} is not set: not written.`
  appendFileSync(path, text)
  return undefined
}

function writeFile(door: RunnerDoor, name: string, content: string): string | undefined {
  if (door.packetDir === undefined) return `${name} has no folder: not written.`
  writeWhole(door.packetDir, name, content)
  return undefined
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
}
