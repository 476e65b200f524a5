import { isIP } from 'node:net'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { wayOut, type EgressQuestion } from '../../src/egress/index.ts'
import { given } from '../../src/model/index.ts'
import { FAMILIES, past, type Measured, type SeenWay } from './client-matrix.ts'
import {
  NO_PROXY_QUESTIONS,
  PROXY_QUESTIONS,
  TRUST_QUESTIONS,
  type TrustQuestion,
} from './client-questions.ts'
import { isMeasuredName, MEASURED } from './clients.ts'
import type { Environment, MeasuredName } from './clients.ts'
import { namespaceRefusal, runInNamespace } from './namespace.ts'

const script = path.join(import.meta.dirname, 'client-matrix.ts')
const refusal = namespaceRefusal()

/** Those that can be run: the others stand in the table by their documentation. */
const RUN = Object.keys(MEASURED).filter(isMeasuredName)

/** Questions on which what could be had here is not the client that the rules are of. */
const NOT_THE_CLIENT: Readonly<Partial<Record<MeasuredName, RegExp>>> = {
  // Debian builds 0.12.15 with rustls-native-certs 0.6 (its patch says so), which reads no folder; the crate
  // itself asks for 0.8, and 0.13.5 with 0.8.4 answers as the rules say.
  rust: /SSL_CERT_DIR/,
  // Guzzle, which hands HTTP_PROXY on at the command line (by its source), is not part of it.
  php: /"HTTP_PROXY".*gateway/,
  // Debian 12 has httpx 0.23; the rules follow 0.28 and httpx2, which were measured by themselves.
  python: /\\n|socks|missing|^https:/,
}

/** What the checkout says of this very client. */
const INSTALLED: Readonly<Partial<Record<MeasuredName, EgressQuestion['installed']>>> = {
  java: { imports: 'java.net.http' },
  okhttp: { imports: 'okhttp3' },
}

/** Whether the rules let this client reach a name of both families where one address listens. */
function reaches(
  name: MeasuredName,
  release: string,
  [listens, dead]: readonly [string, string?],
): boolean {
  const plan = wayOut(MEASURED[name], {
    url: new URL('http://both.test/'),
    releases: { [MEASURED[name]]: release },
    env: {},
    platform: 'linux',
    readFile: () => undefined,
    roots: { bundled: () => [], system: () => [] },
    ...given({ installed: INSTALLED[name] }),
  })
  if (plan.egress.firstAddressOnly?.applies !== 'yes') return true
  return dead === undefined || isIP(listens) === (plan.firstFamily ?? 6)
}

/** Programs of another release, to be measured by hand: `PREFLIGHT_LAB_BIN=folder npm run test:lab`. */
const OTHER_RELEASES = Object.fromEntries(
  ['PREFLIGHT_LAB_BIN', 'PREFLIGHT_LAB_REQWEST'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  }),
)

function expected(name: MeasuredName, release: string, env: Environment, url: string): SeenWay {
  const client = MEASURED[name]
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
    releases: { [client]: release },
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
function trusted(name: MeasuredName, release: string, { env, serves }: TrustQuestion): boolean {
  const client = MEASURED[name]
  const plan = wayOut(client, {
    url: new URL('https://localhost/'),
    releases: { [client]: release },
    env: Object.fromEntries(
      Object.entries(env).map(([key, value]) => [key, value.replaceAll('{F}', '/F')]),
    ),
    own: { env: {}, node: 'v24.21.0' },
    platform: 'linux',
    readFile: (file) => (Object.hasOwn(FILES, file) ? FILES[file] : undefined),
    listFolder: (folder) =>
      Object.keys(FILES).flatMap((file) =>
        file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : [],
      ),
    roots: { bundled: () => [], system: () => [] },
  })
  if (plan.egress.unusable !== undefined) return false
  const has = (file: string): boolean => plan.ca?.includes(pem(file)) === true
  if (serves === 'casual') return has('casual') && plan.egress.strict === undefined
  return has('root') || (plan.partialChain === true && has('intermediate'))
}

describe.skipIf(refusal !== undefined)(`real clients ${refusal ?? ''}`, () => {
  test.concurrent.each(RUN)(
    '%s goes the way that its rules say',
    { timeout: 510_000 },
    async (name) => {
      const client = MEASURED[name]
      const done = await runInNamespace(script, [name], { timeoutMs: 500_000, env: OTHER_RELEASES })
      if (done.code !== 0) throw new Error(done.stderr.slice(-400))
      const measured: unknown = JSON.parse(done.stdout)
      // Not installed here.
      if (measured === null) return
      if (!isMeasured(measured)) throw new Error(done.stdout.slice(0, 400))
      const proxy = PROXY_QUESTIONS.map(({ env, url }, at) => ({
        question: `${JSON.stringify(env)} ${url}`,
        seen: measured.proxy[at],
        expected: expected(name, measured.version, env, url),
      }))
      const noProxy = NO_PROXY_QUESTIONS.map(([value, url], at) => ({
        question: `${value} ${url}`,
        seen: measured.noProxy[at],
        expected: expected(name, measured.version, past({ client }, value), url),
      }))
      const trust = TRUST_QUESTIONS.map((question, at) => ({
        question: JSON.stringify(question),
        seen: measured.trust[at],
        expected: trusted(name, measured.version, question),
      }))
      const families = Object.entries(FAMILIES).map(([question, addresses], at) => ({
        question,
        seen: measured.families[at],
        expected: reaches(name, measured.version, addresses),
      }))
      const differ = [...proxy, ...noProxy, ...trust, ...families].filter(
        ({ question, seen, expected: said }) =>
          seen !== said && NOT_THE_CLIENT[name]?.test(question) !== true,
      )
      expect(differ).toEqual([])
    },
  )
})
