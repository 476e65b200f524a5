import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { impossibleIn } from '../../scripts/impossible-signs.ts'
import { isIndexCurrent } from '../../scripts/products.ts'
import { PRODUCTS } from '../../src/knowledge/catalogue.ts'

test.each(PRODUCTS.map((product) => [product.name, product] as const))(
  'everything that is known of %s can be seen',
  (_, product) => {
    expect(impossibleIn(product)).toEqual([])
  },
)

test('the index names every file of the folder', () => {
  expect(isIndexCurrent()).toBe(true)
})

/** A filter that nobody sells. */
const MOONWALL = `import { filter } from '../filter.ts'

export const moonwall = filter('Moonwall', {
  issuer: /moonwall inc/i,
  mark: 'block.moonwall',
  page: /Moonwall keeps you safe/i,
  source: 'invented',
  header: 'x-moonwall',
  sinkhole: { address: /^192\\.0\\.2\\.77$/, source: 'invented' },
  allow: (host) => \`Add \${host} to the moon list.\`,
})
`

/** Everything about it is impossible. */
const NOWHERE = `import { inErrors, onPages, product, proof, strong } from '../product.ts'
import { all, header, host, location, mark } from '../sign.ts'

export const nowhere = product({
  name: 'Nowhere',
  kind: 'gateway',
  issuer: /^zscaler$/i,
  marks: [
    ...onPages('invented', { 'nowhere.far': { says: /^[a-z]{70000}nowhere/ } }),
    ...inErrors('invented', { 'nowhere.never': { says: /(?!n)nowhere$^/ } }),
  ],
  sinkhole: { address: /^not-an-address$/, source: 'invented' },
  proves: [
    proof(header('X-Nowhere')),
    proof(header('openai-organization', /^org-/)),
    proof(all(header('server', /^[a-z]{300}$/), mark('nowhere.unknown'))),
    strong(location(/\\?blocked=/)),
    strong(host(/^Nowhere Inc$/)),
  ],
})
`

const SEEN = `
import { describeBody } from './src/evidence/body.ts'
import { headersOfInterest } from './src/evidence/headers.ts'
import { interceptorOf, orderToAllow, sinkholeOf } from './src/knowledge/catalogue.ts'
import { attribute } from './src/rules/attribution.ts'

const route = { kind: 'openai', baseUrl: 'https://api.openai.com/v1' }
const answer = (text, headers) => ({
  method: 'POST', path: '/v1/responses', status: 403, httpVersion: '1.1', authenticated: true,
  headers: headersOfInterest(Object.entries(headers)),
  body: describeBody(Buffer.from(text), { contentType: '', truncated: false, complete: true }),
})
const page = attribute({ route, response: answer('<html>Moonwall keeps you safe', {}) })
const header = attribute({ route, response: answer('<html>No.', { 'X-Moonwall-Rule': '7' }) })
const signed = attribute({
  route,
  response: answer('<html>No.', {}),
  chain: [{ subject: 'CN=api.openai.com', issuer: 'O=Moonwall Inc, CN=CA' }],
})
console.log(JSON.stringify([
  page.product, header.product, signed.product,
  interceptorOf('O=Moonwall Inc'), sinkholeOf('192.0.2.77')?.name, orderToAllow('Moonwall', 'a.example'),
]))
`

describe('a product is one file', () => {
  const root = mkdtempSync(join(tmpdir(), 'product-'))
  const node = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })

  beforeAll(() => {
    for (const folder of ['src', 'scripts', 'package.json']) {
      cpSync(resolve(folder), join(root, folder), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const add = (name: string, text: string): void =>
    writeFileSync(join(root, `src/knowledge/products/${name}.ts`), text)

  test('it is seen by its page, its header, its issuer and its sinkhole', () => {
    add('moonwall', MOONWALL)
    writeFileSync(join(root, 'seen.ts'), SEEN)
    node('scripts/products.ts')
    expect(node('seen.ts')).toMatchObject({
      stdout: `${JSON.stringify(['Moonwall', 'Moonwall', 'Moonwall', 'Moonwall', 'Moonwall', 'Add a.example to the moon list.'])}\n`,
    })
    expect(node('scripts/impossible-signs.ts')).toMatchObject({ stderr: '' })
  })

  test('the build refuses one that can never be seen', () => {
    add('nowhere', NOWHERE)
    node('scripts/products.ts')
    const { stderr } = node('scripts/impossible-signs.ts')
    expect(stderr.trim().split('\n').toSorted()).toEqual(
      [
        'header X-Nowhere: never kept like that',
        'header openai-organization: never kept like that',
        'header server: never kept like that',
        'host /^Nowhere Inc$/: no base URL has it',
        'issuer /^zscaler$/i: no certificate is taken for Nowhere',
        'location /\\?blocked=/: no redirect that is kept leads there',
        'mark nowhere.far: no body that is read holds it',
        'mark nowhere.never: no body that is read holds it',
        'mark nowhere.unknown: there is none',
        'sinkhole /^not-an-address$/: no address',
      ].map((problem) => `Nowhere: ${problem}`),
    )
  })
})
