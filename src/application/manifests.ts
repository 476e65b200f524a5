import type { Checkout } from '../egress/question.ts'
import { fields, type Client } from '../model/index.ts'
import { gradleDependencies, mavenDependencies } from './jvm-dependencies.ts'
import { librariesOf } from './libraries.ts'
import type { ManifestReader, Named } from './manifest.ts'
import { belowNames, eachLine, LONGEST_LINE, onLines, parsedJson, textOf } from './manifest.ts'
import { quoted, requirement, toml } from './python-requirements.ts'

/** A file in which somebody asks for packages; it shows the language, unless its names alone count. */
const asks = reader('manifest')

/** A file that says what is installed. */
const locks = reader('lock')

function reader(kind: ManifestReader['in']) {
  return (
    client: Client,
    file: RegExp,
    read: ManifestReader['read'],
    counts?: 'names alone',
  ): ManifestReader => ({
    client,
    in: kind,
    file,
    read,
    // A package.json lies in repositories of every language.
    ...(counts === undefined && client !== 'node' ? { speaks: true } : {}),
  })
}

/** Files that name the packages of an application, by the client that sends with them. */
export const MANIFESTS: readonly ManifestReader[] = [
  asks('node', /(^|\/)package\.json$/, packageJson),
  locks('node', /(^|\/)(package-lock|npm-shrinkwrap)\.json$/, packageLock),
  // In yarn.lock any line that is not indented ends what the one before it names.
  locks(
    'node',
    /(^|\/)yarn\.lock$/,
    belowNames(/^(?:"?(@?[^@"]+)@|(?=\S))/, /^\s+version:? "?([^"\s]+)/),
  ),
  locks('node', /(^|\/)pnpm-lock\.yaml$/, onLines(/^\s+['"]?\/?(@?[^@:'"\s]+)[@/](\d[^:('"\s]*)/g)),
  locks('bun', /(^|\/)bun\.lock$/, onLines(/^\s+"[^"]+": \["(@?[^@"]+)@([^"]+)"/g)),
  locks('bun', /(^|\/)(bun\.lockb|bunfig\.toml)$/, () => []),
  asks(
    'deno',
    /(^|\/)(deno\.jsonc?|import_map\.json)$/,
    onLines(/"(?:npm|jsr):\/?(@?[^@"]+)(?:@([^"/]*))?[^"]*"/g),
  ),
  locks('deno', /(^|\/)deno\.lock$/, onLines(/^\s+"(@?[^@":]+)@(\d[^"_]*)[^"]*": \{/g)),
  asks('python', /(^|\/)(requirements[^/]*|requirements\/[^/]+)\.(txt|in)$/, (text) =>
    eachLine(text, (line) => requirement(line.trim())),
  ),
  asks(
    'python',
    /(^|\/)environment\.ya?ml$/,
    (text) => eachLine(text, (line) => requirement(/^\s*-\s+(\S.*)$/.exec(line)?.[1] ?? '')),
    'names alone',
  ),
  asks('python', /(^|\/)setup\.(py|cfg)$/, (text) =>
    eachLine(text, (line) =>
      /^\s*name\s*=/.test(line) ? [] : [...requirement(line.trim()), ...quoted(line)],
    ),
  ),
  asks('python', /(^|\/)(pyproject\.toml|Pipfile)$/, toml),
  locks(
    'python',
    /(^|\/)(poetry|uv|pdm)\.lock$/,
    belowNames(/^name = "([^"]+)"/, /^version = "([^"]+)"/),
    'names alone',
  ),
  locks(
    'python',
    /(^|\/)Pipfile\.lock$/,
    (text) => {
      const json = parsedJson(text)
      const packages = { ...fields(json['develop']), ...fields(json['default']) }
      return Object.entries(packages).map(([name, entry]) => [
        name,
        textOf(fields(entry)['version']).replace(/^==/, ''),
      ])
    },
    'names alone',
  ),
  asks('go', /(^|\/)go\.mod$/, (text) =>
    onLines(/^\s*(?:require\s+)?([\w.~/-]+) (v[\w.+-]+)(?!.*\/\/ indirect)/g)(text).map(
      ([path, version]) => [path.replace(/\/v\d+$/, ''), version],
    ),
  ),
  asks('java', /(^|\/)pom\.xml$/, mavenDependencies),
  // A version catalogue is Gradle's too.
  asks(
    'java',
    /(^|\/)(build\.gradle(\.kts)?|[\w.-]+\.versions\.toml|gradle\.lockfile)$/,
    gradleDependencies,
  ),
  // Attributes may stand on lines of their own.
  asks(
    'dotnet',
    /(^|\/)([^/]+\.(cs|fs|vb)proj|Directory\.(Packages|Build)\.(props|targets))$/,
    (text) =>
      text.split('<').flatMap((element): Named => {
        if (!/^Package(?:Reference|Version)\s/i.test(element)) return []
        const tag = element.slice(0, LONGEST_LINE)
        const [, name = ''] = /\sInclude="([\w.-]+)"/i.exec(tag) ?? []
        return [[name, /\sVersion="([^"]+)"/i.exec(tag)?.[1] ?? '']]
      }),
  ),
  asks('dotnet', /(^|\/)paket\.dependencies$/, onLines(/^\s*nuget\s+([\w.-]+)\s*(\S.*)?$/gi)),
  locks(
    'dotnet',
    /(^|\/)packages\.lock\.json$/,
    belowNames(/^\s+"([\w.-]+)": \{/, /^\s+"resolved": "([^"]+)"/),
  ),
  asks(
    'ruby',
    /(^|\/)(Gemfile|gems\.rb|[^/]+\.gemspec)$/,
    onLines(
      /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[ (]+["']([\w-]+)["'](?:, *["']([^"']+)["'])?/g,
    ),
  ),
  locks('ruby', /(^|\/)(Gemfile|gems)\.(lock|locked)$/, onLines(/^ {4}([\w-]+) \(([\w.-]+)\)$/g)),
  asks('php', /(^|\/)composer\.json$/, (text) => {
    const json = parsedJson(text)
    const listed = { ...fields(json['require-dev']), ...fields(json['require']) }
    return Object.entries(listed).map(([name, version]) => [name, textOf(version)])
  }),
  locks('php', /(^|\/)composer\.lock$/, (text) => {
    const json = parsedJson(text)
    return [json['packages'], json['packages-dev']].flat().map((entry) => {
      const { name, version } = fields(entry)
      return [textOf(name), textOf(version)]
    })
  }),
  asks('rust', /(^|\/)Cargo\.toml$/, (text) =>
    eachLine(text, (line) => {
      const [, name = '', value = ''] =
        /^(?:\[[\w.'()-]*dependencies\.([\w-]+)\]|([\w-]+)(?:\.\w+)? *= *(.*))/
          .exec(line)
          ?.filter((part) => part !== undefined) ?? []
      const [, bare, inTable = ''] = /^"([^"]*)"|\bversion *= *"([^"]*)"/.exec(value) ?? []
      return [[name, bare ?? inTable]]
    }),
  ),
  locks('rust', /(^|\/)Cargo\.lock$/, belowNames(/^name = "([\w-]+)"/, /^version = "([^"]+)"/)),
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
