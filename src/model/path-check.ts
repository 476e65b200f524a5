/** What one tiny request cannot prove, asked only after it passed. */
export const PATH_CHECKS = ['stream', 'body', 'idle', 'websocket'] as const
export type PathCheckKind = (typeof PATH_CHECKS)[number]

export interface PathCheck {
  readonly kind: PathCheckKind
  /** `body` only: bytes of the request body. */
  readonly bytes?: number
  /** `idle` only: milliseconds that the connection rests. */
  readonly restMs?: number
}

/** As a person writes it: `stream`, `body=200KB`, `idle=60s`. */
export function spelt({ kind, bytes, restMs }: PathCheck): string {
  if (bytes !== undefined) return `${kind}=${sizeOf(bytes)}`
  return restMs === undefined ? kind : `${kind}=${spanOf(restMs)}`
}

/** As the input takes it, and exactly: `body=200KB`, `body=1500`, `idle=60s`, `idle=1500ms`. */
export function written({ kind, bytes, restMs }: PathCheck): string {
  if (bytes !== undefined) return `${kind}=${bytes % 1024 === 0 ? `${bytes / 1024}KB` : bytes}`
  if (restMs === undefined) return kind
  return `${kind}=${exactly(restMs)}`
}

/** `60s`, `1500ms`: never rounded. */
export function exactly(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`
}

/** `200 KB` with 1 KB = 1024 bytes, as nginx and Squid count a limit. */
export function sizeOf(bytes: number): string {
  const MB = 1024 * 1024
  if (bytes >= MB && bytes % MB === 0) return `${String(bytes / MB)} MB`
  return bytes < 1024 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1024))} KB`
}

/** `1.4 s`, `60 s`, `350 ms`. */
export function spanOf(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`
  return `${String(Math.round(milliseconds / 100) / 10)} s`
}
