import { nearest } from '../knowledge/distance.ts'
import type { SettingProblem } from '../model/index.ts'
import { INPUTS, isInputName } from './inputs.ts'
import { fatal, show, warning } from './problem.ts'
import type { SettingsSource } from './sources.ts'

/** The runner hands over every input of the step, also those that action.yml does not have. */
const INPUT_VARIABLE = /^INPUT_([A-Z0-9_-]+)$/

interface Misnamed {
  /** As the workflow writes it, in lower case: the runner keeps no case. */
  readonly written: string
  readonly meant: string
}

/**
 * Inputs of this step whose names were probably meant for others: `api_key`, `modle`. Nothing where
 * our step stands in an action of somebody else, whose inputs may be in the environment as well.
 */
export function misnamedInputs({
  env,
  outputs,
}: Pick<SettingsSource, 'env' | 'outputs'>): readonly Misnamed[] {
  if (outputs !== true || isForeign(env)) return []
  return Object.entries(env).flatMap(([variable, value]) => {
    const written = INPUT_VARIABLE.exec(variable)?.[1]?.toLowerCase()
    if (written === undefined || (value ?? '').trim() === '' || isInputName(written)) return []
    const meant = nearest(
      written.replace(/^openai[-_]/, ''),
      INPUTS.map(({ name }) => name),
    )
    return meant === undefined ? [] : [{ written, meant }]
  })
}

/** A composite action runs its steps in its own folder and environment. */
function isForeign(env: SettingsSource['env']): boolean {
  return (env['GITHUB_ACTION_PATH'] ?? '') !== ''
}

/** Checked where they are read, with an order of their own. */
const CHECKED: ReadonlySet<string> = new Set([
  'api-key',
  'base-url',
  'model',
  'organization',
  'project',
  'api-version',
  'azure-scope',
  // Of no use but for what is published, and GitHub refuses it there.
  'github-token',
])

/** Inputs that hold `${{ … }}`, which a workflow file alone expands: not an environment file, not a script. */
export function unexpandedProblems({
  env,
  outputs,
}: Pick<SettingsSource, 'env' | 'outputs'>): readonly SettingProblem[] {
  if (outputs !== true) return []
  return INPUTS.flatMap(({ name }) => {
    const value = env[`INPUT_${name.toUpperCase()}`] ?? ''
    if (CHECKED.has(name) || !value.includes('${{')) return []
    const message = `${name} is an unexpanded reference: ${show(value.trim())}.`
    const fix = 'Pass the value of the variable, not its name.'
    return [fatal('config.value_unexpanded', name, { message, fix })]
  })
}

export function misnamedProblems(
  source: Pick<SettingsSource, 'env' | 'outputs'>,
): readonly SettingProblem[] {
  return misnamedInputs(source).map(({ written, meant }) => {
    const message = `The step has an input ${show(written)}, which this action does not have: it was not read.`
    return warning('config.input_unknown', written, { message, fix: `Write ${meant} instead.` })
  })
}
