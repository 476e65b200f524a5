/** The only reader of inputs, files and the environment; secret and conflict checks. */
export { INPUTS } from './inputs.ts'
export type { Input, InputName, MissingKey } from './inputs.ts'
export { isUsageProblem } from './problem.ts'
export { withClient } from './route.ts'
export { readLimits, readSettings } from './settings.ts'
export type { Limits, RouteSettings, Settings } from './settings.ts'
export { actionSource, commandLineSource, yamlFor } from './sources.ts'
export type { SettingsSource } from './sources.ts'
