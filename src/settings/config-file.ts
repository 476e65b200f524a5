import { given, type Code, type Secret, type SettingProblem } from '../model/index.ts'
import type { ConfigDocument, ConfigNode, Yaml } from './config-document.ts'
import { parseConfigDocument } from './config-document.ts'
import { readEntries, type Entries } from './config-entries.ts'
import { fatal, firstOf, show, writeNear } from './problem.ts'

/** A run of a thousand routes takes minutes of sockets; a file of them is far below 1 MiB. */
export const MOST_ROUTES = 1000
const LARGEST = 1024 * 1024
const NAME = /^[A-Za-z0-9][\w .-]{0,63}$/

/** One route of the file, with the defaults of the file behind its own values. */
export interface ConfigRoute extends Entries {
  readonly name: string
}

export interface ConfigFile {
  readonly routes: readonly ConfigRoute[]
  /** What is wrong with the file as a whole; what is wrong with a route stands there. */
  readonly problems: readonly SettingProblem[]
  readonly secrets: readonly Secret[]
}

/**
 * Reads `defaults:` and `routes:` (a map by name, or a list of maps with `name`). Every problem
 * has `file:line:column`. Never throws.
 *
 * @param file name of the file as the user wrote it
 */
export function readConfigFile(text: string, file: string, yaml: Yaml): ConfigFile {
  const none = (problem: SettingProblem): ConfigFile => ({
    routes: [],
    problems: [problem],
    secrets: [],
  })
  if (text.length > LARGEST) {
    const message = `${file} is larger than 1 MiB.`
    return none(fatal('config.file_too_large', file, { message, fix: `Split ${file} by job.` }))
  }
  const document = parseConfigDocument(text, file, yaml)
  if ('problem' in document) return none(document.problem)
  const root = document.entries(document.root)
  if (root === undefined) {
    const fix = 'Write a map with routes: and, if wanted, defaults: at the top level.'
    const message = `${file} does not hold a map at its top level.`
    return none(fatal('config.file_invalid', document.at(document.root), { message, fix }))
  }
  const problems = firstOf(root.flatMap(({ key, node }) => unknownTopKey(document, key, node)))
  const defaultsNode = root.find(({ key }) => key === 'defaults')?.node
  const defaults = readEntries(document, defaultsNode, 'defaults')
  const routesEntry = root.find(({ key }) => key === 'routes')
  const listed = namedRoutes(document, routesEntry?.node)
  const routes = listed.routes.map(({ name, node }): ConfigRoute => {
    const own = readEntries(document, node, `route ${name}`)
    const keyVariable = own.keyVariable ?? defaults.keyVariable
    return {
      name,
      given: new Map([...defaults.given, ...own.given]),
      ...given({ keyVariable }),
      problems: own.problems,
      secrets: own.secrets,
    }
  })
  return {
    routes,
    problems: [...problems, ...defaults.problems, ...listed.problems],
    secrets: [...defaults.secrets, ...routes.flatMap((route) => route.secrets)],
  }
}

function unknownTopKey(
  document: ConfigDocument,
  key: string,
  node: ConfigNode,
): readonly SettingProblem[] {
  const known = ['defaults', 'routes']
  if (known.includes(key)) return []
  const message = `${show(key)} is not known at the top level of the file.`
  const fix = writeNear(key, known, 'Put it under defaults: or under a route.')
  return [fatal('config.file_unknown_key', document.at(node, 'key'), { message, fix })]
}

interface NamedRoutes {
  readonly routes: readonly { readonly name: string; readonly node: ConfigNode }[]
  readonly problems: readonly SettingProblem[]
}

function namedRoutes(document: ConfigDocument, node: ConfigNode | undefined): NamedRoutes {
  const fix =
    'Write routes: with one entry for each route, for example direct: { model: your-model }.'
  const all = node === undefined ? undefined : (byName(document, node) ?? byList(document, node))
  if (all === undefined || all.routes.length + all.problems.length === 0) {
    const message = 'The file names no routes.'
    const place = document.at(node ?? document.root)
    return { routes: [], problems: [fatal('config.file_no_routes', place, { message, fix })] }
  }
  const problems = [...all.problems]
  const refuse = (code: Code, node: ConfigNode, message: string, fix: string): void => {
    problems.push(fatal(code, document.at(node, 'key'), { message, fix }))
  }
  const routes: { readonly name: string; readonly node: ConfigNode }[] = []
  const seen = new Set<string>()
  for (const { name, node } of all.routes) {
    if (!NAME.test(name)) {
      const order = 'Use up to 64 letters, digits, spaces, dots, hyphens and underscores.'
      const message = `${show(name)} cannot be the name of a route.`
      refuse('config.file_name_invalid', node, message, order)
    } else if (seen.has(name)) {
      const message = `The route ${name} is in the file twice.`
      refuse('config.file_duplicate_key', node, message, 'Give each route a name of its own.')
    } else {
      seen.add(name)
      routes.push({ name, node })
    }
  }
  const extra = routes[MOST_ROUTES]
  if (extra !== undefined) {
    const message = `The file names ${routes.length} routes, and ${MOST_ROUTES} are the most.`
    refuse('config.file_too_many_routes', extra.node, message, 'Split the file by job.')
  }
  return { routes: routes.slice(0, MOST_ROUTES), problems }
}

function byName(document: ConfigDocument, node: ConfigNode): NamedRoutes | undefined {
  const entries = document.entries(node)
  return entries && { routes: entries.map(({ key, node }) => ({ name: key, node })), problems: [] }
}

function byList(document: ConfigDocument, node: ConfigNode): NamedRoutes | undefined {
  const items = document.items(node)
  if (items === undefined) return undefined
  const problems: SettingProblem[] = []
  const routes: { readonly name: string; readonly node: ConfigNode }[] = []
  for (const item of items) {
    const nameNode = document.entries(item)?.find(({ key }) => key === 'name')?.node
    const name = nameNode === undefined ? undefined : document.text(nameNode)
    if (name === undefined) {
      const message = 'This entry of routes has no name.'
      const fix = 'Add name: to it.'
      problems.push(fatal('config.file_name_missing', document.at(item), { message, fix }))
    } else {
      routes.push({ name, node: item })
    }
  }
  return { routes, problems }
}
