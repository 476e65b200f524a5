/** Part of what the SDKs of OpenAI, Anthropic and Groq throw when they run in a browser. */
export const SDK_GUARD = 'browser-like environment'

/** The SDK's table of regional hosts is followed by this text. */
const RESIDENCY_GUARD = 'options are mutually exclusive'

/**
 * The SDK's own mention of a base URL that ends in `/v1`: its default (it throws in a browser
 * unless the switch is on, and that is a finding of its own), its table of regions, and the audience
 * of its identity tokens.
 */
export function isSdkDefault(text: string, at: number): boolean {
  const near = (bytes: number) => text.slice(Math.max(0, at - bytes), at + bytes)
  return (
    near(3000).includes(SDK_GUARD) ||
    near(1200).includes(RESIDENCY_GUARD) ||
    near(300).includes('tokenType')
  )
}

/** Packages whose own code names the API's host and the switch without using either. */
export const SDK_SOURCE = /node_modules\/(?:openai|@anthropic-ai\/sdk|groq-sdk|together-ai)\//

/** True in a line that is nothing but comment; a minified line never is. */
export function isInComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 400), at)
  return /^\s*(?:\/\/|\/\*|\*|<!--)/.test(line)
}
