const TOKEN = /^[A-Za-z0-9_.:/-]{1,64}$/

/** A run of 20 or more letters and digits with a digit in it: rather a key or a hash than a word. */
const LONG_RUN = /[A-Za-z0-9]{20,64}/g

/**
 * A value as a token: `[A-Za-z0-9_.:/-]{1,64}`, numbers in decimal. `undefined` for everything
 * else, also for what looks like a key or a hash: servers echo what they are sent.
 */
export function tokenOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value !== 'string' || !TOKEN.test(value)) return undefined
  return looksSecret(value) ? undefined : value
}

const KEY_PREFIX = /^(?:(?:sk|pk|rk|sess)-|gh[opsur]_|github_pat_|xox[a-z]-|AKIA|eyJ)/

function looksSecret(token: string): boolean {
  return KEY_PREFIX.test(token) || (token.match(LONG_RUN) ?? []).some((run) => /\d/.test(run))
}
