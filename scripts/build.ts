import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import {
  rolldown,
  type OutputChunk,
  type PluginContext,
  type PreRenderedChunk,
  type RolldownOutput,
} from 'rolldown'
import { writeIndex } from './products.ts'
import { writeSupplyChain } from './supply-chain.ts'
import { writeTypes } from './types.ts'
import { ENDPOINTS, endpointFacts } from '../src/model/index.ts'

/** Doors of the program: each becomes a file of dist/ that runs by itself. */
const ENTRIES = {
  index: 'src/index.ts',
  cli: 'src/cli.ts',
  engine: 'src/engine.ts',
  handler: 'src/functions/index.ts',
  'inside/node': 'src/inside/node.ts',
  watchdog: 'src/doors/watchdog-thread.ts',
}

/** Of the toolkit only what is called. */
const treeshake = {
  moduleSideEffects: (id: string) =>
    !/[\\/]node_modules[\\/](?:@actions|undici|tunnel)[\\/]/.test(id),
}

/** Of the program for targets: signing in with Entra ID, a quarter of its text for one kind of route. */
const SELDOM = 'chunks/azure-identity.js'

/** Programs that go into a target of `inside` as they are. */
const PROGRAMS = ['find-runtimes.sh', 'remote.sh', 'remote.py']

/** The oldest Node.js that a target may have. The doors themselves ask for 24. */
const TARGET = 'node18'

/** Packages that make a file of their own, by what a reader looks for. */
const PACKAGES = ['actions-core', 'undici', 'openai', 'yaml']
/** What the program and its packages are called by: read by every command. */
const VERSION_FILES =
  /[\\/]src[\\/]versions?\.ts$|[\\/]node_modules[\\/](?:openai[\\/]version\.m?js|undici[\\/]package\.json)$/

/** What is read together at every start: each file costs half a millisecond to a millisecond of CPU. */
const STARTS = [
  {
    name: 'model-words',
    test: new RegExp(`${VERSION_FILES.source}|[\\\\/]src[\\\\/]model[\\\\/]words\\.ts$`),
    priority: 1,
  },
  { name: 'start', test: /[\\/]src[\\/]doors[\\/](?:start|write-now)\.ts$/ },
  {
    name: 'command-line',
    test: /[\\/]src[\\/](?:command-line[\\/](?:commands|flags|help)|doors[\\/]command-line)\.ts$/,
  },
  { name: 'settings-inputs', test: /[\\/]src[\\/]settings[\\/]inputs\.ts$/, priority: 1 },
  {
    // Every command but help and version.
    name: 'common',
    test: /[\\/]src[\\/](?:redaction[\\/]\w+|knowledge[\\/](?:addresses|clients|credentials|distance|exceptions|hosts)|reports[\\/](?:baseline|seen|words)|run[\\/]stored|doors[\\/]exit-code|settings[\\/](?:ask|base-url-text|durations|path-checks|paths|problem|read|runtime|text-checks|values|workspace)|wire[\\/]time-limit)\.ts$/,
  },
  {
    // Whatever judges, with all rules or with those of the settings alone.
    name: 'judge',
    test: /[\\/]src[\\/](?:run[\\/](?:judge|ladder)|rules[\\/](?:law|settings|whole-run|headroom|next-command|connection[\\/](?:environment|broken-step|witnesses))|model[\\/]reading|evidence[\\/](?:failure|token)|knowledge[\\/]strict-certificates)\.ts$/,
  },
  {
    // Every command with an answer of its own.
    name: 'doors-shared',
    test: /[\\/]src[\\/](?:doors[\\/](?:defects|explain|input-file|say)|reports[\\/](?:artifact|outputs))\.ts$/,
  },
  { name: 'reports', test: /[\\/]src[\\/](?:reports[\\/]|doors[\\/]run-reports\.ts$)/ },
  {
    // Whoever asks a route, in a target of `inside`, too.
    name: 'settings',
    test: /[\\/]src[\\/](?:(?:settings|application)[\\/]|doors[\\/]order\.ts$)/,
  },
  {
    // Both doors of a run.
    name: 'doors-run',
    test: /[\\/]src[\\/](?:doors[\\/](?:apart|listening|other-modes|preflight-mode)|packets[\\/]folder)\.ts$/,
  },
  {
    name: 'doors-terminal',
    test: /[\\/]src[\\/](?:doors[\\/](?:live|terminal)|command-line[\\/]usage)\.ts$/,
  },
  { name: 'github-runner', test: /[\\/]src[\\/]github[\\/](?:index|pull-request|runner)\.ts$/ },
  {
    // Before the first packet: which way it takes.
    name: 'egress',
    test: /[\\/]src[\\/](?:egress[\\/]|run[\\/](?:packet|preflight|prepare|releases|route-run|world)|probes[\\/]entra[\\/]sign-in|knowledge[\\/]started-programs|wire[\\/](?:lookup|stopped))/,
  },
  {
    // What judges an answer.
    name: 'rules',
    test: /[\\/]src[\\/](?:rules|evidence|knowledge[\\/]products)[\\/]|[\\/]src[\\/]browser[\\/]cors\.ts$/,
  },
]

/** A room's chunk with more modules than this is the room itself; a smaller one is a piece of it. */
const WHOLE_ROOM = 10

/** A query that makes another module of the same file. */
const APART = '?apart'
const OIDC = './oidc-utils.js'
const NOTHING = '\0nothing'
const ONE_OF_UNDICI = '\0one-of-undici'

/**
 * CommonJS parts ask for modules of Node.js through a `require` made from `import.meta.url`, which is
 * not there when somebody bundles the handler once more, as CommonJS. Any absolute path does.
 */
const anchoredRequire = {
  name: 'anchored-require',
  renderChunk: (code: string) =>
    code.replaceAll(
      'createRequire(import.meta.url)',
      'createRequire(import.meta.url ?? process.execPath)',
    ),
}

/**
 * What the ES module form of a module of Node.js reads at once: of `fs` its streams, of `crypto` that of
 * the web, of `util` and `process` as much, 2 to 5 ms of CPU each for parts that nobody calls. Asked for
 * by a `require` each part is read when it is used. Only what a start reads: the others cost nothing.
 */
const EAGER_FACE =
  /^import (?:\* as ([\w$]+)|(?:([\w$]+)(?:, )?)?(?:\{ ([^}]*) \})?) from "((?:node:)?(?:crypto|fs|util|process))";$/gm
const withoutEagerFaces = {
  name: 'without-eager-faces',
  renderChunk: (code: string): string | undefined => {
    const changed = code.replaceAll(
      EAGER_FACE,
      (
        _,
        all: string | undefined,
        own: string | undefined,
        names: string | undefined,
        from: string,
      ) => {
        const whole = all ?? own
        const asked = `createRequire(import.meta.url)("${from}")`
        const parts =
          names === undefined ? [] : [`{ ${names.replaceAll(' as ', ': ')} } = ${asked}`]
        return `const ${[...(whole === undefined ? [] : [`${whole} = ${asked}`]), ...parts].join(', ')};`
      },
    )
    if (changed === code) return undefined
    const has = /^import \{ createRequire \} from "node:module";$/m.test(code)
    return has ? changed : `import { createRequire } from "node:module";\n${changed}`
  },
}

/** What of the SDK's client the program calls: what `src/routes` and the table of families name. */
const CALLS = [
  ...readdirSync('src/routes')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('src/routes', name), 'utf8')),
  ...ENDPOINTS.map(endpointFacts).flatMap(({ call, needs }) =>
    needs === 'WebSocket' ? [] : [`.${call}(`],
  ),
].join('\n')
/** A resource of the client: `…/resources/batches.mjs`, `…/resources/fine-tuning/fine-tuning.mjs`. */
const RESOURCE = /[\\/]node_modules[\\/]openai[\\/]resources[\\/](?:([\w-]+)[\\/]\1|([\w-]+))\.mjs$/
/** Helpers around an answer that is asked for with `.stream()` or `.runTools()`. */
const HELPER =
  /[\\/]node_modules[\\/]openai[\\/]lib[\\/](?:ChatCompletion\w*(?:Runner|Stream)|responses[\\/]ResponseStream)\.mjs$/

/**
 * The SDK makes all its resources with the client: the administration of an organisation, threads,
 * vector stores, half of its code (0.5 MB of dist/). What is never called keeps its name and no methods.
 * The client itself, which makes the request what it is, stays as published.
 */
const calledResources = {
  name: 'called-resources',
  load: (id: string): string | undefined => {
    const [, folder, file] = RESOURCE.exec(id) ?? []
    const resource = folder ?? file
    const property = resource?.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const isResource =
      property !== undefined && property !== 'index' && !CALLS.includes(`.${property}.`)
    if (!isResource && !HELPER.test(id)) return undefined
    const names = [...readFileSync(id, 'utf8').matchAll(/^export class (\w+)/gm)]
    const core = relative(
      dirname(id),
      join(id.replace(/([\\/]openai[\\/]).*/, '$1'), 'core/resource.mjs'),
    )
    return [
      `import { APIResource } from ${JSON.stringify(core.replaceAll('\\', '/'))}`,
      ...names.map(([, name]) => `export class ${name} extends APIResource {}`),
    ].join('\n')
  },
}

/** A second parser of undici, which only a variable of the environment switches on: 0.2 MB. */
const MILO = /[\\/]node_modules[\\/]undici[\\/]lib[\\/]milo[\\/]/
const ASKS_FOR_MILO = /process\.env\.UNDICI_USE_MILO === '\w+'/g
const oneParser = {
  name: 'one-parser',
  load: (id: string): string | undefined => (MILO.test(id) ? 'module.exports = {}' : undefined),
  transform: (code: string, id: string): string | undefined => {
    if (!/[\\/]undici[\\/]lib[\\/]dispatcher[\\/]parser-h1\.js$/.test(id)) return undefined
    if (code.match(ASKS_FOR_MILO)?.length !== 2) throw new Error('undici chooses its parser anew')
    return code.replaceAll(ASKS_FOR_MILO, 'false')
  },
}

/**
 * What undici reads at once and a healthy run never calls: HTTP/2 with Node's own, a stream read twice.
 * And what a Node.js of a target before 22 does not have: its headers can be cloned there.
 */
const ON_DEMAND = {
  'dispatcher/client.js': [
    "const connectH2 = require('./client-h2.js')",
    "const connectH2 = (...all) => require('./client-h2.js')(...all)",
  ],
  'web/fetch/body.js': [
    "const { ReadableStreamTee } = require('node:stream/web')",
    "const ReadableStreamTee = (...all) => require('node:stream/web').ReadableStreamTee?.(...all)",
  ],
  'web/webidl/index.js': [
    'webidl.util.markAsUncloneable = markAsUncloneable',
    'webidl.util.markAsUncloneable = markAsUncloneable ?? (() => {})',
  ],
} as const
const onDemand = {
  name: 'on-demand',
  transform: (code: string, id: string): string | undefined => {
    const [, file] = /[\\/]undici[\\/]lib[\\/](.*)$/.exec(id) ?? []
    const found = Object.entries(ON_DEMAND).find(([name]) => name === file?.replaceAll('\\', '/'))
    if (found === undefined) return undefined
    const [name, [asked, later]] = found
    if (!code.includes(asked)) throw new Error(`undici asks anew in ${name}`)
    return code.replace(asked, later)
  },
}

/** Of `node:assert`, 3 ms of CPU, undici calls only the function itself. */
const ASSERT = '\0assert'
const smallAssert = {
  name: 'small-assert',
  transform: (code: string, id: string): undefined => {
    if (homeOf(id) === 'undici' && /\bassert\.\w/.test(code))
      throw new Error(`undici asks more of assert in ${id}`)
  },
  resolveId: (id: string, importer = ''): string | undefined =>
    id === 'node:assert' && homeOf(importer) === 'undici' ? ASSERT : undefined,
  load: (id: string): string | undefined =>
    id === ASSERT
      ? `module.exports = (value, message = 'undici expected something else') => {
  if (!value) throw message instanceof Error ? message : Object.assign(new Error(message), { code: 'ERR_ASSERTION' })
}`
      : undefined,
}

/**
 * `Headers` and `Response` of the one undici, which is there already, in place of those that Node loads a
 * second undici for: the same code, 20 ms of CPU. A form is known by its tag, for the same reason.
 */
const FORM = 'body instanceof FormData'
const PARTS_OF_FETCH = ['Headers', 'Response']
const oneFetch = {
  name: 'one-fetch',
  transform: (code: string, id: string): string | undefined => {
    if (!/[\\/]node_modules[\\/]openai[\\/].*\.mjs$/.test(id)) return undefined
    const used = PARTS_OF_FETCH.filter((part) => new RegExp(`\\b${part}\\b`).test(code))
    const isClient = /[\\/]openai[\\/]client\.mjs$/.test(id)
    if (isClient && !code.includes(FORM)) throw new Error('the SDK knows a form anew')
    const line =
      used.length === 0
        ? ''
        : `import { ${used.join(', ')} } from ${JSON.stringify(resolve('src/wire/undici.ts'))}\n`
    return `${line}${isClient ? code.replaceAll(FORM, "body?.[Symbol.toStringTag] === 'FormData'") : code}`
  },
}

/**
 * The toolkit's HTTP client, which fetches the token of the job, stays out of what every run loads:
 * the door that needs it has a copy of the toolkit's face of its own. Of undici it names one class,
 * and would bring all of it (0.5 MB).
 */
const toolkitApart = {
  name: 'toolkit-apart',
  resolveId: async function (
    this: PluginContext,
    id: string,
    importer = '',
  ): Promise<string | undefined> {
    if (id === OIDC && !importer.endsWith(APART)) return NOTHING
    if (id === 'undici' && /@actions[\\/]http-client/.test(importer)) return ONE_OF_UNDICI
    if (id !== '@actions/core' || !importer.endsWith('id-token.ts')) return undefined
    const found = await this.resolve(id, importer, { skipSelf: true })
    return found === null ? undefined : `${found.id}${APART}`
  },
  load: (id: string): string | undefined => {
    if (id === NOTHING) return 'export const OidcClient = undefined'
    if (id === ONE_OF_UNDICI)
      return "export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js'"
    return id.endsWith(APART) ? readFileSync(id.slice(0, -APART.length), 'utf8') : undefined
  },
}

/**
 * What a library says to its own developers is a tenth of dist/ (0.5 MB) and helps nobody who reads
 * what handles the key. Ours stays; licences are in THIRD_PARTY_LICENSES.txt.
 */
const withoutLibraryComments = {
  name: 'without-library-comments',
  transform: (code: string, id: string): string | undefined =>
    /[\\/]node_modules[\\/].*\.[cm]?js$/.test(id)
      ? transformSync(code, { legalComments: 'none', charset: 'utf8' }).code
      : undefined,
}

writeIndex()
const { impossibleSigns } = await import('./impossible-signs.ts')
const impossible = impossibleSigns()
if (impossible.length > 0) throw new Error(impossible.join('\n'))

/** Modules that hold values which take longer to compute than to read: their values are bundled. */
const COMPUTED = /[\\/]src[\\/]explain[\\/]vocabulary[\\/]words\.ts$/
const computed = {
  name: 'computed',
  load: async (id: string) => {
    if (!COMPUTED.test(id)) return undefined
    const values: object = await import(id)
    return Object.entries(values)
      .map(
        ([name, value]) =>
          `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))})`,
      )
      .join('\n')
  },
}

const folder = process.argv[2] ?? 'dist'

rmSync(folder, { recursive: true, force: true })
const { output } = await build(ENTRIES, {
  // Everything that is not a program lies in a folder of its own: the names cannot collide.
  chunkFileNames: chunkName,
  codeSplitting: {
    groups: [
      ...PACKAGES.map((name) => ({
        name,
        test: (id: string) =>
          (homeOf(id) === name && !/oidc-utils\.js$|\?/.test(id)) ||
          (name === 'undici' && /[\\/]src[\\/]wire[\\/]undici\.ts$/.test(id)),
      })),
      ...STARTS,
    ],
  },
})
const chunks = output.filter((one) => one.type === 'chunk')
// Only what is really in the files: a module that was shaken away is nobody's burden.
const rendered = chunks.flatMap(({ modules }) =>
  Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
)
writeSupplyChain(folder, rendered)
await build({ 'inside/loader': 'src/inside/loader.ts' }, { codeSplitting: false })
for (const name of PROGRAMS) copyFileSync(join('src/inside', name), join(folder, 'inside', name))
writeFileSync(join(folder, 'inside/node.json'), `${JSON.stringify(nodeParts(chunks), null, 2)}\n`)
writeTypes(folder)

async function build(
  input: Readonly<Record<string, string>>,
  how: Readonly<Record<string, unknown>>,
): Promise<RolldownOutput> {
  const bundle = await rolldown({
    input: { ...input },
    platform: 'node',
    logLevel: 'warn',
    treeshake,
    transform: { target: TARGET },
    plugins: [
      withoutEagerFaces,
      anchoredRequire,
      toolkitApart,
      computed,
      calledResources,
      oneParser,
      onDemand,
      smallAssert,
      oneFetch,
      withoutLibraryComments,
    ],
  })
  const written = await bundle.write({
    dir: folder,
    format: 'esm',
    // Readable: a security reader can see what handles the key.
    minify: false,
    sourcemap: false,
    entryFileNames: '[name].js',
    ...how,
  })
  await bundle.close()
  return written
}

/**
 * A chunk is called after what it holds: its package, its room of `src/`, a piece of that
 * (`doors-action`), or the two rooms that share it.
 */
function chunkName({ name, moduleIds, facadeModuleId }: PreRenderedChunk): string {
  const facade = facadeModuleId ?? undefined
  const entry = moduleIds.length === 0 ? '-entry' : ''
  const homes = Map.groupBy(
    moduleIds.length === 0 && facade !== undefined ? [facade] : moduleIds,
    homeOf,
  )
  if (STARTS.some((one) => one.name === name)) {
    return `chunks/${name}${entry}.js`
  }
  const [first, second] = [...homes].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )
  if (first === undefined) return 'chunks/[name].js'
  const [home, ids] = facade === undefined ? first : [homeOf(facade), moduleIds]
  if (home === undefined || PACKAGES.includes(home)) return `chunks/${home ?? '[name]'}${entry}.js`
  if (second !== undefined && ids.length * 2 <= moduleIds.length) {
    return `chunks/${home}-${second[0]}.js`
  }
  const parts = moduleIds.filter((id) => !/[\\/]index\.ts$/.test(id))
  const one = facade ?? (parts.length === 1 ? parts[0] : undefined)
  const piece = one === undefined ? name : (pieceOf(one) ?? home)
  const whole = moduleIds.length > WHOLE_ROOM || piece === home
  return `chunks/${whole ? home : `${home}-${piece}`}${entry}.js`
}

/** `openai`, `azure-identity`, `rules`: the package or the room of `src/` to which a module belongs. */
function homeOf(id: string): string {
  const path = id.replaceAll('\\', '/')
  const found = /.*\/node_modules\/(?:@([^/]+)\/)?([^/]+)/.exec(path)
  if (found !== null) return found[1] === undefined ? `${found[2]}` : `${found[1]}-${found[2]}`
  return /\/src\/([^/.]+)/.exec(path)?.[1] ?? 'runtime'
}

/** Below the room: the folder of an index, or the file. */
function pieceOf(id: string): string | undefined {
  const [, path = ''] = /\/src\/[^/]+\/(.*?)(?:\/?index)?\.ts$/.exec(id.replaceAll('\\', '/')) ?? []
  return path === '' ? undefined : path.split('/').at(-1)
}

/**
 * The files that make the Node program for targets. Every start in a target costs the deadline half a
 * second on a busy machine, so that all but `SELDOM` goes along with the first.
 */
function nodeParts(all: readonly OutputChunk[]): object {
  const byName = new Map(all.map((chunk) => [chunk.fileName, chunk]))
  const closure = (name: string, without: readonly string[]): readonly string[] => {
    const seen = new Set<string>()
    const waiting = [name]
    for (const one of waiting) {
      const chunk = byName.get(one)
      if (chunk === undefined || seen.has(one) || without.includes(one)) continue
      seen.add(one)
      waiting.push(...chunk.imports, ...chunk.dynamicImports)
    }
    return [...seen].toSorted()
  }
  const program = 'inside/node.js'
  const always = closure(program, [SELDOM])
  return { program, always, onDemand: { [SELDOM]: closure(SELDOM, always) } }
}
