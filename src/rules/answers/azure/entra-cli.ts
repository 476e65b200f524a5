import { entryOf } from '../../../model/index.ts'
import type { SignInConclusion } from '../../conclusion.ts'
import { OTHERWISE } from './entra-machine.ts'

const SIGN_IN = 'Run azure/login before this step, in the same job, or `az login` on this machine.'

/** The session of `az` gave no token. Its words are prose, and say more than a verdict may. */
const ENDINGS: Readonly<
  Record<string, { readonly says: string; readonly fix: string; readonly retry?: true }>
> = {
  'azure.cli_missing': {
    says: 'no az may be run: there is none on the PATH outside the checkout, or this is Windows, where it is a batch file',
    fix: 'Install the Azure CLI on this runner and run azure/login before this step.',
  },
  'azure.cli_not_signed_in': {
    says: 'az has no session here, or it has ended, and asks for az login',
    fix: SIGN_IN,
  },
  'azure.token_timed_out': {
    says: 'az returned no token in time',
    fix: 'Re-run the job, or set timeout to 30s.',
    retry: true,
  },
  'azure.cli_failed': {
    says: 'az ended without a token',
    fix: 'Run `az account get-access-token` with the scope of the resource in a step before this one, and read what it prints to stderr.',
  },
}

export const cliGaveNone: SignInConclusion = {
  id: 'azure/cli',
  says: ({ facts, code }) => {
    const ending = entryOf(ENDINGS, code)
    if (facts.method !== 'azure-cli' || ending === undefined) return undefined
    return {
      code,
      retryable: ending.retry ?? false,
      summary: `The Azure CLI gave no Entra ID token: ${ending.says}.`,
      doNext: [ending.fix, OTHERWISE],
    }
  },
}
