import { parsedJson, record, textOf, type ManifestReader, type Named } from './manifest.ts'

/** The vendor's own SDKs: an application that lists one sends its requests with it. */
export const NODE_SDKS = ['openai', '@azure/openai'] as const

/** Packages that send requests to the API, with `openai` or with fetch of their own. */
export const NODE_RELATED = [
  '@openai/agents',
  'ai',
  '@ai-sdk/openai',
  '@ai-sdk/azure',
  'langchain',
  '@langchain/openai',
  'llamaindex',
  '@llamaindex/openai',
] as const

const NAMES = [...NODE_SDKS, ...NODE_RELATED]

export const NODE_READERS: readonly ManifestReader[] = [
  { client: 'node', in: 'manifest', file: /(^|\/)package\.json$/, read: packageJson },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
    read: packageLock,
  },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)yarn\.lock$/,
    read: (text) =>
      eachName(text, (name) => `^"?${name}@[^\\n]*:\\r?\\n\\s+version:? "?([^"\\s]+)`),
  },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)pnpm-lock\.yaml$/,
    read: (text) => eachName(text, (name) => `^\\s+['"]?/?${name}[@/](\\d[^:('"\\s]*)`),
  },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)bun\.lock$/,
    read: (text) => eachName(text, (name) => `^\\s+"${name}": \\["${name}@([^"]+)"`),
  },
]

function packageJson(text: string): Named {
  const json = parsedJson(text)
  const sections = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies']
  const listed = Object.assign({}, ...sections.toReversed().map((one) => record(json[one])))
  return NAMES.flatMap((name) =>
    Object.hasOwn(listed, name) ? [[name, textOf(record(listed)[name])] as const] : [],
  )
}

function packageLock(text: string): Named {
  const json = parsedJson(text)
  const packages = Object.entries(record(json['packages']))
  const old = record(json['dependencies'])
  return NAMES.flatMap((name) => {
    const entry =
      packages.find(([path]) => path === `node_modules/${name}`) ??
      packages.find(([path]) => path.endsWith(`/node_modules/${name}`))
    const found = entry?.[1] ?? old[name]
    return found === undefined ? [] : [[name, textOf(record(found)['version'])] as const]
  })
}

function eachName(text: string, pattern: (name: string) => string): Named {
  return NAMES.flatMap((name) => {
    const version = new RegExp(pattern(name), 'm').exec(text)?.[1]
    return version === undefined ? [] : [[name, version] as const]
  })
}
