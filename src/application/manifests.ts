import type { Checkout } from '../egress/question.ts'
import { fields } from '../model/index.ts'
import { gradleDependencies, mavenDependencies } from './jvm-dependencies.ts'
import { librariesOf } from './libraries.ts'
import {
  belowNames,
  eachLine,
  LONGEST_LINE,
  onLines,
  parsedJson,
  textOf,
  type ManifestReader,
  type Named,
} from './manifest.ts'
import { quoted, requirement, toml } from './python-requirements.ts'

/** Files that name the packages of an application, by the client that sends with them. */
export const MANIFESTS: readonly ManifestReader[] = [
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
    // Any line that is not indented ends what the one before it names.
    read: belowNames(/^(?:"?(@?[^@"]+)@|(?=\S))/, /^\s+version:? "?([^"\s]+)/),
  },
  {
    client: 'node',
    in: 'lock',
    file: /(^|\/)pnpm-lock\.yaml$/,
    read: onLines(/^\s+['"]?\/?(@?[^@:'"\s]+)[@/](\d[^:('"\s]*)/g),
  },
  {
    client: 'bun',
    in: 'lock',
    file: /(^|\/)bun\.lock$/,
    speaks: true,
    read: onLines(/^\s+"[^"]+": \["(@?[^@"]+)@([^"]+)"/g),
  },
  {
    client: 'bun',
    in: 'lock',
    file: /(^|\/)(bun\.lockb|bunfig\.toml)$/,
    speaks: true,
    read: () => [],
  },
  {
    client: 'deno',
    in: 'manifest',
    file: /(^|\/)(deno\.jsonc?|import_map\.json)$/,
    speaks: true,
    read: onLines(/"(?:npm|jsr):\/?(@?[^@"]+)(?:@([^"/]*))?[^"]*"/g),
  },
  {
    client: 'deno',
    in: 'lock',
    file: /(^|\/)deno\.lock$/,
    speaks: true,
    read: onLines(/^\s+"(@?[^@":]+)@(\d[^"_]*)[^"]*": \{/g),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/,
    speaks: true,
    read: (text) => eachLine(text, (line) => requirement(line.trim())),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)environment\.ya?ml$/,
    read: (text) => eachLine(text, (line) => requirement(/^\s*-\s+(\S.*)$/.exec(line)?.[1] ?? '')),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)setup\.(py|cfg)$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) =>
        /^\s*name\s*=/.test(line) ? [] : [...requirement(line.trim()), ...quoted(line)],
      ),
  },
  {
    client: 'python',
    in: 'manifest',
    file: /(^|\/)(pyproject\.toml|Pipfile)$/,
    speaks: true,
    read: toml,
  },
  {
    client: 'python',
    in: 'lock',
    file: /(^|\/)(poetry|uv|pdm)\.lock$/,
    read: belowNames(/^name = "([^"]+)"/, /^version = "([^"]+)"/),
  },
  {
    client: 'python',
    in: 'lock',
    file: /(^|\/)Pipfile\.lock$/,
    read: (text) => {
      const json = parsedJson(text)
      const packages = { ...fields(json['develop']), ...fields(json['default']) }
      return Object.entries(packages).map(([name, entry]) => [
        name,
        textOf(fields(entry)['version']).replace(/^==/, ''),
      ])
    },
  },
  {
    client: 'go',
    in: 'manifest',
    file: /(^|\/)go\.mod$/,
    speaks: true,
    read: (text) =>
      onLines(/^\s*(?:require\s+)?([\w.~/-]+) (v[\w.+-]+)(?!.*\/\/ indirect)/g)(text).map(
        ([path, version]) => [path.replace(/\/v\d+$/, ''), version],
      ),
  },
  {
    client: 'java',
    in: 'manifest',
    file: /(^|\/)pom\.xml$/,
    speaks: true,
    read: mavenDependencies,
  },
  {
    client: 'java',
    in: 'manifest',
    // A version catalogue is Gradle's too.
    file: /(^|\/)(build\.gradle(\.kts)?|[\w.-]+\.versions\.toml|gradle\.lockfile)$/,
    speaks: true,
    read: gradleDependencies,
  },
  {
    client: 'dotnet',
    in: 'manifest',
    file: /(^|\/)([^/]+\.(cs|fs|vb)proj|Directory\.(Packages|Build)\.(props|targets))$/,
    speaks: true,
    // Attributes may stand on lines of their own.
    read: (text) =>
      text.split('<').flatMap((element): Named => {
        if (!/^Package(?:Reference|Version)\s/i.test(element)) return []
        const tag = element.slice(0, LONGEST_LINE)
        const [, name = ''] = /\sInclude="([\w.-]+)"/i.exec(tag) ?? []
        return [[name, /\sVersion="([^"]+)"/i.exec(tag)?.[1] ?? '']]
      }),
  },
  {
    client: 'dotnet',
    in: 'manifest',
    file: /(^|\/)paket\.dependencies$/,
    speaks: true,
    read: onLines(/^\s*nuget\s+([\w.-]+)\s*(\S.*)?$/gi),
  },
  {
    client: 'dotnet',
    in: 'lock',
    file: /(^|\/)packages\.lock\.json$/,
    speaks: true,
    read: belowNames(/^\s+"([\w.-]+)": \{/, /^\s+"resolved": "([^"]+)"/),
  },
  {
    client: 'ruby',
    in: 'manifest',
    file: /(^|\/)(Gemfile|gems\.rb|[^/]+\.gemspec)$/,
    speaks: true,
    read: onLines(
      /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[ (]+["']([\w-]+)["'](?:, *["']([^"']+)["'])?/g,
    ),
  },
  {
    client: 'ruby',
    in: 'lock',
    file: /(^|\/)(Gemfile|gems)\.(lock|locked)$/,
    speaks: true,
    read: onLines(/^ {4}([\w-]+) \(([\w.-]+)\)$/g),
  },
  {
    client: 'php',
    in: 'manifest',
    file: /(^|\/)composer\.json$/,
    speaks: true,
    read: (text) => {
      const json = parsedJson(text)
      const listed = { ...fields(json['require-dev']), ...fields(json['require']) }
      return Object.entries(listed).map(([name, version]) => [name, textOf(version)])
    },
  },
  {
    client: 'php',
    in: 'lock',
    file: /(^|\/)composer\.lock$/,
    speaks: true,
    read: (text) => {
      const json = parsedJson(text)
      return [json['packages'], json['packages-dev']].flat().map((entry) => {
        const { name, version } = fields(entry)
        return [textOf(name), textOf(version)]
      })
    },
  },
  {
    client: 'rust',
    in: 'manifest',
    file: /(^|\/)Cargo\.toml$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name = '', value = ''] =
          /^(?:\[[\w.'()-]*dependencies\.([\w-]+)\]|([\w-]+)(?:\.\w+)? *= *(.*))/
            .exec(line)
            ?.filter((part) => part !== undefined) ?? []
        const [, bare, inTable = ''] = /^"([^"]*)"|\bversion *= *"([^"]*)"/.exec(value) ?? []
        return [[name, bare ?? inTable]]
      }),
  },
  {
    client: 'rust',
    in: 'lock',
    file: /(^|\/)Cargo\.lock$/,
    speaks: true,
    read: belowNames(/^name = "([\w-]+)"/, /^version = "([^"]+)"/),
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
    sections.toReversed().flatMap((section) => Object.entries(fields(json[section]))),
  )
  return librariesOf('node').flatMap((name) =>
    listed.has(name) ? [[name, textOf(listed.get(name))] as const] : [],
  )
}

function packageLock(text: string): Named {
  const json = parsedJson(text)
  const packages = Object.entries(fields(json['packages']))
  const old = fields(json['dependencies'])
  return librariesOf('node').flatMap((name) => {
    const entry =
      packages.find(([path]) => path === `node_modules/${name}`) ??
      packages.find(([path]) => path.endsWith(`/node_modules/${name}`))
    const found = entry?.[1] ?? (Object.hasOwn(old, name) ? old[name] : undefined)
    return found === undefined ? [] : [[name, textOf(fields(found)['version'])] as const]
  })
}

/** The httpx that a lock file or a pinned requirement at the top of the checkout installs. */
export function lockedHttpx({ files, readFile }: Checkout): string | undefined {
  return ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'requirements.txt']
    .filter((file) => files.includes(file))
    .map((file) =>
      HTTPX.exec(readFile(file) ?? '')
        ?.slice(1)
        .find(Boolean),
    )
    .find((version) => version !== undefined)
}

/** As TOML, as JSON, and as a requirement. */
const HTTPX =
  /^name = "httpx"\r?\nversion = "([\d.]+)"|^[ \t]*"httpx": \{[^}]{0,2000}?"version": "==([\d.]+)"|^httpx(?:\[[\w,-]*\])?==([\d.]+)/m

/** The newest reqwest of the Cargo.lock nearest to the root: cargo sorts them. */
export function lockedReqwest({ files, readFile }: Checkout): string | undefined {
  const [lock] = files
    .filter((file) => /(^|\/)Cargo\.lock$/.test(file))
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
  const text = lock === undefined ? '' : (readFile(lock) ?? '')
  return [...text.matchAll(/^name = "reqwest"\r?\nversion = "([\d.]+)"/gm)].at(-1)?.[1]
}
