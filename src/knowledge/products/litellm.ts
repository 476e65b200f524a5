import { product, proof, strong, inError } from '../product.ts'
import { errorType, headerStarting, mark, none } from '../sign.ts'

/** BerriAI/litellm proxy: adds `x-litellm-*`, repeats the upstream's headers as `llm_provider-*`. */
export const litellm = product({
  name: 'LiteLLM',
  kind: 'gateway',
  marks: [
    inError(
      'litellm.upstream',
      /litellm\.[A-Z][A-Za-z]{2,40}(?:Error|Exception)?: |Received Model Group=/,
      'LiteLLM proxy, exception mapping',
    ),
    inError(
      'litellm.token',
      /Invalid proxy server token passed|LiteLLM_VerificationToken|LiteLLM Virtual Key/i,
      'LiteLLM proxy, auth exceptions',
      { status: 401 },
    ),
    inError('litellm.no_key', /No api key passed in/i, 'LiteLLM proxy, auth exceptions', {
      status: 401,
    }),
    // Without a database it knows its master key alone, and any other key gets this 400.
    inError('litellm.no_db', /No connected db\./, 'BerriAI/litellm#12273'),
    inError(
      'litellm.model_access',
      /(?:key|team|user|org|project) not allowed to access model/i,
      'LiteLLM proxy, auth exceptions',
      { status: 403 },
    ),
    inError(
      'litellm.tags',
      /Not allowed to access model due to tags configuration/i,
      'BerriAI/litellm 017a8327, router_strategy/tag_based_routing.py',
    ),
    inError('litellm.model_name', /Invalid model name passed in model=/i, 'LiteLLM proxy, router', {
      status: 400,
    }),
    inError(
      'litellm.budget',
      /Budget has been exceeded|ExceededBudget/i,
      'LiteLLM proxy, budgets',
      { status: 400 },
    ),
    inError(
      'litellm.no_deployment',
      /No deployments available(?: for selected model)?|No healthy deployment available|All deployments for selected model are in cooldown|There are no healthy deployments for this model/i,
      'BerriAI/litellm 0044fbec, types/router.py: RouterErrors',
      { status: 429 },
    ),
    inError('library.litellm', /\blitellm\.exceptions\./, 'litellm, repr of its exception classes'),
  ],
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
  relays: [
    headerStarting('llm_provider-'),
    none(mark('litellm.tags'), mark('litellm.budget'))(mark('litellm.upstream')),
  ],
})
