import { define, proof, strong } from './definition.ts'
import { errorType, headerStarting, mark } from './seen.ts'

/** BerriAI/litellm proxy: adds `x-litellm-*`, repeats the upstream's headers as `llm_provider-*`. */
export const litellm = define({
  responder: 'gateway',
  product: 'LiteLLM',
  proves: [
    proof(headerStarting('x-litellm-')),
    proof(headerStarting('llm_provider-')),
    strong(
      errorType(
        /^(?:token_not_found_in_db|budget_exceeded|throttling_error|no_db_connection|expired_key|(?:key|team|user|org|project)_model_access_denied)$/,
      ),
    ),
    strong(mark('litellm.')),
  ],
  // In a log of the application the words are those of its own library, which names the provider.
  excludes: [
    ({ route, source }) =>
      source === 'log' && route.kind === 'openai' ? 'the library' : undefined,
    mark('library.litellm'),
  ],
  relays: [headerStarting('llm_provider-'), mark('litellm.upstream')],
})
