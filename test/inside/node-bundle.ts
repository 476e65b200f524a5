import { resolve } from 'node:path'
import { rolldown } from 'rolldown'

let built: Promise<string> | undefined

/** The program for targets with Node as the build makes it: one file with everything in it. */
export function nodeBundle(): Promise<string> {
  built ??= build()
  return built
}

async function build(): Promise<string> {
  const bundle = await rolldown({
    input: resolve(import.meta.dirname, '../../src/inside/remote-node.ts'),
    platform: 'node',
    logLevel: 'silent',
    transform: { target: 'node24' },
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, minify: false })
  await bundle.close()
  const chunks = output.filter((one) => one.type === 'chunk')
  const [only] = chunks
  if (only === undefined || chunks.length !== 1) throw new Error('the program is not one file')
  return only.code
}
