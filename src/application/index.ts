import { readApplication, type Application } from './read-application.ts'
import { readSources } from './source-files.ts'

export {
  ALL_BASE_URL_VARIABLES,
  BASE_URL_VARIABLES,
  OTHER_VARIABLES,
} from './base-url-variables.ts'
export type { ApplicationCall } from './calls.ts'
export { clientsOf } from './languages.ts'
export { readApplication, type Application, type Sources } from './read-application.ts'

/**
 * What the checkout says of the application's own calls; read once, when it is first asked for.
 * @param beforeReading called before each file that is read
 */
export function applicationOf(workspace: string, beforeReading?: () => void): () => Application {
  let known: Application | undefined
  return () => (known ??= readApplication(readSources(workspace, beforeReading)))
}
