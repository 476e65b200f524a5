const OLDEST_MAJOR = 24

/** One line that says what to do, or nothing when this Node is new enough. */
export function nodeIsTooOld(version: string): string | undefined {
  const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0)
  return major >= OLDEST_MAJOR
    ? undefined
    : `openai-preflight needs Node.js ${OLDEST_MAJOR} or newer; this is ${version}. Run it with node ${OLDEST_MAJOR}, for example: npx --package=node@${OLDEST_MAJOR} -- node dist/cli.js`
}
