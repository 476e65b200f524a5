/** The only writer to the runner. What calls the GitHub API is loaded on demand: ./publish.ts. */
export type { CommandProperties } from './commands.ts'
export { command, escapeData, escapeProperty } from './commands.ts'
export type { ReadFile, StepEnv } from './event.ts'
export type { PullRequest } from './pull-request.ts'
export { headCommitOf, pullRequestOf } from './pull-request.ts'
export type { StepLocation } from './step-location.ts'
export type { RunnerDoor } from './writer.ts'
export { annotationCommand, maskCommands, writeArtifacts } from './writer.ts'
