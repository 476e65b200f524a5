/**
 * The first lines that a Node.js of a target runs: puts the files of the program together in memory,
 * as they came over standard input, and starts them. `node --experimental-vm-modules` has what it
 * takes since version 12; files, a folder or a registry are not needed.
 */
import { dirname, join } from 'node:path/posix'
import vm from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'
import { fields } from '../model/values.ts'
import { GIVEN, encodeJson, frameOf } from './frame.ts'
import { bringUpToDate } from './older-node.ts'

const given = fields(Reflect.get(globalThis, GIVEN))
const parts = fields(
  JSON.parse(brotliDecompressSync(Buffer.from(String(given['parts']), 'base64')).toString('utf8')),
)
const modules = new Map<string, vm.Module | Promise<vm.Module>>()

function moduleAt(path: string): vm.SourceTextModule {
  return new vm.SourceTextModule(String(parts[path]), {
    identifier: path,
    initializeImportMeta: (meta) => {
      // CommonJS parts make their `require` from it, for modules of Node.js alone.
      Object.assign(meta, { url: `file:///${path}`, dirname: `/${dirname(path)}` })
    },
    importModuleDynamically: async (specifier) => {
      const found = await link(specifier, { identifier: path })
      if (found.status === 'unlinked') await found.link(link)
      await found.evaluate()
      return found
    },
  })
}

async function builtIn(name: string): Promise<vm.Module> {
  const exported: unknown = await import(name)
  const names = Object.keys(fields(exported))
  return new vm.SyntheticModule(
    names,
    function () {
      for (const one of names) this.setExport(one, fields(exported)[one])
    },
    { identifier: name },
  )
}

async function link(specifier: string, { identifier }: { identifier: string }): Promise<vm.Module> {
  const path = specifier.startsWith('.') ? join(dirname(identifier), specifier) : specifier
  const isPart = Object.hasOwn(parts, path)
  if (!isPart && path !== specifier) return await askFor(path)
  const found = modules.get(path) ?? (isPart ? moduleAt(path) : builtIn(path))
  modules.set(path, found)
  return await found
}

/** A part that is seldom needed did not come along: the caller starts again with it. */
function askFor(path: string): Promise<never> {
  const answer = frameOf(String(given['mark']), encodeJson({ wants: path }))
  return new Promise(() => {
    process.stdout.write(answer, () => process.exit(0))
  })
}

bringUpToDate()
const program = await link(`./${String(given['program'])}`, { identifier: '' })
await program.link(link)
await program.evaluate()
