import { CREDENTIALS } from '../knowledge/credentials.ts'
import { looksRandom } from './entropy.ts'

const TOKEN = /[A-Za-z0-9_-]*/y

/** The run of key characters at `at`. */
export function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0] ?? ''
}

/** Vendor of a whole key, or nothing when it is no key, or one that a person made up. */
export function vendorOf(token: string): string | undefined {
  for (const { kind, whole } of CREDENTIALS) {
    const match = whole?.exec(token)
    if (match) return looksRandom(match[1] ?? token) ? kind : undefined
  }
  return undefined
}

/**
 * True when a token may begin at `at`. `task-` and `mask-image` hold the letters of a prefix, but
 * the last letter of an escape sequence (`\n`, `%20`, `\u0022`) is no part of the word behind it.
 */
export function beginsToken(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  return /(?:^|[^A-Za-z0-9_-]|\\[bfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})$/.test(
    before,
  )
}
