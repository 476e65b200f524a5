import type OpenAI from 'openai'
import { fields, type Endpoint, type ResponseFacts } from '../model/index.ts'
import type { Answer } from './kind.ts'

/** The smallest prompt; never taken from the application. */
const PROMPT = 'ping'
/** The least that the Responses API accepts; reasoning models need a limit, not a length of 1. */
const FEWEST_TOKENS = 16

/** One minimal call for each endpoint family, with the SDK's own methods. */
export const CALLS: Readonly<Record<Endpoint, (client: OpenAI, model: string) => Promise<Answer>>> =
  {
    responses: async (client, model) => {
      const answer = await client.responses.create({
        model,
        input: PROMPT,
        max_output_tokens: FEWEST_TOKENS,
        store: false,
      })
      const { object, status, incomplete_details: cut } = fields(answer)
      const reason = fields(cut)['reason']
      const finish =
        status === 'incomplete' && typeof reason === 'string' ? `incomplete:${reason}` : status
      // "Output limit reached" is what 16 tokens ask for: a healthy answer.
      const healthy = finish === 'completed' || finish === 'incomplete:max_output_tokens'
      return { valid: object === 'response' && healthy, finish: word(finish) }
    },
    'chat-completions': async (client, model) => {
      const answer = await client.chat.completions.create({
        model,
        messages: [{ role: 'user', content: PROMPT }],
        max_completion_tokens: FEWEST_TOKENS,
      })
      const { choices } = fields(answer)
      const first: unknown = Array.isArray(choices) ? choices[0] : undefined
      const finish = fields(first)['finish_reason']
      return { valid: typeof first === 'object' && first !== null, finish: word(finish) }
    },
    embeddings: async (client, model) => {
      const answer = await client.embeddings.create({ model, input: PROMPT })
      const { data } = fields(answer)
      const first: unknown = Array.isArray(data) ? data[0] : undefined
      const vector = fields(first)['embedding']
      return { valid: Array.isArray(vector) && vector.length > 0, finish: 'completed' }
    },
  }

/** A list of models as OpenAI sends it; a longer one than is read still begins like one. */
export function isModelList({ status, body }: Pick<ResponseFacts, 'status' | 'body'>): boolean {
  if (status !== 200 || body.shape !== 'json' || body.error !== undefined) return false
  return body.object === 'list' || body.keys?.includes('data') === true || body.truncated
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[\w:.-]{1,64}$/.test(value) ? value : ''
}
