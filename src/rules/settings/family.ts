import type { Evidence, Finding, Observation, Rule, SettingProblem } from '../../model/index.ts'
import { factsOf, observations } from '../../model/reading.ts'

/** Settings that are judged together: one finding for all problems of a kind, the first decides. */
export interface SettingsFamily {
  readonly id: string
  /** Beginnings of the codes; the first family of the list that fits takes the problem. */
  readonly codes: readonly string[]
  readonly doNot: readonly string[]
}

const NOTHING_SENT = ['Do not look at the network, the quota or the model: no packet was sent.']

const FAMILIES: readonly SettingsFamily[] = [
  {
    id: 'settings/key',
    codes: ['config.key_', 'config.entra_'],
    doNot: ['Do not create a new key before the stored one is known to arrive unchanged.'],
  },
  { id: 'settings/base-url', codes: ['config.base_url_'], doNot: [] },
  { id: 'settings/conflict', codes: ['config.conflict'], doNot: [] },
  { id: 'settings/way-out', codes: ['config.proxy_', 'config.ca_', 'config.tls_'], doNot: [] },
  { id: 'settings/file', codes: ['config.file_'], doNot: [] },
  { id: 'settings/other', codes: [''], doNot: [] },
]

/** Problems that stop the request before any packet, one rule for each kind of setting. */
export const SETTINGS_RULES: readonly Rule[] = FAMILIES.map((family) => ({
  id: family.id,
  match: (evidence) =>
    findingOf(family.id, problemsOf(evidence, family, 'fatal'), [...family.doNot, ...NOTHING_SENT]),
}))

/** Problems worth saying that stop nothing; none of these decides. */
export const SETTING_NOTES: readonly Rule[] = FAMILIES.map((family) => ({
  id: `${family.id}-note`,
  match: (evidence) =>
    findingOf(`${family.id}-note`, problemsOf(evidence, family, 'warning'), family.doNot),
}))

interface Found {
  readonly problem: SettingProblem
  readonly observation: Observation<'settings'>
}

function problemsOf(
  evidence: Evidence,
  family: SettingsFamily,
  severity: SettingProblem['severity'],
): readonly Found[] {
  return observations(evidence, 'settings').flatMap((observation) =>
    (factsOf<'settings'>(observation)?.problems ?? [])
      .filter((problem) => problem.severity === severity && familyOf(problem) === family)
      .map((problem) => ({ problem, observation })),
  )
}

function familyOf({ code }: SettingProblem): SettingsFamily | undefined {
  return FAMILIES.find(({ codes }) => codes.some((start) => code.startsWith(start)))
}

function findingOf(
  rule: string,
  found: readonly Found[],
  doNot: readonly string[],
): Finding | undefined {
  const [first, ...others] = found
  if (first === undefined) return undefined
  const { problem, observation } = first
  const further = others.map((one) => one.observation).filter((one) => one.id !== observation.id)
  return {
    rule,
    owner: problem.owner,
    rung: 'config',
    code: problem.code,
    retryable: false,
    summary: [problem, ...others.map((one) => one.problem)]
      .slice(0, 3)
      .map(({ message }) => message)
      .join(' '),
    doNext: [...new Set(found.map((one) => one.problem.fix))],
    doNot,
    cites: [observation, ...new Set(further)],
  }
}
