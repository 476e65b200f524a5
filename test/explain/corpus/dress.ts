import { inspect } from 'node:util'
import type { Scenario } from './scenarios.ts'

/** How an application's log shows an error that it caught. */
export const DRESSES = ['inspect', 'timestamps', 'actions', 'compose', 'json', 'message'] as const
export type Dress = (typeof DRESSES)[number]

const HOSTS: Readonly<Record<Scenario['host'], string>> = {
  openai: 'https://api.openai.com/v1',
  azure: 'https://contoso.openai.azure.com/openai/v1',
  gateway: 'https://llm.example-corp.com/v1',
}
/** An address of the public API, where the loopback server's stood. */
const ADDRESS = '162.159.140.245'

/** The text of a log with this error in it, as if it had happened against the scenario's host. */
export function dressed(error: unknown, dress: Dress, host: Scenario['host']): string {
  const text = rewritten(dress === 'message' || dress === 'json' ? '' : printed(error), host)
  const at = (second: number): string => `2026-11-20T08:15:${String(second % 60).padStart(2, '0')}`
  switch (dress) {
    case 'inspect':
      return `Starting summary job\n${text}\n`
    case 'timestamps':
      return `[${at(1)}.120Z] INFO  worker ready\n[${at(2)}.334Z] ERROR summary failed\n${text}\n[${at(4)}.001Z] INFO  worker stopped\n`
    case 'actions':
      return [
        'Run node summary.js',
        ...text.split('\n'),
        '##[error]Process completed with exit code 1.',
      ]
        .map((line, index) => `${at(index)}.1234567Z ${line}`)
        .join('\n')
    case 'compose':
      return text
        .split('\n')
        .flatMap((line, index) => [
          `web-1    | ${line}`,
          ...(index % 2 === 0
            ? [`cache-1  | ${index}:M 20 Nov 2026 08:15:00.000 * DB saved on disk`]
            : []),
        ])
        .join('\n')
    case 'json':
      return `${JSON.stringify({ level: 50, time: 1_795_162_500_000, msg: 'summary failed', err: serialised(error, host) })}\n`
    case 'message':
      return `08:15:02 summary failed: ${rewritten(messageOf(error), host)}\n`
  }
}

/** Errors of axios carry the whole response; applications print its data, not all of it. */
function printed(error: unknown): string {
  const response = error instanceof Error && 'response' in error ? error.response : undefined
  return typeof response === 'object' && response !== null && 'data' in response
    ? `${messageOf(error)}\n${inspect(response.data, { depth: 4 })}`
    : inspect(error, { depth: 5 })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error)
}

/** As pino's error serializer writes it: type, message, stack with causes, own properties. */
function serialised(error: unknown, host: Scenario['host'], depth = 0): unknown {
  if (!(error instanceof Error) || depth > 3) return undefined
  const own = Object.fromEntries(
    Object.entries(error).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  )
  const plain = {
    type: error.constructor.name,
    message: error.message,
    stack: shortStack(error.stack ?? ''),
    ...own,
    ...('error' in error && typeof error.error === 'object' ? { error: error.error } : {}),
    ...(error.cause instanceof Error ? { cause: serialised(error.cause, host, depth + 1) } : {}),
  }
  const parsed: unknown = JSON.parse(rewritten(JSON.stringify(plain), host))
  return parsed
}

function shortStack(stack: string): string {
  return stack.split('\n').slice(0, 4).join('\n')
}

/** Loopback becomes the host it stands for, paths of this machine become `/app`, frames are few. */
export function rewritten(text: string, host: Scenario['host']): string {
  const base = HOSTS[host]
  const name = new URL(base).hostname
  return withFewFrames(text)
    .replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+\/v1/g, base)
    .replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/g, `https://${name}`)
    .replaceAll('api-openai-com.invalid', 'api.openai.com')
    .replaceAll(/127\.0\.0\.1:\d+/g, `${ADDRESS}:443`)
    .replaceAll(/(['"]?)127\.0\.0\.1\1/g, `$1${ADDRESS}$1`)
    .replaceAll(/\bport: \d+/g, 'port: 443')
    .replaceAll(/\bpid: \d+|\bauthority\b/g, '')
    .replaceAll(/(?:file:\/\/)?\/(?:[\w.@+-]+\/){1,8}node_modules\//g, '/app/node_modules/')
    .replaceAll(/(?:file:\/\/)?\/(?:[\w.@+-]+\/){1,8}corpus\//g, '/app/')
    .replaceAll(/(?:openai|node-fetch)[3-7](?=[/@])/g, (one) => one.slice(0, -1))
    .replaceAll(/sk-proj-(?:x|\u2026|\\n(?=x)|\n(?=x))+/g, '[redacted]')
    .replaceAll(/Bearer [^\s'",\\]{1,80}/g, 'Bearer [redacted]')
    .replaceAll(/-----BEGIN[\s\S]{0,4000}?-----END [A-Z ]+-----/g, '[pem]')
}

function withFewFrames(text: string): string {
  let frames = 0
  return text
    .split('\n')
    .filter((line) => {
      frames = /^\s+at /.test(line) ? frames + 1 : 0
      return frames <= 3
    })
    .slice(0, 120)
    .map((line) => line.slice(0, 1500))
    .join('\n')
}
