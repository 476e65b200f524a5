import { opendir } from 'node:fs/promises'
import { join } from 'node:path'

/** Text that a browser may be given; images, fonts and compressed copies hold nothing readable. */
const FRONT_END =
  /(?:\.(?:m?js|cjs|jsx|mts|tsx?|html?|xhtml|css|json|webmanifest|map|txt|md|xml|svg|wasm|ya?ml)|(?:^|\/)\.env[^/]*)$/i
const MAX_DEPTH = 32
const MAX_FILES = 100_000

/**
 * Files below `folder`, with `/` and relative to it, in order of name. Links are left out: inside
 * the folder their target is found anyway, outside it is no part of the bundle.
 */
export async function* frontEndFiles(folder: string): AsyncGenerator<string> {
  const budget = { files: MAX_FILES }
  yield* walk(folder, '', 0, budget)
}

async function* walk(
  root: string,
  below: string,
  depth: number,
  budget: { files: number },
): AsyncGenerator<string> {
  const entries = []
  for await (const entry of await opendir(join(root, below))) entries.push(entry)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) {
      const isSource = entry.name === 'node_modules' || entry.name === '.git'
      if (depth < MAX_DEPTH && !isSource) yield* walk(root, name, depth + 1, budget)
    } else if (entry.isFile() && FRONT_END.test(name) && budget.files-- > 0) {
      yield name
    }
  }
}
