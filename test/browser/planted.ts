import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { scanBundle, type BundleOptions, type BundleScan } from '../../src/browser/index.ts'
import type { ClientBundleFacts } from '../../src/model/index.ts'

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Characters drawn by a generator with a seed: a different key for each seed, the same in each run. */
export function drawn(length: number, seed: number, alphabet = BASE62): string {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  let text = ''
  for (let index = 0; index < length; index++) {
    state ^= (state << 13) >>> 0
    state >>>= 0
    state ^= state >>> 17
    state ^= (state << 5) >>> 0
    state >>>= 0
    text += alphabet[state % alphabet.length] ?? ''
  }
  return text
}

export const hex = (length: number, seed: number): string => drawn(length, seed, '0123456789abcdef')

export const projectKey = (seed: number): string => `sk-proj-${drawn(120, seed)}`

/** Writes files into a temporary workspace and searches its folder `dist`. */
export async function scanFiles(
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<BundleOptions> = {},
): Promise<BundleScan> {
  const workspace = await mkdtemp(join(tmpdir(), 'bundle-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(workspace, name)), { recursive: true })
      await writeFile(join(workspace, name), content)
    }
    return await scanBundle({ folder: 'dist', workspace, ...options })
  } finally {
    await rm(workspace, { recursive: true })
  }
}

export async function factsOf(
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<BundleOptions> = {},
): Promise<ClientBundleFacts> {
  const scan = await scanFiles(files, options)
  if (scan.status !== 'scanned') throw new Error(scan.problem.message)
  return scan.facts
}
