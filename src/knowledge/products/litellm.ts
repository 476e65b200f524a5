import { product, proof, strong, inErrors } from '../product.ts'
import { errorType, headerStarting, mark, none } from '../sign.ts'

/** BerriAI/litellm proxy: adds `x-litellm-*`, repeats the upstream's headers as `llm_provider-*`. */
export const litellm = product({
  name: 'LiteLLM',
  kind: 'gateway',
  marks: inErrors('LiteLLM proxy, auth exceptions', {
    'litellm.upstream': {
      says: /litellm\.[A-Z][A-Za-z]{2,40}(?:Error|Exception)?: |Received Model Group=/,
      source: 'LiteLLM proxy, exception mapping',
    },
    'litellm.token': {
      says: /Invalid proxy server token passed|LiteLLM_VerificationToken|LiteLLM Virtual Key/i,
      status: 401,
    },
    'litellm.no_key': { says: /No api key passed in/i, status: 401 },
    // Without a database it knows its master key alone, and any other key gets this 400.
    'litellm.no_db': { says: /No connected db\./, source: 'BerriAI/litellm#12273' },
    'litellm.model_access': {
      says: /(?:key|team|user|org|project) not allowed to access model/i,
      status: 403,
    },
    'litellm.tags': {
      says: /Not allowed to access model due to tags configuration/i,
      source: 'BerriAI/litellm 017a8327, router_strategy/tag_based_routing.py',
    },
    'litellm.model_name': {
      says: /Invalid model name passed in model=/i,
      status: 400,
      source: 'LiteLLM proxy, router',
    },
    'litellm.budget': {
      says: /Budget has been exceeded|ExceededBudget/i,
      status: 400,
      source: 'LiteLLM proxy, budgets',
    },
    'litellm.no_deployment': {
      says: /No deployments available(?: for selected model)?|No healthy deployment available|All deployments for selected model are in cooldown|There are no healthy deployments for this model/i,
      status: 429,
      source: 'BerriAI/litellm 0044fbec, types/router.py: RouterErrors',
    },
    'library.litellm': {
      says: /\blitellm\.exceptions\./,
      source: 'litellm, repr of its exception classes',
    },
  }),
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
      source === 'log' && route.kind !== 'gateway' ? 'the library' : undefined,
    mark('library.litellm'),
  ],
  relays: [
    headerStarting('llm_provider-'),
    none(mark('litellm.tags'), mark('litellm.budget'))(mark('litellm.upstream')),
  ],
})
