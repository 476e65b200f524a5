import { investigation } from '../../../model/reading.ts'
import { errnoNote } from '../broken-step.ts'
import type { PathConclusion } from '../../conclusion.ts'
import { clockSkew } from '../witnesses.ts'
import { issuedBy, KEEP_VERIFYING, served } from './served.ts'

/** Certificates are backdated by about an hour; less than that explains no date error. */
const TELLING_SKEW_MS = 3_600_000

const TOO_EARLY = 'CERT_NOT_YET_VALID'

/** The runner's clock is wrong: another clock, or a second "invalid" certificate, says so. */
export const clockWrong: PathConclusion = {
  id: 'tls/clock-wrong',
  when: (step) => step.code === 'tls.cert.date_invalid',
  says: (step) => {
    const clock = clockSkew(step)
    // Their clock minus ours: positive when the runner is behind.
    const explains =
      clock !== undefined &&
      (step.errno === TOO_EARLY ? clock.skewMs : -clock.skewMs) > TELLING_SKEW_MS
    const control = investigation(step.evidence, 'control')
    const alsoOutdated =
      control?.outcome.status === 'failed' &&
      control.outcome.failure.code === 'tls.cert.date_invalid'
    if (!explains && !alsoOutdated) return undefined
    const proof = explains
      ? `the runner's clock is ${Math.round(Math.abs(clock.skewMs) / 60_000)} minutes ${clock.skewMs > 0 ? 'behind' : 'ahead'}`
      : `${control?.target ?? 'the control host'} looks outdated as well, so the runner's clock is wrong`
    return {
      summary: `The certificate of ${step.host} is refused for its dates${errnoNote(step)}, but ${proof}.`,
      doNext: ['Set the clock of this runner (NTP, or the clock of the host it is a guest of).'],
      doNot: [KEEP_VERIFYING, 'Do not ask for a new certificate.'],
      cites: [explains ? clock.observation : control],
    }
  },
}

/** Outside its validity by the runner's clock; nothing says that the clock is wrong. */
export const outdated: PathConclusion = {
  id: 'tls/certificate-outdated',
  when: (step) => step.code === 'tls.cert.date_invalid',
  says: (step) => {
    const chain = served(step)
    const early = step.errno === TOO_EARLY
    const certificates = chain.facts.chain ?? []
    const at = chain.facts.outdated?.[0] ?? 0
    const one = certificates[at]
    const above = at > 0 && one !== undefined
    const what = above
      ? `${one.selfSigned ? 'root' : 'intermediate'} certificate "${one.subject}" above the certificate for ${step.host}${errnoNote(step)}`
      : `certificate for ${step.host}${issuedBy(step, chain)}`
    const period =
      one === undefined
        ? ''
        : `: it is valid from ${one.validFrom.slice(0, 10)} to ${one.validTo.slice(0, 10)}`
    // A wrong clock outdates the leaf first, and another clock would have told.
    const clockOrder =
      above || clockSkew(step) !== undefined
        ? []
        : ['Compare the clock of this runner with real time and set it (NTP) if it is wrong.']
    const leafFine = above ? `; the certificate of ${step.host} itself is within its dates` : ''
    return {
      summary: `The ${what} ${early ? 'is not valid yet' : 'has expired'}${period}${leafFine}.`,
      doNext: [
        ...(early ? clockOrder : []),
        early
          ? `Correct the start date of the certificate on the server or proxy that answers for ${step.host}.`
          : above
            ? `Replace the expired "${one.subject}" in the chain that the server or inspecting proxy for ${step.host} sends by its current successor.`
            : `Renew the certificate on the server or inspecting proxy that answers for ${step.host}.`,
        ...(early ? [] : clockOrder),
      ],
      doNot: [KEEP_VERIFYING],
      cites: [chain.observation],
    }
  },
}
