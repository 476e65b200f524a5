import { given, type Secret, type SettingProblem } from '../model/index.ts'
import { layered, type Ask } from './ask.ts'
import { withOtherFamilies } from './application.ts'
import type { Yaml } from './config-document.ts'
import { readConfigFile, type ConfigRoute } from './config-file.ts'
import { inputNamed, type InputName } from './inputs.ts'
import type { MissingKeyPolicy } from './key.ts'
import { absolute } from './paths.ts'
import { fatal, warning } from './problem.ts'
import { readRoute, type ReadRoute } from './route.ts'
import type { Settings } from './settings.ts'
import type { SettingsSource } from './sources.ts'

/** What all routes of a run share. */
export interface Run {
  readonly source: SettingsSource
  readonly ask: Ask
  readonly policy: MissingKeyPolicy
  readonly deadlineMs: number
  /** There wherever a config file is named. */
  readonly yaml?: Yaml
}

export type ReadRoutes = Pick<Settings, 'routes' | 'problems'> & {
  readonly secrets: readonly Secret[]
}

const NAME_OF_THE_ONLY_ROUTE = 'default'

/** What the run says of each route. */
function shared({ source, ask, policy, deadlineMs }: Run) {
  const { env, readFile } = source
  return {
    env,
    readFile,
    policy,
    deadlineMs,
    run: ask,
    ...given({ application: source.application }),
  }
}

/** The one route of a run without a config file. */
export function singleRoute(run: Run): ReadRoutes {
  const { source, ask } = run
  const read = readRoute({ ...shared(run), name: NAME_OF_THE_ONLY_ROUTE, ask, several: false })
  const routes = withOtherFamilies(read.settings, ask, source.application)
  return { routes, problems: [], secrets: read.secrets }
}

/** The routes of the config file, each with its own problems. */
export function configRoutes(run: Run): ReadRoutes {
  const { source, ask, yaml } = run
  const given = ask.explicit('config')
  const file = given?.text.trim() ?? ''
  const text = source.readFile(absolute(source, file))
  if (given === undefined || text === undefined) {
    const message = `${given?.name ?? 'config'} names ${file}, and there is no such file to read.`
    const fix = `Check out the repository before this step, or fix the path; it starts from ${source.workspace}.`
    const problem = fatal('config.file_unreadable', given?.setting ?? 'config', { message, fix })
    return { routes: [], problems: [problem], secrets: [] }
  }
  if (yaml === undefined) throw new TypeError('a config file is named and no YAML was loaded')
  const config = readConfigFile(text, file, yaml)
  const several = config.routes.length > 1
  const read = config.routes.map((route) => fileRoute(run, route, several))
  return {
    routes: read.map(({ settings }) => settings),
    problems: [...config.problems, ...unusedInputs(ask)],
    secrets: [...config.secrets, ...read.flatMap(({ secrets }) => secrets)],
  }
}

/** Inputs that name one service say nothing about the services of a file. */
const ONE_SERVICE: readonly InputName[] = ['api-key', 'base-url', 'route']

function fileRoute(run: Run, file: ConfigRoute, several: boolean): ReadRoute {
  const ask = layered(
    (name) =>
      file.given.get(name) ?? (ONE_SERVICE.includes(name) ? undefined : run.ask.explicit(name)),
    run.source.env,
  )
  const { name, keyVariable } = file
  const read = readRoute({ ...shared(run), name, ask, several, ...given({ keyVariable }) })
  const problems = [...file.problems, ...read.settings.problems]
  return { ...read, settings: { ...read.settings, problems } }
}

function unusedInputs(ask: Ask): readonly SettingProblem[] {
  return ONE_SERVICE.flatMap((name) => {
    const given = ask.explicit(name)
    if (given === undefined || given.text === inputNamed(name).default) return []
    const message = `${given.name} is set together with a config file and is not used: the file names the services.`
    const fix =
      name === 'api-key'
        ? `Remove ${given.name} and write api-key-env: with the name of a variable to the route.`
        : `Remove ${given.name} and write ${name}: to the route.`
    return [warning('config.conflict_config', given.setting, { message, fix })]
  })
}
