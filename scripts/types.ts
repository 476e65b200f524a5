import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { modelTypes } from './model-types.ts'

/** What the published types consist of: the engine's door and the words. Nothing else is public. */
const PUBLIC = /^(engine|doors\/exit-code|functions\/[\w-]+|model\/(?!schema\.)[\w-]+)\.d\.ts$/

/** Writes the declarations of the engine to `folder`, so that they resolve without the source. */
export function writeTypes(folder: string): void {
  const made = mkdtempSync(join(tmpdir(), 'preflight-types-'))
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.types.json', '--outDir', made])
    for (const name of readdirSync(made, { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!PUBLIC.test(name)) continue
      const schema = /^model\/(facts|packet)\.d\.ts$/.exec(name)?.[1]
      const text =
        schema === 'facts' || schema === 'packet'
          ? modelTypes(schema)
          : readFileSync(join(made, name), 'utf8')
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      // Declarations keep the source's endings; a reader of the package has only .d.ts files.
      writeFileSync(join(folder, name), text.replace(/(from '[./][^']*)\.ts'/g, "$1.js'"))
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
