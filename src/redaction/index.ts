/** Nothing secret and nothing dangerous leaves: what to remove, and how to write what remains. */
export { planted, type PlantedSecret } from './literals.ts'
export type { Redactor } from './redactor.ts'
export { createRedactor } from './redactor.ts'
export {
  cut,
  fenced,
  html,
  indentedLine,
  linkTarget,
  markdown,
  markdownCode,
  oneLine,
  outputText,
  plainText,
  withoutCommands,
} from './neutralise.ts'
