import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fields } from '../../src/model/index.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const MAIN = process.env['PREFLIGHT_TEST_MAIN'] ?? path.join(ROOT, 'dist/index.js')
const DIST = path.dirname(MAIN)

function read(file: string): string {
  return readFileSync(path.join(DIST, file), 'utf8')
}

const bill = fields(JSON.parse(read('sbom.cdx.json')))
const components = Array.isArray(bill['components']) ? bill['components'].map(fields) : []
const names = components.map(({ group, name, version }) => {
  const scope = typeof group === 'string' ? `${group}/` : ''
  return `${scope}${String(name)} ${String(version)}`
})

describe('the bundle says whose code is in it', () => {
  test('every package stands in the bill and, with its licence, in the text', () => {
    const heads = [
      ...read('THIRD_PARTY_LICENSES.txt').matchAll(/^-{80}\n(\S+ \S+)\nLicence: (\S.*)$/gm),
    ]
    expect(heads.map(([, name]) => name)).toEqual(names)
    expect(names.length).toBeGreaterThan(10)
  })

  test('the dependencies of the project that are bundled are among them, at the version in use', () => {
    const own = fields(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')))
    const bundled = Object.entries(fields(own['dependencies']))
    for (const [name, version] of bundled) expect(names).toContain(`${name} ${String(version)}`)
  })

  test('of the toolkit only what is called is bundled, and one HTTP client in all', () => {
    expect(names.filter((name) => name.startsWith('@actions/'))).toEqual([
      expect.stringMatching(/^@actions\/core /),
      // For the job's own token; loaded where one is asked for.
      expect.stringMatching(/^@actions\/http-client /),
    ])
    expect(names.filter((name) => /^(?:undici|@octokit\/plugin\S*) /.test(name))).toEqual([
      expect.stringMatching(/^undici /),
    ])
  })

  test('it is CycloneDX 1.6 with a licence, an address and a hash for each package', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    for (const component of components) {
      expect(component).toMatchObject({
        type: 'library',
        purl: expect.stringMatching(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/),
        licenses: [expect.anything()],
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      })
    }
    const refs = new Set(components.map(({ purl }) => purl))
    expect(refs.size).toBe(components.length)
  })

  test('no time, no path and no address of the machine that built it', () => {
    const files = readdirSync(DIST).filter((name) => /\.(?:txt|json)$/.test(name))
    expect(files).toHaveLength(2)
    for (const file of files.map(read)) {
      expect(file).not.toMatch(/timestamp|serialNumber|node_modules\/|registry\./)
      expect(file).not.toContain(ROOT)
    }
  })
})

describe('what a command reads before it works', () => {
  const reached = (entry: string): ReadonlySet<string> => {
    const seen = new Set<string>()
    const open = [entry]
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue
      seen.add(file)
      for (const [, next = ''] of read(file).matchAll(/^import .*?["'](\.[^"']+)["'];$/gm)) {
        open.push(path.posix.join(path.posix.dirname(file), next))
      }
    }
    return seen
  }

  test.each(['cli.js', 'chunks/command-line.js', 'chunks/explain.js', 'chunks/browser.js'])(
    '%s holds neither the SDK nor an HTTP client',
    (entry) => {
      const files = reached(entry)
      expect(files.size).toBeGreaterThan(1)
      expect([...files].filter((file) => /(?:openai|undici|yaml)\.js$/.test(file))).toEqual([])
    },
  )
})
