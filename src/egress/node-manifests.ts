import {
  eachLine,
  namedAbove,
  parsedJson,
  record,
  textOf,
  type ManifestReader,
  type Named,
} from './manifest.ts'

/** The vendor's own SDKs: an application that lists one sends its requests with it. */
export const NODE_SDKS = ['openai', '@azure/openai', '@openai/openai'] as const

/** Packages that send requests to the API, with `openai` or with fetch of their own. */
const NODE_RELATED = [
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
const KNOWN: ReadonlySet<string> = new Set(NAMES)

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
      namedAbove(
        text,
        (line) => (/^\S/.test(line) ? (known(/^"?(@?[^@"]+)@/.exec(line)?.[1]) ?? '') : undefined),
        /^\s+version:? "?([^"\s]+)/,
      ).filter(([name]) => name !== ''),
  },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)pnpm-lock\.yaml$/,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version = ''] =
          /^\s+['"]?\/?(@?[^@:'"\s]+)[@/](\d[^:('"\s]*)/.exec(line) ?? []
        return pair(name, version)
      }),
  },
  {
    client: 'bun',
    in: 'lock',
    file: /(^|\/)bun\.lock$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version = ''] = /^\s+"[^"]+": \["(@?[^@"]+)@([^"]+)"/.exec(line) ?? []
        return pair(name, version)
      }),
  },
  { client: 'bun', in: 'lock', file: /(^|\/)(bun\.lockb|bunfig\.toml)$/, speaks: true, read: none },
  {
    client: 'deno',
    in: 'manifest',
    file: /(^|\/)(deno\.jsonc?|import_map\.json)$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) =>
        [...line.matchAll(/"(?:npm|jsr):\/?(@?[^@"]+)(?:@([^"/]*))?[^"]*"/g)].flatMap(
          ([, name, version = '']) => pair(name, version),
        ),
      ),
  },
  {
    client: 'deno',
    in: 'lock',
    file: /(^|\/)deno\.lock$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version = ''] = /^\s+"(@?[^@":]+)@(\d[^"_]*)[^"]*": \{/.exec(line) ?? []
        return pair(name, version)
      }),
  },
]

/** Which runtime a folder of packages belongs to, by what lies beside the manifest. */
export const RUNTIME_MARKS: readonly (readonly [client: 'node' | 'bun' | 'deno', file: RegExp])[] =
  [
    ['node', /^(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/],
    ['bun', /^(bun\.lockb?|bunfig\.toml)$/],
    ['deno', /^deno\.(jsonc?|lock)$/],
  ]

function packageJson(text: string): Named {
  const json = parsedJson(text)
  const sections = ['dependencies', 'optionalDependencies', 'devDependencies', 'peerDependencies']
  const listed = new Map(
    sections.toReversed().flatMap((section) => Object.entries(record(json[section]))),
  )
  return NAMES.flatMap((name) =>
    listed.has(name) ? [[name, textOf(listed.get(name))] as const] : [],
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
    const found = entry?.[1] ?? (Object.hasOwn(old, name) ? old[name] : undefined)
    return found === undefined ? [] : [[name, textOf(record(found)['version'])] as const]
  })
}

function known(name: string | undefined): string | undefined {
  return name !== undefined && KNOWN.has(name) ? name : undefined
}

function pair(name: string | undefined, version: string): Named {
  return name !== undefined && KNOWN.has(name) ? [[name, version]] : []
}

function none(): Named {
  return []
}
