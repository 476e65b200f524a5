import { rmSync } from 'node:fs'
import { rolldown } from 'rolldown'
import { writeSupplyChain } from './supply-chain.ts'
import { writeTypes } from './types.ts'

/** Doors of the program: each becomes a file of dist/ that runs by itself. */
const ENTRIES = {
  index: 'src/index.ts',
  cli: 'src/cli.ts',
  engine: 'src/engine.ts',
  handler: 'src/functions/index.ts',
}

/** Of the toolkit only what is called: its HTTP client would bring a second undici (1.2 MB). */
const treeshake = {
  moduleSideEffects: (id: string) =>
    !/[\\/]node_modules[\\/](?:@actions|undici|tunnel)[\\/]/.test(id),
}

const folder = process.argv[2] ?? 'dist'

rmSync(folder, { recursive: true, force: true })
const bundle = await rolldown({
  input: ENTRIES,
  platform: 'node',
  logLevel: 'warn',
  treeshake,
  transform: { target: 'node24' },
})
const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  // Readable: a security reader can see what handles the key.
  minify: false,
  sourcemap: false,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
})
await bundle.close()
// Only what is really in the files: a module that was shaken away is nobody's burden.
const rendered = output.flatMap((chunk) =>
  chunk.type === 'chunk'
    ? Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) =>
        renderedLength > 0 ? [id] : [],
      )
    : [],
)
writeSupplyChain(folder, rendered)
// The program that goes into a target over standard input is one file: nothing is beside it there.
const inside = await rolldown({
  input: { inside: 'src/inside/remote-node.ts' },
  platform: 'node',
  logLevel: 'warn',
  transform: { target: 'node24' },
})
await inside.write({
  dir: folder,
  format: 'esm',
  minify: false,
  sourcemap: false,
  codeSplitting: false,
  entryFileNames: '[name].js',
})
await inside.close()
writeTypes(folder)
