import { given, CLIENTS, type Client, type ReadValue } from '../model/index.ts'
import { askedPython } from '../egress/python-version.ts'
import type { Checkout, Installed } from '../egress/question.ts'
import { isSdk, libraryNamed } from './libraries.ts'
import type { ManifestReader, Mention } from './manifest.ts'
import { lockedHttpx, lockedReqwest, MANIFESTS, RUNTIME_MARKS } from './manifests.ts'
import { versionOf } from './python-requirements.ts'

/** Whose rules hold for a checkout, and the versions that it names. */
export interface DetectedClient extends Installed {
  readonly client: Client
  /** How it is known, e.g. `package-lock.json lists openai 7.57.0`; other clients of the checkout too. */
  readonly reason: string
  /** `false`: nothing speaks of a client, and Node's rules stand in for the unknown one. */
  readonly known: boolean
  /** Every client that the checkout names, by a library of the API. */
  readonly clients: readonly Client[]
  readonly sdks: ReadonlyMap<Client, ReadValue>
  /** Version of reqwest that a lock file of the checkout has. */
  readonly reqwest?: string
}

/** What others wrote, or what tools installed, says nothing about the application. */
const NOT_THE_APPLICATION =
  /(^|\/)(node_modules|site-packages|vendor|third_party|\.git|\.venv|venv)\//
/** Of one client: the manifests of a monorepo in one language do not hide another language. */
const MOST_FILES = 40
/** Characters of one file; lock files of large repositories are a few million. */
const MOST_TEXT = 16 * 1024 * 1024
/** Characters of all of them. */
const MOST_TEXT_TOGETHER = 64 * 1024 * 1024

/** The application's own call, where its source was read. */
export interface FoundCall {
  readonly file: string
  /** Those whose language it is in. */
  readonly clients: readonly Client[]
}

/**
 * The client whose rules decide the way out, by what the checkout depends on; of several, the one whose
 * call was found. Never throws.
 */
export function detectClient(checkout: Checkout, call?: FoundCall): DetectedClient {
  const { mentions, unread } = mentionsIn(checkout)
  const known = given({
    pythonOpenai: pythonOpenai(mentions),
    python: askedPython(checkout),
    httpx: lockedHttpx(checkout),
    reqwest: lockedReqwest(checkout),
    imports: importedBy(checkout, call),
  })
  const more = `${unread} more ${unread === 1 ? 'manifest was' : 'manifests were'} not read`
  const limits = [unread === 0 ? undefined : more, checkout.cut]
  const limit = limits.map((one) => (one === undefined ? '' : `; ${one}`)).join('')
  const inOrder = CLIENTS.flatMap((client) => strongest(mentions, client) ?? []).sort(compare)
  const calling = call === undefined ? undefined : callerOf(inOrder, call)
  const best = calling ?? inOrder[0]
  const others = inOrder.filter((other) => other !== best)
  if (best === undefined) {
    const reason = `nothing in the checkout names a client${limit}`
    return { client: 'node', reason, known: false, clients: [], sdks: new Map(), ...known }
  }
  // A language without a library of the API is named only where nothing better is found.
  const rivals = others.filter((other) => rank(other) <= Math.max(rank(best), RELATED))
  const choice =
    rivals.length === 0
      ? ''
      : ` and ${rivals.map((other) => told(mentions, other)).join(' and ')}; ${best.client} is taken, ${calling === undefined ? '' : `whose call is in ${printable(call?.file ?? '')}, `}set client to choose`
  return {
    client: best.client,
    reason: `${told(mentions, best)}${choice}${limit}`,
    known: true,
    clients: [best, ...rivals].map(({ client }) => client),
    sdks: new Map([best, ...rivals].flatMap((one) => librarySaid(mentions, one))),
    ...known,
  }
}

function importedBy(checkout: Checkout, call: FoundCall | undefined): Installed['imports'] {
  if (call?.clients.includes('java') !== true) return undefined
  const text = textIn(checkout, call.file) ?? ''
  return (['okhttp3', 'java.net.http'] as const).find((one) => text.includes(one))
}

function mentionsIn(checkout: Checkout): {
  readonly mentions: readonly Mention[]
  readonly unread: number
} {
  const manifests = checkout.files
    .filter((path) => !NOT_THE_APPLICATION.test(path))
    .flatMap((path) => {
      const reader = MANIFESTS.find(({ file }) => file.test(path))
      return reader === undefined ? [] : [{ path, reader }]
    })
    .sort((a, b) => depth(a.path) - depth(b.path))
  const asked = new Map<Client, number>()
  let characters = 0
  let unread = 0
  const mentions: Mention[] = []
  for (const { path, reader } of manifests) {
    const count = asked.get(reader.client) ?? 0
    asked.set(reader.client, count + 1)
    const text = count < MOST_FILES ? textIn(checkout, path) : undefined
    const fits = text !== undefined && text.length + characters <= MOST_TEXT_TOGETHER
    if (count >= MOST_FILES || (text !== undefined && (!fits || text.length > MOST_TEXT))) {
      unread += 1
      continue
    }
    if (text === undefined) continue
    characters += text.length
    // One manifest may list more than a call takes as arguments.
    for (const mention of mentionsOf(path, reader, text, checkout.files)) mentions.push(mention)
  }
  return { mentions, unread }
}

function textIn(checkout: Checkout, path: string): string | undefined {
  try {
    return checkout.readFile(path)
  } catch {
    return undefined
  }
}

function mentionsOf(
  path: string,
  reader: ManifestReader,
  text: string,
  files: readonly string[],
): readonly Mention[] {
  const client = runtimeOf(reader.client, path, files)
  const named = read(reader, text).flatMap(([written, version]): readonly Mention[] => {
    const name = libraryNamed(reader.client, written)
    if (name === undefined) return []
    // Ranges of npm are told as they are written.
    const said = reader.client === 'node' ? version : version.replaceAll(/\s/g, '')
    return [{ client, path, package: name, version: said, in: reader.in }]
  })
  if (named.length > 0 || reader.speaks !== true) return named
  return [{ client, path, package: '', version: '', in: 'language' }]
}

function read(reader: ManifestReader, text: string): ReturnType<ManifestReader['read']> {
  try {
    return reader.read(text)
  } catch {
    // A broken manifest is the business of the tool that owns it.
    return []
  }
}

/** `package.json` belongs to Bun or Deno where their own files lie beside it and no lock file of Node's. */
function runtimeOf(client: Client, path: string, files: readonly string[]): Client {
  if (client !== 'node' && client !== 'bun' && client !== 'deno') return client
  const folders = path.split('/').slice(0, -1)
  for (let up = folders.length; up >= 0; up -= 1) {
    const folder = folders
      .slice(0, up)
      .map((name) => `${name}/`)
      .join('')
    const names = files
      .filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'))
      .map((file) => file.slice(folder.length))
    const mark = RUNTIME_MARKS.find(([, file]) => names.some((name) => file.test(name)))
    if (mark !== undefined) return mark[0]
  }
  return client
}

/** Of the clients in the language of the call, the one whose manifest stands nearest above it. */
function callerOf(found: readonly Mention[], call: FoundCall): Mention | undefined {
  const { file, clients } = call
  const above = ({ path }: Mention): number => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    return file.startsWith(folder) ? folder.length : -1
  }
  const named = found
    .filter(({ client }) => clients.includes(client))
    .toSorted((a, b) => above(b) - above(a) || compare(a, b))
    .at(0)
  const [client] = clients
  // A script beside an application with a manifest is not the application.
  if (named !== undefined || client === undefined || (client === 'curl' && found.length > 0)) {
    return named
  }
  return { client, path: file, package: '', version: '', in: 'call' }
}

/** Built on the SDK, or with fetch of its own. */
const RELATED = 2

/** Asked for by its own name, then installed under its own name, then something built on it, then only the language. */
function rank(mention: Mention): number {
  if (mention.in === 'call') return 0
  if (mention.in === 'language') return RELATED + 1
  if (!isSdk(mention.package)) return RELATED
  return mention.in === 'manifest' ? 0 : 1
}

function compare(a: Mention, b: Mention): number {
  return rank(a) - rank(b) || depth(a.path) - depth(b.path)
}

function strongest(mentions: readonly Mention[], client: Client): Mention | undefined {
  return mentions
    .filter((mention) => mention.client === client)
    .sort(compare)
    .at(0)
}

function told(mentions: readonly Mention[], best: Mention): string {
  if (best.in === 'call') return `${printable(best.path)} calls the API`
  const [said] = librarySaid(mentions, best)
  if (said === undefined) return `${printable(best.path)} is there and lists no OpenAI library`
  const [, { value, from }] = said
  return `${from} lists ${value}`
}

/** The lock file is quoted where there is one: it knows the version. Nothing of a mere language. */
function librarySaid(
  mentions: readonly Mention[],
  best: Mention,
): readonly (readonly [Client, ReadValue])[] {
  if (best.in === 'language' || best.in === 'call') return []
  const locked = mentions.find(
    (one) => one.client === best.client && one.in === 'lock' && one.package === best.package,
  )
  const { path, package: name, version } = locked ?? best
  const glue = /^([=<>!]|~=)/.test(version) || version === '' ? '' : ' '
  return [[best.client, { value: `${name}${glue}${printable(version)}`, from: printable(path) }]]
}

function pythonOpenai(mentions: readonly Mention[]): string | undefined {
  const own = mentions.filter(
    ({ client, package: name }) => client === 'python' && name === 'openai',
  )
  const locked = own.find((mention) => mention.in === 'lock')
  return locked?.version ?? own.flatMap(({ version }) => versionOf(version) ?? [])[0]
}

/** Files of a pull request are a stranger's text. */
function printable(text: string): string {
  return text.replaceAll(/[^\w.+*^~<>=!,|: /@-]/g, '?').slice(0, 120)
}

function depth(path: string): number {
  return path.split('/').length
}
