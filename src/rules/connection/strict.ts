import { blame } from '../orders.ts'
import { STRICT_RULES } from '../../knowledge/strict-certificates.ts'
import { entryOf, quotable, type StrictProblem } from '../../model/index.ts'
import { factsOf, isProbe, requestChain } from '../../model/reading.ts'
import { isOpenaiHost } from '../../knowledge/hosts.ts'
import { type BrokenStep, clientName } from './broken-step.ts'
import type { PathConclusion } from '../conclusion.ts'
import type { EvidenceConclusion } from '../whole-run.ts'
import { acceptedNote, certificateFailed, KEEP_VERIFYING, served } from './served.ts'

export const strictlyRefused: PathConclusion = {
  id: 'tls/strict',
  says: (step) => {
    const problem = problemOf(step)
    if (problem === undefined) return undefined
    const chain = served(step)
    const { strict } = step.evidence.egress
    const who =
      strict === undefined
        ? 'it verifies by the letter of RFC 5280 (VERIFY_X509_STRICT), as Python 3.13 and later does'
        : `${strict.because} verifies by the letter of RFC 5280 (VERIFY_X509_STRICT)`
    return {
      summary: `${clientName(step)} refuses the certificate for ${step.host}: ${told(problem)}, and ${who}${acceptedNote(chain)}.`,
      doNext: orders(problem, step.host),
      doNot: [
        KEEP_VERIFYING,
        'Do not add roots: the chain is known, the form of one certificate is refused.',
      ],
      cites: [chain.observation],
    }
  },
}

function problemOf(step: BrokenStep): StrictProblem | undefined {
  if (!certificateFailed(step)) return undefined
  const { observation, errno } = step
  const own = isProbe(observation, 'handshake') ? observation.outcome.facts?.strict : undefined
  if (own !== undefined) return own
  // A log or a target gives the name alone.
  return entryOf(STRICT_RULES, errno) === undefined ? undefined : { errno, subject: '' }
}

/** The same chain where it is not known whether the application's Python is one of those. */
export const strictlyDoubtful: EvidenceConclusion = {
  id: 'tls/strict-unknown',
  says: (evidence) => {
    const { strict } = evidence.egress
    if (strict?.applies !== 'not known') return undefined
    for (const one of requestChain(evidence)) {
      const problem = isProbe(one, 'handshake') ? factsOf<'handshake'>(one)?.strict : undefined
      if (problem === undefined || one.outcome.status !== 'ok') continue
      return {
        ...blame('connection-path', 'tls.cert.invalid', 'tls'),
        summary: `Python 3.13 and later would refuse the certificate for ${one.target}: ${told(problem)}, and its default context verifies by the letter of RFC 5280 (VERIFY_X509_STRICT); not known here is ${strict.because}.`,
        doNext: [
          'Say which Python the application runs on: in .python-version, requires-python, or by actions/setup-python before this step.',
          ...orders(problem, one.target),
        ],
        doNot: KEEP_VERIFYING,
        cites: [one],
      }
    }
    return undefined
  },
}

function told({ errno, subject }: StrictProblem): string {
  const means =
    entryOf(STRICT_RULES, errno)?.means ?? 'signs and is not an authority by its basicConstraints'
  const which = subject === '' ? 'a certificate of its chain' : `"${quotable(subject)}"`
  return `${which} ${means} (${errno})`
}

function orders({ subject }: StrictProblem, host: string): readonly string[] {
  const whose = subject === '' ? 'that certificate' : `the certificate of "${quotable(subject)}"`
  return [
    `Have ${whose} reissued as RFC 5280 requires: its authority is a company's own${isOpenaiHost(host) ? `, or exempt ${host} from TLS inspection` : ''}.`,
    'Until then: run the application with Python 3.12, or give the OpenAI client an http_client whose SSL context has VERIFY_X509_STRICT taken out of verify_flags; the chain stays verified.',
  ]
}
