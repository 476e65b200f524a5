/*
 * What the runner makes of a step: the grammar of its commands and its caps, written after
 * actions/runner (ActionCommand.cs, ActionCommandManager.cs, ExecutionContext.cs,
 * FileCommandManager.cs, CreateStepSummaryCommand), not after our own encoder.
 */

export interface RunnerAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file: string
  readonly line: number | undefined
  readonly endLine: number | undefined
  readonly column: number | undefined
}

export interface RunnerFiles {
  /** Content of GITHUB_OUTPUT after the step. */
  readonly output?: string
  /** Content of GITHUB_STEP_SUMMARY after the step. */
  readonly summary?: string
  /** Outputs that action.yml declares; others are problems. */
  readonly declaredOutputs?: readonly string[]
}

/** Everything that GitHub would show or keep. */
export interface RunnerOutput {
  /** Within the caps; the runner drops what exceeds them silently. */
  readonly annotations: readonly RunnerAnnotation[]
  readonly masks: readonly string[]
  readonly debug: readonly string[]
  /** Titles of groups. */
  readonly groups: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** Masked, as it is uploaded; empty when it is too large. */
  readonly summary: string
  /** Lines that are no commands, masked. */
  readonly log: readonly string[]
  /** What a careful author would not let happen: exceeded caps, unknown commands and outputs, bad entries. */
  readonly problems: readonly string[]
}

const CAP = 10
const LONGEST_MESSAGE = 4096
const MOST_SUMMARY_BYTES = 1024 * 1024

const KNOWN = new Set(
  `add-mask error warning notice debug group endgroup echo
  add-matcher remove-matcher stop-commands set-output save-state`.split(/\s+/),
)

interface Command {
  readonly name: string
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
}

/** Reads standard output (and error: the runner parses both) and the files of a step. */
export function parseRunnerOutput(stdout: string, files: RunnerFiles = {}): RunnerOutput {
  const problems: string[] = []
  const found: RunnerAnnotation[] = []
  const masks: string[] = []
  const debug: string[] = []
  const groups: string[] = []
  const log: string[] = []
  let stopped: string | undefined
  for (const line of stdout.split(/\r\n|\n|\r/)) {
    const command = parseCommand(line)
    if (stopped !== undefined) {
      if (command?.name === stopped) stopped = undefined
      else log.push(line)
      continue
    }
    if (command === undefined) log.push(line)
    else if (!KNOWN.has(command.name)) {
      problems.push(`unknown command ${command.name}`)
      log.push(line)
    } else if (command.name === 'stop-commands') stopped = command.data.toLowerCase()
    else if (command.name === 'add-mask') masks.push(...masksOf(command.data, problems))
    else if (command.name === 'debug') debug.push(command.data)
    else if (command.name === 'group') groups.push(command.data)
    else if (command.name === 'error' || command.name === 'warning' || command.name === 'notice')
      found.push(annotationOf(command.name, command, problems))
    else if (command.name === 'set-output' || command.name === 'save-state')
      problems.push(`deprecated command ${command.name}`)
  }
  const summary = files.summary ?? ''
  const size = Buffer.byteLength(summary)
  if (size > MOST_SUMMARY_BYTES) problems.push(`summary of ${size} bytes`)
  const masked = (text: string): string => maskedBy(masks, text)
  return {
    annotations: capped(found, problems).map((one) => ({
      ...one,
      title: masked(one.title),
      message: masked(one.message),
    })),
    masks,
    debug: debug.map(masked),
    groups: groups.map(masked),
    outputs: outputsOf(files.output ?? '', files.declaredOutputs, problems),
    summary: size > MOST_SUMMARY_BYTES ? '' : masked(summary),
    log: log.map(masked),
    problems,
  }
}

/** V2: the line, without space in front, begins with `::`. V1: `##[name …]` anywhere in the line. */
export function parseCommand(line: string): Command | undefined {
  return parseV2(line.trimStart()) ?? parseV1(line)
}

function parseV2(line: string): Command | undefined {
  if (!line.startsWith('::')) return undefined
  const end = line.indexOf('::', 2)
  if (end < 0) return undefined
  return commandOf(line.slice(2, end), ',', line.slice(end + 2), [
    ['%3A', ':'],
    ['%2C', ','],
  ])
}

function parseV1(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  return commandOf(line.slice(start + 3, end), ';', line.slice(end + 1), [
    ['%3B', ';'],
    ['%5D', ']'],
  ])
}

function commandOf(
  head: string,
  separator: string,
  data: string,
  escapes: readonly (readonly [string, string])[],
): Command | undefined {
  const space = head.indexOf(' ')
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase()
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return undefined
  const properties = new Map<string, string>()
  for (const pair of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const [key = '', ...rest] = pair.split('=')
    const value = rest.join('=')
    if (key.trim() !== '' && value !== '')
      properties.set(key.trim().toLowerCase(), unescaped(value, escapes))
  }
  return { name, properties, data: unescaped(data, []) }
}

function unescaped(text: string, more: readonly (readonly [string, string])[]): string {
  const pairs = [['%0D', '\r'], ['%0A', '\n'], ...more, ['%25', '%']] as const
  return pairs.reduce((result, [escape, character]) => result.replaceAll(escape, character), text)
}

function annotationOf(
  level: RunnerAnnotation['level'],
  command: Command,
  problems: string[],
): RunnerAnnotation {
  const number = (name: string): number | undefined => {
    const text = command.properties.get(name)
    if (text === undefined) return undefined
    if (!/^\d+$/.test(text)) problems.push(`${name} is not a number: ${text}`)
    return Number(text)
  }
  if (command.data.length > LONGEST_MESSAGE)
    problems.push(`message of ${command.data.length} characters`)
  return {
    level,
    title: command.properties.get('title') ?? '',
    message: command.data.slice(0, LONGEST_MESSAGE),
    file: command.properties.get('file') ?? '',
    line: number('line'),
    endLine: number('endline'),
    column: number('col'),
  }
}

function capped(
  found: readonly RunnerAnnotation[],
  problems: string[],
): readonly RunnerAnnotation[] {
  const counts = new Map<string, number>()
  return found.filter(({ level }) => {
    const count = (counts.get(level) ?? 0) + 1
    counts.set(level, count)
    if (count === CAP + 1) problems.push(`more than ${CAP} annotations of level ${level}`)
    return count <= CAP
  })
}

/** The value and each of its lines. */
function masksOf(value: string, problems: string[]): readonly string[] {
  if (value.trim() === '') {
    problems.push('empty mask')
    return []
  }
  const lines = value.split(/[\r\n]+/).map((line) => line.trim())
  return [...new Set([value, ...lines])].filter((line) => line !== '')
}

/** The encoders that the runner masks besides the value itself. */
function maskedBy(masks: readonly string[], text: string): string {
  const forms = masks.flatMap((mask) => [
    mask,
    ...[0, 1, 2].map((offset) => Buffer.from(mask).subarray(offset).toString('base64')),
    JSON.stringify(mask).slice(1, -1),
    encodeURIComponent(mask),
  ])
  return forms
    .filter((form) => form !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((result, form) => result.replaceAll(form, '***'), text)
}

/** `name=value`, or `name<<delimiter`, lines, `delimiter`; the first of `=` and `<<` decides. */
function outputsOf(
  text: string,
  declared: readonly string[] | undefined,
  problems: string[],
): Readonly<Record<string, string>> {
  const outputs = new Map<string, string>()
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2)
      const end = lines.indexOf(delimiter, index + 1)
      if (delimiter === '' || end < 0) problems.push(`no end of the value: ${line}`)
      outputs.set(
        line.slice(0, heredoc),
        lines.slice(index + 1, end < 0 ? undefined : end).join('\n'),
      )
      index = end < 0 ? lines.length : end
    } else if (equals > 0) outputs.set(line.slice(0, equals), line.slice(equals + 1))
    else problems.push(`invalid output entry: ${line}`)
  }
  for (const name of outputs.keys())
    if (declared?.includes(name) === false) problems.push(`output ${name} is not in action.yml`)
  return Object.fromEntries(outputs)
}
