import type { Client } from '../model/index.ts'
import type { ManifestReader, Mention } from './manifest.ts'
import { NODE_READERS, NODE_SDKS } from './node-manifests.ts'
import { PYTHON_READERS, PYTHON_SDKS, versionOf } from './python-manifests.ts'

export interface Checkout {
  /** Paths relative to the root of the checkout, with `/`. */
  readonly files: readonly string[]
  /** Text of one of them, `undefined` when it cannot be read. */
  readonly readFile: (path: string) => string | undefined
}

export interface DetectedClient {
  readonly client: Client
  /** How it is known, e.g. `package-lock.json lists openai 7.57.0`. */
  readonly reason: string
  /** Version of openai-python that is or will be installed, where the checkout bounds it. */
  readonly pythonOpenai?: string
}

const READERS: readonly ManifestReader[] = [...NODE_READERS, ...PYTHON_READERS]
const SDKS: ReadonlySet<string> = new Set([...NODE_SDKS, ...PYTHON_SDKS])

/** What others wrote, or what tools installed, says nothing about the application. */
const NOT_THE_APPLICATION =
  /(^|\/)(node_modules|site-packages|vendor|third_party|\.git|\.venv|venv)\//
const MOST_FILES = 60
/** Characters of one file; lock files of large repositories are a few million. */
const MOST_TEXT = 16 * 1024 * 1024

/** The client whose rules decide the way out, by what the checkout depends on. Never throws. */
export function detectClient(checkout: Checkout): DetectedClient {
  const mentions = mentionsIn(checkout)
  const node = strongest(mentions, 'node')
  const python = strongest(mentions, 'python')
  const version = pythonOpenai(mentions)
  const known = version === undefined ? {} : { pythonOpenai: version }
  if (node === undefined && python === undefined)
    return { client: 'node', reason: 'nothing in the checkout names a client', ...known }
  if (python === undefined || node === undefined) {
    const client = python === undefined ? 'node' : 'python'
    return { client, reason: told(mentions, client), ...known }
  }
  const order = compare(node, python)
  if (order === 0)
    return {
      client: 'node',
      reason: `${told(mentions, 'node')} and ${told(mentions, 'python')}; node is taken, set client to choose`,
      ...known,
    }
  const client = order < 0 ? 'node' : 'python'
  return { client, reason: told(mentions, client), ...known }
}

function mentionsIn(checkout: Checkout): readonly Mention[] {
  return checkout.files
    .flatMap((path) => {
      const reader = NOT_THE_APPLICATION.test(path)
        ? undefined
        : READERS.find(({ file }) => file.test(path))
      return reader === undefined ? [] : [{ path, reader }]
    })
    .sort((a, b) => depth(a.path) - depth(b.path))
    .slice(0, MOST_FILES)
    .flatMap(({ path, reader }) =>
      read(checkout, path, reader).map(([name, version]) => ({
        client: reader.client,
        path,
        package: name,
        version,
        in: reader.in,
      })),
    )
}

function read(
  checkout: Checkout,
  path: string,
  reader: ManifestReader,
): ReturnType<ManifestReader['read']> {
  try {
    const text = checkout.readFile(path)
    return text === undefined || text.length > MOST_TEXT ? [] : reader.read(text)
  } catch {
    // A broken manifest is the business of the tool that owns it.
    return []
  }
}

/** Asked for by its own name, then installed under its own name, then something built on it. */
function rank(mention: Mention): number {
  if (!SDKS.has(mention.package)) return 2
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

/** The lock file is quoted where there is one: it knows the version. */
function told(mentions: readonly Mention[], client: Client): string {
  const best = strongest(mentions, client)
  if (best === undefined) return ''
  const locked = mentions.find(
    (one) => one.client === client && one.in === 'lock' && one.package === best.package,
  )
  const { path, package: name, version } = locked ?? best
  const glue = /^([=<>!]|~=)/.test(version) || version === '' ? '' : ' '
  return `${printable(path)} lists ${name}${glue}${printable(version)}`
}

function pythonOpenai(mentions: readonly Mention[]): string | undefined {
  const own = mentions.filter(
    ({ client, package: name }) => client === 'python' && name === 'openai',
  )
  const locked = own.find((mention) => mention.in === 'lock')
  return (
    locked?.version ?? own.map(({ version }) => versionOf(version)).find((one) => one !== undefined)
  )
}

/** Files of a pull request are a stranger's text. */
function printable(text: string): string {
  return text.replaceAll(/[^\w.+*^~<>=!,|: /@-]/g, '?').slice(0, 120)
}

function depth(path: string): number {
  return path.split('/').length
}
