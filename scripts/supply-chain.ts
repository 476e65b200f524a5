import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledPackages, type BundledPackage } from './bundled-packages.ts'

const ROOT = join(import.meta.dirname, '..')

/**
 * Writes what belongs to a bundle of other people's code: `THIRD_PARTY_LICENSES.txt` and
 * `sbom.cdx.json` (CycloneDX 1.6). The same sources give the same bytes: no time, no path.
 * @param modules absolute paths of the modules that the bundler rendered
 */
export function writeSupplyChain(folder: string, modules: readonly string[]): void {
  const packages = bundledPackages(modules, readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  writeFileSync(join(folder, 'THIRD_PARTY_LICENSES.txt'), licences(packages))
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOf(packages), null, 2)}\n`)
}

function licences(packages: readonly BundledPackage[]): string {
  const line = '-'.repeat(80)
  const parts = packages.map(({ name, version, licence, texts }) =>
    [
      line,
      `${name} ${version}`,
      `Licence: ${licence}`,
      '',
      ...(texts.length === 0
        ? [
            'The package ships no licence file; the identifier above names the text (spdx.org/licenses).',
          ]
        : texts.map(({ text }) => text)),
      '',
    ].join('\n'),
  )
  const head = `openai-preflight contains code of these ${packages.length} packages.\n`
  return [head, ...parts].join('\n')
}

/** CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/ */
function billOf(packages: readonly BundledPackage[]): object {
  const own: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { name, version, license } = {
    name: field(own, 'name'),
    version: field(own, 'version'),
    license: field(own, 'license'),
  }
  const self = purl(name, version)
  const refs = new Map(packages.map((one) => [one.name, purl(one.name, one.version)]))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name,
        version,
        licenses: licencesOf(license),
        purl: self,
      },
    },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': purl(one.name, one.version),
      ...grouped(one.name),
      version: one.version,
      scope: 'required',
      licenses: licencesOf(one.licence),
      purl: purl(one.name, one.version),
      ...hashesOf(one.integrity),
    })),
    dependencies: [
      { ref: self, dependsOn: [...refs.values()] },
      ...packages.map((one) => ({
        ref: purl(one.name, one.version),
        dependsOn: one.needs.flatMap((needed) => refs.get(needed) ?? []),
      })),
    ],
  }
}

function grouped(name: string): { readonly group?: string; readonly name: string } {
  const [scope = '', bare = ''] = name.split('/')
  return name.startsWith('@') ? { group: scope, name: bare } : { name }
}

function licencesOf(licence: string): readonly object[] {
  return /^[\w.+-]+$/.test(licence)
    ? [{ license: { id: licence } }]
    : [{ expression: licence.replace(/^\((.*)\)$/, '$1') }]
}

/** npm writes base64 (Subresource Integrity), CycloneDX wants hexadecimal. */
function hashesOf(integrity: string): { readonly hashes?: readonly object[] } {
  const [algorithm = '', digest = ''] = integrity.split('-')
  if (algorithm !== 'sha512') return {}
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
}

/** https://github.com/package-url/purl-spec: the `@` of a scope is encoded. */
function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function field(value: unknown, name: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : ''
  return typeof found === 'string' ? found : ''
}
