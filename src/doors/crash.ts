import type { Packet, Runtime } from '../model/index.ts'
import { packetWithoutRoutes } from '../run/packet-without-routes.ts'
import type { Redactor } from '../redaction/index.ts'
import { VERSIONS } from '../versions.ts'

const ISSUES = 'https://github.com/openai-preflight/openai-preflight/issues/new'
const LONGEST_STACK = 4000

/** A defect of our own, told as ours: inconclusive, owner unknown, never a broken route. */
export function crashPacket(runtime: Runtime): Packet {
  return packetWithoutRoutes(
    {
      verdict: 'inconclusive',
      owner: 'unknown',
      code: 'own.crash',
      rule: 'own/crash',
      summary:
        'openai-preflight itself failed before it had a verdict; this says nothing about your route.',
      doNext: ['Report the defect with the link in the summary; the stack in it holds no secret.'],
      doNot: ['Do not read this as a broken route.'],
    },
    runtime,
  )
}

/** The scrubbed stack and a link that opens an issue with it. */
export function crashView(
  error: unknown,
  redactor: Redactor,
): { readonly stack: string; readonly issueUrl: string } {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  // Paths of the machine are nobody's business, and too long for a link.
  const plain = text.replace(/\(?(?:file:\/\/)?\/[^\s):]*\/(?=[\w.-]+:\d)/g, '')
  const stack = redactor.text(plain, 'stack').slice(0, LONGEST_STACK)
  const url = new URL(ISSUES)
  url.searchParams.set('title', `Crash: ${stack.split('\n')[0]?.slice(0, 80) ?? ''}`)
  url.searchParams.set(
    'body',
    `Version ${VERSIONS.version}, Node ${VERSIONS.node}\n\n${stack.slice(0, 1500)}`,
  )
  return { stack, issueUrl: url.href }
}
