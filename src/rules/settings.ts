import { blame, type Warning } from './orders.ts'
import { evidenceRules, type EvidenceConclusion } from './whole-run.ts'
import type { Evidence, Observation, SettingProblem } from '../model/index.ts'
import { ASKED_INSTEAD } from '../model/index.ts'
import { factsOf, observations, responseOf, investigated } from '../model/reading.ts'

/** Settings that are judged together: one finding for all problems of a kind, the first decides. */
interface SettingsFamily {
  readonly id: string
  /** Beginnings of the codes; the first family of the list that fits takes the problem. */
  readonly codes: readonly string[]
  readonly doNot?: Warning
}

const NOTHING_SENT = 'Do not look at the network, the quota or the model: no packet was sent.'

const FAMILIES: readonly SettingsFamily[] = [
  {
    id: 'settings/key',
    codes: ['config.key_', 'config.entra_'],
    doNot: 'Do not create a new key before the stored one is known to arrive unchanged.',
  },
  { id: 'settings/base-url', codes: ['config.base_url_'] },
  { id: 'settings/conflict', codes: ['config.conflict'] },
  { id: 'settings/way-out', codes: ['config.proxy_', 'config.ca_', 'config.tls_'] },
  { id: 'settings/file', codes: ['config.file_'] },
  { id: 'settings/other', codes: [''] },
]

/** Problems that stop the request before any packet, one rule for each kind of setting. */
export const SETTINGS_RULES = evidenceRules(
  FAMILIES.map((family) => ({
    id: family.id,
    says: (evidence) => saidOf(problemsOf(evidence, family, 'fatal'), family.doNot, NOTHING_SENT),
  })),
)

interface FoundProblem {
  readonly problem: SettingProblem
  readonly observation: Observation<'settings'>
}

function problemsOf(
  evidence: Evidence,
  family: SettingsFamily,
  severity: SettingProblem['severity'],
): readonly FoundProblem[] {
  return observations(evidence, 'settings').flatMap((observation) =>
    (factsOf<'settings'>(observation)?.problems ?? [])
      .filter((problem) => problem.severity === severity && familyOf(problem) === family)
      .map((problem) => ({ problem, observation })),
  )
}

function familyOf({ code }: SettingProblem): SettingsFamily | undefined {
  return FAMILIES.find(({ codes }) => codes.some((start) => code.startsWith(start)))
}

function saidOf(
  [first, ...others]: readonly FoundProblem[],
  ...doNot: readonly (Warning | undefined)[]
) {
  if (first === undefined) return undefined
  const { problem, observation } = first
  const problems = [problem, ...others.map((one) => one.problem)]
  return {
    ...blame(problem.owner, problem.code, 'config'),
    summary: problems
      .slice(0, 3)
      .map(({ message }) => message)
      .join(' '),
    doNext: [...new Set(problems.map(({ fix }) => fix))],
    doNot,
    cites: [...new Set([observation, ...others.map((one) => one.observation)])],
  } as const
}

/** The gateway lacks the default family, nothing named another, and the older one was asked. */
const endpointAssumed: EvidenceConclusion = {
  id: 'settings/endpoint-assumed',
  says: (evidence) => {
    const { application, endpoint } = evidence.route
    const response = responseOf(evidence)
    if (application?.endpoint.from !== ASKED_INSTEAD || response === undefined) return undefined
    return {
      ...blame('request', 'config.endpoint_assumed'),
      summary: `The gateway does not serve /responses, and neither a setting nor the checkout names the application's endpoint; ${endpoint} was asked instead.`,
      doNext: `Set endpoint: ${endpoint} if that is what the application calls.`,
      cites: [response.observation],
    }
  },
}

/** An endpoint that was set is not served, and the other family answered: what did work is said. */
const otherFamilyAnswers: EvidenceConclusion = {
  id: 'settings/other-family-answers',
  says: (evidence) => {
    const { seen, facts: { endpoint, answered } = {} } = investigated(evidence, 'other-family')
    if (endpoint === undefined || answered !== true) return undefined
    return {
      ...blame('request', 'config.endpoint_other_answers'),
      summary: `${evidence.route.endpoint} is not served there, and ${endpoint} answered the same question with the same key and model.`,
      doNext: `Set endpoint: ${endpoint} if that is what the application calls, or have ${evidence.route.endpoint} served.`,
      cites: [seen],
    }
  },
}

/** Worth saying, and stops nothing; none of these decides. */
export const SETTING_NOTES = evidenceRules([
  ...FAMILIES.map((family): EvidenceConclusion => ({
    id: `${family.id}-note`,
    says: (evidence) => saidOf(problemsOf(evidence, family, 'warning'), family.doNot),
  })),
  endpointAssumed,
  otherFamilyAnswers,
])
