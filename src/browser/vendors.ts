import { looksRandom } from './entropy.ts'

/** The shape of one vendor's key: what it starts with, and what a whole one looks like. */
interface KeyShape {
  readonly vendor: string
  /** Anchored; group 1 is the part that is drawn at random. */
  readonly shape: RegExp
}

/**
 * The first shape that matches decides: special prefixes stand before the plain `sk-`. Vendors are
 * called as in settings/key-vendors.ts, which knows keys by their prefix; here a key is cut out of
 * code, so its length and end count as well.
 */
const SHAPES: readonly KeyShape[] = [
  { vendor: 'openai-project', shape: /^sk-proj-([A-Za-z0-9_-]{40,250})$/ },
  { vendor: 'openai-service-account', shape: /^sk-svcacct-([A-Za-z0-9_-]{40,250})$/ },
  { vendor: 'openai-admin', shape: /^sk-admin-([A-Za-z0-9_-]{40,250})$/ },
  { vendor: 'openai-user', shape: /^sk-None-([A-Za-z0-9_-]{40,250})$/ },
  { vendor: 'anthropic', shape: /^sk-ant-[a-z0-9]+-([A-Za-z0-9_-]{60,250})$/ },
  { vendor: 'openrouter', shape: /^sk-or-v1-([0-9a-f]{64})$/ },
  // The middle is base64 of `OpenAI`.
  { vendor: 'openai-user', shape: /^sk-([A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100})$/ },
  { vendor: 'deepseek', shape: /^sk-([0-9a-f]{32})$/ },
  // Gateways (LiteLLM virtual keys) and vendors that copied the prefix.
  { vendor: 'openai-compatible', shape: /^sk-([A-Za-z0-9]{20,100})$/ },
  { vendor: 'openai-compatible', shape: /^sk-([A-Za-z0-9_-]{22})$/ },
  { vendor: 'google', shape: /^AIza([A-Za-z0-9_-]{35})$/ },
  { vendor: 'groq', shape: /^gsk_([A-Za-z0-9]{48,56})$/ },
  { vendor: 'xai', shape: /^xai-([A-Za-z0-9]{64,90})$/ },
  { vendor: 'huggingface', shape: /^hf_([A-Za-z0-9]{34,40})$/ },
  { vendor: 'perplexity', shape: /^pplx-([A-Za-z0-9]{40,64})$/ },
  { vendor: 'nvidia', shape: /^nvapi-([A-Za-z0-9_-]{60,80})$/ },
  { vendor: 'replicate', shape: /^r8_([A-Za-z0-9]{37})$/ },
  { vendor: 'together', shape: /^tgp_v1_([A-Za-z0-9_-]{40,50})$/ },
  { vendor: 'github', shape: /^ghp_([A-Za-z0-9]{36})$/ },
  { vendor: 'github', shape: /^github_pat_([A-Za-z0-9_]{82})$/ },
]

/** A common annotated security key: 84 characters with a fixed mark in the middle. */
const AZURE_LONG = /^[A-Za-z0-9]{52}JQQJ9[A-Za-z0-9]{27}$/

const TOKEN = /[A-Za-z0-9_-]*/y

/** The run of key characters at `at`. */
export function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0] ?? ''
}

/** Vendor of a whole key, or nothing when it is no key, or one that a person made up. */
export function vendorOf(token: string): string | undefined {
  for (const { vendor, shape } of SHAPES) {
    const body = shape.exec(token)?.[1]
    if (body !== undefined) return looksRandom(body) ? vendor : undefined
  }
  return AZURE_LONG.test(token) && looksRandom(token) ? 'azure' : undefined
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
