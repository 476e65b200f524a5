import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { wayOut } from '../../src/egress/index.ts'
import { CLIENT_FACTS } from '../../src/knowledge/clients.ts'
import { CLIENTS, type Client } from '../../src/model/index.ts'
import { past, type Measured, type SeenWay } from './client-matrix.ts'
import {
  NO_PROXY_QUESTIONS,
  PROXY_QUESTIONS,
  TRUST_QUESTIONS,
  type TrustQuestion,
} from './client-questions.ts'
import type { Environment } from './clients.ts'
import { namespaceRefusal, runInNamespace } from './namespace.ts'

const script = path.join(import.meta.dirname, 'client-matrix.ts')
const refusal = namespaceRefusal()

/** Those that can be run: the others stand in the table by their documentation. */
const RUN = CLIENTS.filter((client) => 'measuredWith' in CLIENT_FACTS[client].source)

/** Questions on which the version that can be had here differs from the one that the rules follow. */
const OTHER_VERSION: Readonly<Partial<Record<Client, RegExp>>> = {
  // socks5h came with Go 1.23; Debian 12 has 1.19.
  go: /socks5h/,
  // Guzzle, which hands HTTP_PROXY on at the command line (by its source), is not part of it.
  php: /"HTTP_PROXY".*gateway/,
  // Debian 12 has httpx 0.23; the rules follow 0.28 and httpx2, which were measured by themselves.
  python: /\\n|socks|missing|^https:/,
}

function expected(client: Client, env: Environment, url: string): SeenWay {
  const P = '127.0.0.1:3128'
  const filled = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replaceAll('{P}', P).replaceAll('{H}', '127.0.0.1').replaceAll('{N}', '3128'),
    ]),
  )
  const { egress } = wayOut(client, {
    url: new URL(url),
    env: filled,
    platform: 'linux',
    readFile: () => undefined,
    listFolder: () => undefined,
    roots: { bundled: () => [], system: () => [] },
  })
  if (egress.unusable !== undefined) return 'nothing'
  if (egress.proxy === undefined) return 'direct'
  const { scheme } = egress.proxy
  return scheme === 'https' ? 'tls' : scheme.startsWith('socks') ? 'socks5' : 'http'
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === 'object' && value !== null && 'tlsProxy' in value
}

const pem = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString('base64')}\n-----END CERTIFICATE-----\n`

const FILES: Readonly<Record<string, string>> = {
  '/F/root': pem('root'),
  '/F/other': pem('other'),
  '/F/intermediate': pem('intermediate'),
  '/F/casual': pem('casual'),
  '/F/hashed/0a1b2c3d.0': pem('root'),
  '/F/plain/root.pem': pem('root'),
}

/** Whether the rules give this client a root that ends the chain. */
function trusted(client: Client, { env, serves }: TrustQuestion): boolean {
  const plan = wayOut(client, {
    url: new URL('https://localhost/'),
    env: Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, value.replaceAll('{F}', '/F')]),
    ),
    own: { env: {} },
    platform: 'linux',
    readFile: (file) => (Object.hasOwn(FILES, file) ? FILES[file] : undefined),
    listFolder: (folder) =>
      Object.keys(FILES).flatMap((file) =>
        file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : [],
      ),
    roots: { bundled: () => [], system: () => [] },
  })
  if (plan.egress.unusable !== undefined) return false
  const has = (name: string): boolean => plan.ca?.includes(pem(name)) === true
  if (serves === 'casual') return has('casual')
  return has('root') || (plan.partialChain === true && has('intermediate'))
}

describe.skipIf(refusal !== undefined)(`real clients ${refusal ?? ''}`, () => {
  test.concurrent.each(RUN)(
    '%s goes the way that its rules say',
    { timeout: 510_000 },
    async (client) => {
      const done = await runInNamespace(script, [client], { timeoutMs: 500_000 })
      if (done.code !== 0) throw new Error(done.stderr.slice(-400))
      const measured: unknown = JSON.parse(done.stdout)
      // Not installed here.
      if (measured === null) return
      if (!isMeasured(measured)) throw new Error(done.stdout.slice(0, 400))
      const proxy = PROXY_QUESTIONS.map(({ env, url }, at) => ({
        question: `${JSON.stringify(env)} ${url}`,
        seen: measured.proxy[at],
        expected: expected(client, env, url),
      }))
      const noProxy = NO_PROXY_QUESTIONS.map(([value, url], at) => ({
        question: `${value} ${url}`,
        seen: measured.noProxy[at],
        expected: expected(client, past({ client }, value), url),
      }))
      const trust = TRUST_QUESTIONS.map((question, at) => ({
        question: JSON.stringify(question),
        seen: measured.trust[at],
        expected: trusted(client, question),
      }))
      const differ = [...proxy, ...noProxy, ...trust].filter(
        ({ question, seen, expected: said }) =>
          seen !== said && OTHER_VERSION[client]?.test(question) !== true,
      )
      expect(differ).toEqual([])
    },
  )
})
