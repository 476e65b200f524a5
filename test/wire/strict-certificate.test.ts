import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lacking, authority } from '../loopback/pki.ts'
import { STRICT_RULES } from '../../src/knowledge/strict-certificates.ts'
import { strictProblem } from '../../src/wire/strict-certificate.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-strict-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ROOT = { common: 'Root' }
const good = () => authority(ROOT)
const CASUAL = ['critical basicConstraints', 'keyUsage'] as const

interface Chain {
  readonly cert: string
  readonly root: string
}

function served(by: ReturnType<typeof authority>, leaf: Parameters<typeof by.leaf>[0] = {}): Chain {
  return { cert: by.leaf(leaf).cert, root: by.chain.at(-1) ?? '' }
}

const CHAINS: readonly (readonly [title: string, make: () => Chain])[] = [
  ['as it should be', () => served(good())],
  ['with an intermediate', () => served(good().intermediate({ common: 'Between' }))],
  [
    'basicConstraints of the root not critical',
    () => served(authority(ROOT, lacking(['critical basicConstraints']))),
  ],
  ['a root without keyUsage', () => served(authority(ROOT, lacking(['keyUsage'])))],
  ['a casual root', () => served(authority(ROOT, lacking(CASUAL)))],
  ['a root without authorityKeyId', () => served(authority(ROOT, lacking(['authorityKeyId'])))],
  ['a root without subjectKeyId', () => served(authority(ROOT, lacking(['subjectKeyId'])))],
  [
    'an intermediate without authorityKeyId',
    () => served(good().intermediate({ common: 'Between' }, lacking(['authorityKeyId']))),
  ],
  [
    'a casual intermediate',
    () => served(good().intermediate({ common: 'Between' }, lacking(CASUAL))),
  ],
  ['an authority without a name', () => served(good().intermediate({}))],
  ['a leaf without authorityKeyId', () => served(good(), lacking(['authorityKeyId']))],
  ['a leaf without keyUsage', () => served(good(), lacking(['keyUsage', 'subjectKeyId']))],
]

function certificates(pem: string): readonly string[] {
  return pem.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----\n?/g) ?? []
}

/** OpenSSL's own answer: the number of its reason, 0 where it accepts. */
function byOpenssl({ cert, root }: Chain): number {
  const [leaf = '', ...between] = certificates(cert)
  const file = (name: string, text: string): string => {
    const full = path.join(folder, name)
    writeFileSync(full, text)
    return full
  }
  const args = ['verify', '-x509_strict', '-CAfile', file('root.pem', root)]
  if (between.length > 0) args.push('-untrusted', file('between.pem', between.join('')))
  try {
    execFileSync('openssl', [...args, file('leaf.pem', leaf)], { stdio: 'pipe' })
    return 0
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    return Number(/error (\d+) at/.exec(said)?.[1] ?? -1)
  }
}

describe('what X509_V_FLAG_X509_STRICT refuses', () => {
  test.each(CHAINS)('%s: as openssl verify -x509_strict says', (_title, make) => {
    const chain = make()
    const der = [...certificates(chain.cert), chain.root].map((pem) => new X509Certificate(pem).raw)
    const found = strictProblem(der)
    const number = Object.entries(STRICT_RULES).find(([errno]) => errno === found?.errno)?.[1]
      .number
    expect(number ?? 0).toBe(byOpenssl(chain))
  })

  test('the certificate that is refused is named', () => {
    const chain = served(authority({ common: 'Casual Root' }, lacking(CASUAL)))
    const der = [chain.cert, chain.root].map((pem) => new X509Certificate(pem).raw)
    expect(strictProblem(der)).toEqual({
      errno: 'CA_BCONS_NOT_CRITICAL',
      subject: 'CN=Casual Root',
    })
  })

  test('a certificate that is trusted by itself is not looked at', () => {
    const chain = served(good(), lacking(['authorityKeyId']))
    expect(strictProblem([new X509Certificate(chain.cert).raw])).toBeUndefined()
  })
})
