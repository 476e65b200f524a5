import type { KeyShape } from '../model/index.ts'

/** A kind of credential that its public form gives away. */
export interface KeyVendor {
  /** Word of the packet, e.g. `openai-project`. */
  readonly kind: string
  /** How a sentence calls it. */
  readonly called: string
  readonly form: RegExp
  /** Whose API takes it; `other` for everything that is neither OpenAI nor Azure. */
  readonly takenBy: 'openai' | 'azure' | 'other'
  /** Hosts whose own keys these are, where OpenAI-compatible requests can be sent. */
  readonly hosts?: readonly string[]
}

/**
 * First match decides, so longer prefixes stand before shorter ones. Prefixes are the public ones
 * of the vendors and of secret scanners. The 84 characters of Azure follow Microsoft's
 * "common annotated security key" (52 random, `JQQJ9`, 27 of provenance and checksum).
 */
export const KEY_VENDORS: readonly KeyVendor[] = [
  vendor('openrouter', 'an OpenRouter key', /^sk-or-/, ['openrouter.ai']),
  vendor('anthropic', 'an Anthropic key', /^sk-ant-/, ['anthropic.com']),
  own('openai-admin', 'an OpenAI admin key', /^sk-admin-/),
  own('openai-service-account', 'an OpenAI service-account key', /^sk-svcacct-/),
  own('openai-project', 'an OpenAI project key', /^sk-proj-/),
  own('openai-user', 'an OpenAI user key', /^sk-(?:None-)?[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/),
  own('openai-session', 'an OpenAI session token', /^sess-/),
  vendor('langfuse', 'a Langfuse key', /^[sp]k-lf-/),
  vendor('github', 'a GitHub token', /^(?:gh[pousr]_|github_pat_)/, [
    'models.github.ai',
    'models.inference.ai.azure.com',
  ]),
  vendor('gitlab', 'a GitLab token', /^gl(?:pat|ptt|cbt|dt|rt)-/),
  vendor('google', 'a Google API key', /^AIza[\w-]{30,}$/, ['googleapis.com']),
  vendor('google-oauth', 'a Google access token', /^ya29\./, ['googleapis.com']),
  vendor('groq', 'a Groq key', /^gsk_/, ['groq.com']),
  vendor('xai', 'an xAI key', /^xai-/, ['x.ai']),
  vendor('huggingface', 'a Hugging Face token', /^hf_/, ['huggingface.co']),
  vendor('perplexity', 'a Perplexity key', /^pplx-/, ['perplexity.ai']),
  vendor('cerebras', 'a Cerebras key', /^csk-/, ['cerebras.ai']),
  vendor('nvidia', 'an NVIDIA key', /^nvapi-/, ['nvidia.com']),
  vendor('fireworks', 'a Fireworks key', /^fw_/, ['fireworks.ai']),
  vendor('replicate', 'a Replicate token', /^r8_/, ['replicate.com']),
  vendor('aws-access-key', 'an AWS access key id', /^(?:AKIA|ASIA)[A-Z0-9]{16}$/),
  vendor('aws-bedrock', 'an Amazon Bedrock key', /^(?:ABSK[\w+/=]{20,}|bedrock-api-key-)/, [
    'amazonaws.com',
  ]),
  vendor('slack', 'a Slack token', /^xox[abeoprs]-/),
  vendor('stripe', 'a Stripe key', /^[sr]k_(?:live|test)_/),
  vendor('npm', 'an npm token', /^npm_[A-Za-z0-9]{30,}$/),
  azure(
    'azure',
    /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}$/,
  ),
  azure('azure', /^[0-9a-f]{32}$/),
]

function vendor(kind: string, called: string, form: RegExp, hosts?: readonly string[]): KeyVendor {
  return { kind, called, form, takenBy: 'other', ...(hosts === undefined ? {} : { hosts }) }
}

function own(kind: string, called: string, form: RegExp): KeyVendor {
  return { kind, called, form, takenBy: 'openai' }
}

function azure(kind: string, form: RegExp): KeyVendor {
  return { kind, called: 'a key in the form of Azure', form, takenBy: 'azure' }
}

export function vendorOf(key: string): KeyVendor | undefined {
  return KEY_VENDORS.find((vendor) => vendor.form.test(key))
}

const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/

/** Length and kind of a key, never a part of it. */
export function keyShape(key: string, source: string): KeyShape {
  const kind = vendorOf(key)?.kind ?? (JWT.test(key) ? 'jwt' : 'unknown')
  return { source, length: key.length, kind }
}

/** Vendor whose own API answers on this host, by the keys it takes. */
export function vendorAt(host: string): KeyVendor | undefined {
  return KEY_VENDORS.find((vendor) =>
    vendor.hosts?.some((own) => host === own || host.endsWith(`.${own}`)),
  )
}
