/**
 * Writes `src/knowledge/products/index.ts` from the files beside it, so that adding a product is
 * adding one file. With `--check` it only says whether that was done. The build runs it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const FOLDER = new URL('../src/knowledge/products/', import.meta.url)
/** Files that hold a list. */
const LISTED = ['filters', 'gateways', 'inspectors', 'named-proxies', 'servers']
const INDEX = new URL('index.ts', FOLDER)

/** The index of these files: `zscaler.ts` exports `zscaler`, `one-api.ts` exports `oneApi`. */
export function indexOf(files: readonly string[]): string {
  const names = files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted()
  const imports = names.map((name) => `import { ${camelCase(name)} } from './${name}.ts'`)
  return `// Written by scripts/products.ts from the files of this folder.
import type { Product } from '../product.ts'
${imports.join('\n')}

/** One file each, besides those of which a row says all. */
export const ALL: readonly Product[] = [
${names.map((name) => `  ${LISTED.includes(name) ? '...' : ''}${camelCase(name)},`).join('\n')}
]
`
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Whether the index names exactly the files that are there. */
export function isIndexCurrent(): boolean {
  return readFileSync(INDEX, 'utf8') === indexOf(readdirSync(FOLDER))
}

export function writeIndex(): void {
  const text = indexOf(readdirSync(FOLDER))
  if (readFileSync(INDEX, 'utf8') !== text) writeFileSync(INDEX, text)
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeIndex()
  else if (!isIndexCurrent()) {
    console.error('src/knowledge/products/index.ts is not current: run npm run build.')
    process.exitCode = 1
  }
}
