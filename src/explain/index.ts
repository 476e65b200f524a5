/** Reading a log that already exists: text → the observations of a live run → the same rules. */
export { explain, type Explanation, type ExplainOptions } from './explain.ts'
export type { Incident, IncidentPlace } from './incidents.ts'
export {
  explanationMarkdown,
  explanationText,
  tellExplanation,
  type ExplanationView,
} from './report.ts'
