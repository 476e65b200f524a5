import { rmSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { writeTypes } from './types.ts'

/** Doors of the program: each becomes a file of dist/ that runs by itself. */
const ENTRIES = { index: 'src/index.ts', cli: 'src/cli.ts', engine: 'src/engine.ts' }

const folder = process.argv[2] ?? 'dist'

rmSync(folder, { recursive: true, force: true })
const bundle = await rolldown({
  input: ENTRIES,
  platform: 'node',
  logLevel: 'warn',
  transform: { target: 'node24' },
})
await bundle.write({
  dir: folder,
  format: 'esm',
  // Readable: a security reader can see what handles the key.
  minify: false,
  sourcemap: false,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
})
await bundle.close()
writeTypes(folder)
