/*
 * Workflow commands, as the runner parses them (actions/runner, ActionCommand.cs) and as
 * `@actions/core` writes them. Written here because importing `@actions/core` costs a hundred
 * milliseconds (it brings an HTTP client), writes to `process.stdout` and reads `process.env`
 * by itself; a test compares the two character by character.
 */

export type CommandProperties = Readonly<Record<string, string | number | undefined>>

/** `::name key=value::data`, without line end. Properties without value are left out. */
export function command(name: string, properties: CommandProperties, data: string): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' || value === 0
      ? []
      : [`${key}=${escapeProperty(String(value))}`],
  )
  return `::${name}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${escapeData(data)}`
}

export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * An entry of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: a here-document, so that no value can
 * add an entry.
 * @param delimiter random; it must occur in neither name nor value
 */
export function fileEntry(name: string, value: string, delimiter: string): string {
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}
