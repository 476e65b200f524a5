import * as v from 'valibot'
import type { Packet, SettingProblem } from '../model/index.ts'
import { SCHEMA_VERSION, entryOf, fatal, fields } from '../model/index.ts'
import { packet } from '../model/packet.ts'

/** A packet, or why the text is none. */
export type ReadPacket = { readonly packet: Packet } | { readonly problem: SettingProblem }

/** Longer than a packet can be: bodies are not in it, and what is there is cut. */
export const MOST_PACKET_BYTES = 16 * 1024 * 1024

/**
 * Reads a packet from anywhere: a file, an artifact, standard output of a command. The whole shape
 * is checked, so that whoever uses it can rely on the type; none of its text is trusted.
 *
 * @param source what to call it in a problem: a path, or the name of a target
 */
export function readPacket(text: string, source: string): ReadPacket {
  const told = (message: string, fix: string): ReadPacket => ({
    problem: fatal('config.file_not_a_packet', source, { message: `${source} ${message}`, fix }),
  })
  const another = 'Name the packet.json that a run of openai-preflight has written.'
  if (text.trim() === '') return told('is empty.', another)
  if (text.length > MOST_PACKET_BYTES) return told('is larger than any packet.', another)
  let value: unknown
  try {
    // Some tools of Windows write a byte order mark.
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return told('is not JSON.', another)
  }
  const version = fields(value)['schemaVersion']
  if (typeof version !== 'number') {
    return told('is JSON, but not a packet: it has no schemaVersion.', another)
  }
  if (version > SCHEMA_VERSION) {
    return told(
      `was written by a newer version (schemaVersion ${version}, known is ${SCHEMA_VERSION}).`,
      'Update openai-preflight here to the version that wrote it.',
    )
  }
  if (version !== SCHEMA_VERSION) {
    return told(`has schemaVersion ${version}, which no version ever wrote.`, another)
  }
  const read = v.safeParse(packet, value, { abortEarly: true })
  if (read.success) return { packet: read.output }
  return told(
    `is not a whole packet. ${sentenceOf(read.issues[0])}`,
    'Run the preflight again and use its packet.json as it is.',
  )
}

/** What each check of the schema wants. */
const WANTS: Readonly<Record<string, string>> = {
  string: 'is not a text',
  number: 'is not a number',
  boolean: 'is not true or false',
  object: 'is not an object',
  record: 'is not an object',
  array: 'is not a list',
  regex: 'holds characters that it never has',
  integer: 'is not a number that it can have',
  min_value: 'is not a number that it can have',
  max_value: 'is not a number that it can have',
}

/** The first thing that keeps a JSON value from being a packet, in one sentence that names the place. */
function sentenceOf(issue: v.BaseIssue<unknown>, above = ''): string {
  const path = (issue.path ?? []).reduce(
    (so, { key }) => so + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    above,
  )
  // Of what may be one thing or another, the first is what it mostly is.
  const [first] = issue.issues ?? []
  if (first !== undefined) return sentenceOf(first, path)
  const place = path === '' ? 'The top level' : `"${path.replace(/^\./, '')}"`
  if (issue.received === 'undefined') return `${place} is missing.`
  return `${place} ${entryOf(WANTS, issue.type) ?? 'is not one of the values that exist for it'}.`
}
