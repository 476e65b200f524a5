import { SCHEMA_VERSION, type Packet, type SettingProblem, type Verdict } from '../model/index.ts'
import { isPacket, packetProblem } from './packet-shape.ts'
import { isRecord } from './shape.ts'

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
    problem: {
      code: 'config.file_not_a_packet',
      setting: source,
      message: `${source} ${message}`,
      fix,
      severity: 'fatal',
      owner: 'request',
    },
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
  if (!isRecord(value) || typeof value['schemaVersion'] !== 'number') {
    return told('is JSON, but not a packet: it has no schemaVersion.', another)
  }
  const version = value['schemaVersion']
  if (version > SCHEMA_VERSION) {
    return told(
      `was written by a newer version (schemaVersion ${version}, known is ${SCHEMA_VERSION}).`,
      'Update openai-preflight here to the version that wrote it.',
    )
  }
  if (version !== SCHEMA_VERSION) {
    return told(`has schemaVersion ${version}, which no version ever wrote.`, another)
  }
  if (isPacket(value)) return { packet: whole(value) }
  return told(
    `is not a whole packet. ${packetProblem(value) ?? ''}`.trimEnd(),
    'Run the preflight again and use its packet.json as it is.',
  )
}

/** With what earlier versions did not write yet. */
function whole(packet: Packet): Packet {
  const unsaid: Partial<Verdict> = { confidence: '' }
  const said = <Said extends Verdict>(verdict: Said): Said => ({ ...unsaid, ...verdict })
  const routes = packet.routes.map((route) => ({ ...route, verdict: said(route.verdict) }))
  return { ...packet, routes, verdict: said(packet.verdict) }
}
