/** The only writer to the runner. What calls the GitHub API is loaded on demand: ./publish.ts. */
export {
  type ReadFile,
  type StepEnv,
  type PullRequest,
  headCommitOf,
  pullRequestOf,
} from './pull-request.ts'
export type { StepLocation } from './step-location.ts'
export { mask, tellDebug, tellNotice, writeToRunner } from './runner.ts'
