import type { Checkout } from './detect.ts'
import {
  eachLine,
  LONGEST_LINE,
  namedAbove,
  parsedJson,
  record,
  textOf,
  type ManifestReader,
  type Named,
} from './manifest.ts'

/** Libraries of the API by the ecosystem that names them; the vendor's own come first. */
const LIBRARIES = {
  go: {
    sdks: [
      'github.com/openai/openai-go',
      'github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai',
      'github.com/sashabaranov/go-openai',
    ],
    related: [
      'github.com/tmc/langchaingo',
      'github.com/cloudwego/eino-ext/components/model/openai',
    ],
  },
  java: {
    sdks: [
      'com.openai:openai-java',
      'com.openai:openai-java-core',
      'com.openai:openai-java-client-okhttp',
      'com.azure:azure-ai-openai',
    ],
    related: [
      'org.springframework.ai:spring-ai-openai',
      'org.springframework.ai:spring-ai-starter-model-openai',
      'org.springframework.ai:spring-ai-starter-model-azure-openai',
      'dev.langchain4j:langchain4j-open-ai',
      'dev.langchain4j:langchain4j-azure-open-ai',
    ],
  },
  dotnet: {
    sdks: ['OpenAI', 'Azure.AI.OpenAI'],
    related: [
      'Microsoft.Extensions.AI.OpenAI',
      'Microsoft.SemanticKernel',
      'Microsoft.SemanticKernel.Connectors.OpenAI',
      'Microsoft.Agents.AI.OpenAI',
      'Betalgo.Ranul.OpenAI',
    ],
  },
  ruby: { sdks: ['openai', 'ruby-openai'], related: ['langchainrb', 'ruby_llm', 'raix'] },
  php: {
    sdks: ['openai-php/client'],
    related: [
      'openai-php/laravel',
      'openai-php/symfony',
      'prism-php/prism',
      'neuron-core/neuron-ai',
    ],
  },
  rust: {
    sdks: ['async-openai', 'openai-api-rs'],
    related: ['rig-core', 'genai', 'langchain-rust'],
  },
} as const

type Language = keyof typeof LIBRARIES

/** The vendor's own libraries of every language here. */
export const LANGUAGE_SDKS: readonly string[] = Object.values(LIBRARIES).flatMap(({ sdks }) => sdks)

/** In any case → as the table writes it: NuGet and Go modules are found whatever the case. */
const KNOWN: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  go: names('go'),
  java: names('java'),
  dotnet: names('dotnet'),
  ruby: names('ruby'),
  php: names('php'),
  rust: names('rust'),
}

export const LANGUAGE_READERS: readonly ManifestReader[] = [
  {
    client: 'go',
    in: 'manifest',
    file: /(^|\/)go\.mod$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, path = '', version] =
          /^\s*(?:require\s+)?([\w.~/-]+) (v[\w.+-]+)(?!.*\/\/ indirect)/.exec(line) ?? []
        return one('go', path.replace(/\/v\d+$/, ''), version)
      }),
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
      text.split('<').flatMap((element) => {
        const tag = /^Package(?:Reference|Version)\s/i.test(element)
          ? element.slice(0, LONGEST_LINE)
          : ''
        const name = /\sInclude="([\w.-]+)"/i.exec(tag)?.[1]
        return one('dotnet', name, /\sVersion="([^"]+)"/i.exec(tag)?.[1])
      }),
  },
  {
    client: 'dotnet',
    in: 'manifest',
    file: /(^|\/)paket\.dependencies$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version] = /^\s*nuget\s+([\w.-]+)\s*(\S.*)?$/i.exec(line) ?? []
        return one('dotnet', name, version)
      }),
  },
  {
    client: 'dotnet',
    in: 'lock',
    file: /(^|\/)packages\.lock\.json$/,
    speaks: true,
    read: (text) =>
      namedAbove(
        text,
        (line) => {
          const [, name] = /^\s+"([\w.-]+)": \{/.exec(line) ?? []
          return name === undefined ? undefined : (known('dotnet', name) ?? '')
        },
        /^\s+"resolved": "([^"]+)"/,
      ).filter(([name]) => name !== ''),
  },
  {
    client: 'ruby',
    in: 'manifest',
    file: /(^|\/)(Gemfile|gems\.rb|[^/]+\.gemspec)$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version] =
          /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[ (]+["']([\w-]+)["'](?:, *["']([^"']+)["'])?/.exec(
            line,
          ) ?? []
        return one('ruby', name, version)
      }),
  },
  {
    client: 'ruby',
    in: 'lock',
    file: /(^|\/)(Gemfile|gems)\.(lock|locked)$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, version] = /^ {4}([\w-]+) \(([\w.-]+)\)$/.exec(line) ?? []
        return one('ruby', name, version)
      }),
  },
  {
    client: 'php',
    in: 'manifest',
    file: /(^|\/)composer\.json$/,
    speaks: true,
    read: (text) => {
      const json = parsedJson(text)
      return ['require', 'require-dev'].flatMap((section) =>
        Object.entries(record(json[section])).flatMap(([name, version]) =>
          one('php', name, textOf(version)),
        ),
      )
    },
  },
  {
    client: 'php',
    in: 'lock',
    file: /(^|\/)composer\.lock$/,
    speaks: true,
    read: (text) => {
      const json = parsedJson(text)
      return ['packages', 'packages-dev'].flatMap((section) =>
        [json[section]].flat().flatMap((entry) => {
          const { name, version } = record(entry)
          return one('php', textOf(name), textOf(version))
        }),
      )
    },
  },
  {
    client: 'rust',
    in: 'manifest',
    file: /(^|\/)Cargo\.toml$/,
    speaks: true,
    read: (text) =>
      eachLine(text, (line) => {
        const [, name, value = ''] =
          /^(?:\[[\w.'()-]*dependencies\.([\w-]+)\]|([\w-]+)(?:\.\w+)? *= *(.*))/
            .exec(line)
            ?.filter((part) => part !== undefined) ?? []
        const [, bare, inTable] = /^"([^"]*)"|\bversion *= *"([^"]*)"/.exec(value) ?? []
        return one('rust', name, bare ?? inTable)
      }),
  },
  {
    client: 'rust',
    in: 'lock',
    file: /(^|\/)Cargo\.lock$/,
    speaks: true,
    read: (text) =>
      namedAbove(
        text,
        (line) => {
          const [, name] = /^name = "([\w-]+)"/.exec(line) ?? []
          return name === undefined ? undefined : (known('rust', name) ?? '')
        },
        /^version = "([^"]+)"/,
      ).filter(([name]) => name !== ''),
  },
]

const GROUP = /\bgroup\s*[:=]\s*["']([\w.-]+)["']/
const NAME = /\bname\s*[:=]\s*["']([\w.-]+)["']/
const VERSION = /\bversion\s*[:=]\s*["']([\w.-]+)["']/
const REFERENCE = /\bversion\.ref\s*=\s*["']([\w.-]+)["']/

/**
 * `group:name:version`, `group: 'g', name: 'n', version: 'v'`, and in a version catalogue
 * `module = "group:name", version.ref = "of [versions]"`.
 */
function gradleDependencies(text: string): Named {
  const versions = new Map<string, string>()
  const found = eachLine(text, (line) => {
    const [, key, value] = /^\s*([\w-]+)\s*=\s*"([\w.-]+)"\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) versions.set(key, value)
    const [group, name, version, reference] = [GROUP, NAME, VERSION, REFERENCE].map(
      (part) => part.exec(line)?.[1] ?? '',
    )
    const apart = group === '' ? [] : artifact(`${group}:${name}`, version)
    const together = [
      ...line.matchAll(/(?<![\w.-])([\w.-]{1,200}:[\w.-]{1,200})(?::([\w.-]{1,200}))?/g),
    ].flatMap(([, both = '', own]) =>
      artifact(both, own ?? (reference === '' ? version : `ref ${reference}`)),
    )
    return [...apart, ...together]
  })
  return withBoms(
    found.map(([name, version]) => [
      name,
      version.startsWith('ref')
        ? (versions.get(version.slice('ref'.length).trim()) ?? '')
        : version,
    ]),
  )
}

/** Elements of a `<dependency>` stand on one line or on many: the last group, artifact and version. */
function mavenDependencies(text: string): Named {
  const found: (readonly [string, string])[] = []
  const said = { groupId: '', artifactId: '', version: '' }
  const parts = text.split('<')
  const properties = new Map<string, string>()
  for (const part of parts) {
    const end = part.indexOf('>')
    if (end === -1 || end > 40) continue
    const tag = part.slice(0, end)
    if (tag.endsWith('version') && tag !== 'version') {
      properties.set(`\${${tag}}`, part.slice(end + 1, end + 101).trim())
    } else if (tag === 'dependency')
      Object.assign(said, { groupId: '', artifactId: '', version: '' })
    else if (tag === 'groupId' || tag === 'artifactId' || tag === 'version')
      said[tag] = part.slice(end + 1, end + 101).trim()
    else if (tag === '/dependency')
      found.push(...artifact(`${said.groupId}:${said.artifactId}`, said.version))
  }
  return withBoms(found.map(([name, version]) => [name, properties.get(version) ?? version]))
}

/** A known artifact, or a bill of materials: `com.example:example-bom`. */
function artifact(name: string, version: string | undefined): Named {
  return name.endsWith('-bom') ? [[name, version ?? '']] : one('java', name, version)
}

/** Artifacts without a version have that of the bill of materials of their group. */
function withBoms(found: Named): Named {
  const group = (name: string): string => name.slice(0, name.indexOf(':'))
  const isBom = ([name]: Named[number]): boolean => name.endsWith('-bom')
  const boms = new Map(found.filter(isBom).map(([name, version]) => [group(name), version]))
  return found
    .filter((one) => !isBom(one))
    .map(([name, version]) => [name, version === '' ? (boms.get(group(name)) ?? '') : version])
}

/** The newest reqwest of the Cargo.lock nearest to the root: cargo sorts them. */
export function lockedReqwest({ files, readFile }: Checkout): string | undefined {
  const [lock] = files
    .filter((file) => /(^|\/)Cargo\.lock$/.test(file))
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
  const text = lock === undefined ? '' : (readFile(lock) ?? '')
  return [...text.matchAll(/^name = "reqwest"\r?\nversion = "([\d.]+)"/gm)].at(-1)?.[1]
}

function names(language: Language): ReadonlyMap<string, string> {
  const { sdks, related } = LIBRARIES[language]
  return new Map([...sdks, ...related].map((name) => [name.toLowerCase(), name]))
}

function known(language: Language, name: string): string | undefined {
  return KNOWN[language].get(name.toLowerCase())
}

function one(language: Language, name: string | undefined, version: string | undefined): Named {
  const found = name === undefined ? undefined : known(language, name)
  return found === undefined ? [] : [[found, (version ?? '').replaceAll(/\s/g, '')]]
}
