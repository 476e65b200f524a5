import { withoutEndSlashes, type Code, type SettingProblem } from '../model/index.ts'
import { kindOfHost } from '../knowledge/hosts.ts'
import { fatal, type GivenValue, show } from './problem.ts'

/** Paths that the SDK adds itself. `/models` alone is the base of Azure AI inference. */
const ENDPOINT_PATH =
  /\/(?:chat\/completions|completions|responses|embeddings|moderations|messages|audio\/\w+|images\/\w+|files|batches|assistants|threads|v\d+\/models)(?:\/[^/]*)?$/

const EXAMPLE_PATH = '/v1'

/** What is wrong with the path of a base URL, one problem at most. */
export function checkPath(given: GivenValue, url: URL): readonly SettingProblem[] {
  const path = withoutEndSlashes(url.pathname)
  const kind = kindOfHost(url.hostname)
  const say = (code: Code, wrong: string, mended: string): readonly SettingProblem[] => {
    const fix = `Write ${show(`https://${url.host}${mended}`.replace('https:', url.protocol))}.`
    return [fatal(code, given.setting, { message: `${given.name} ${wrong}.`, fix })]
  }
  const endpoint = ENDPOINT_PATH.exec(path)
  if (endpoint !== null) {
    const tail = endpoint[0].replace(/^\/v\d+/, '')
    const base = path.slice(0, path.length - tail.length)
    const mended = kind === 'openai' ? EXAMPLE_PATH : base
    return say(
      'config.base_url_endpoint_path',
      `ends in ${show(tail)}, a path that the SDK adds itself`,
      mended,
    )
  }
  const doubled = /(\/v\d+)(?:\1)+(?=\/|$)/.exec(path)
  if (doubled !== null) {
    const mended = path.replace(doubled[0], doubled[1] ?? '')
    return say('config.base_url_doubled_version', `has ${doubled[1]} twice in its path`, mended)
  }
  if (path.includes('//')) {
    return say(
      'config.base_url_path',
      'has an empty step (//) in its path',
      path.replaceAll(/\/{2,}/g, '/'),
    )
  }
  if (kind === 'azure' && /^(?!.*\/openai\/v1$).*\/v1$/.test(path)) {
    const wrong = `has the path ${show(path)}: Azure serves its v1 API under /openai/v1`
    return say('config.base_url_path', wrong, path.replace(/(?:\/openai)?\/v1$/, '/openai/v1'))
  }
  if (kind !== 'openai' || path === EXAMPLE_PATH) return []
  return path === ''
    ? say(
        'config.base_url_no_version',
        'has no /v1 after the host: OpenAI serves its API under /v1',
        EXAMPLE_PATH,
      )
    : say(
        'config.base_url_path',
        `has the path ${show(path)}: OpenAI serves its API under /v1`,
        EXAMPLE_PATH,
      )
}
