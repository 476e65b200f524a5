import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FILE = 'inside.js'

/** Text of `dist/inside.js`, which stands beside the program or one folder above its parts. */
export function builtNodeProgram(main: string = process.argv[1] ?? ''): string | undefined {
  const here = import.meta.dirname
  const path = [here, dirname(here), dirname(main)]
    .map((folder) => join(folder, FILE))
    .find((candidate) => existsSync(candidate))
  return path === undefined ? undefined : readFileSync(path, 'utf8')
}
