/**
 * Speed of the search for keys in front-end files: MiB/s on one core, over every script, style,
 * page and map in node_modules, joined into files of half a mebibyte as a bundler does, 256 MiB in
 * all unless another number is given.
 *
 *     node bench/bundle.ts [MiB] [--hits]
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanBundle } from '../src/browser/index.ts'

const MIB = 1024 * 1024
const TOTAL = (Number(process.argv[2]) || 256) * MIB
const CHUNK = MIB / 2
const ROUNDS = 3

const modules = new URL('../node_modules/', import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), 'bundle-bench-'))
try {
  const names = (await readdir(modules, { recursive: true })).filter((name) =>
    /\.(?:m?js|cjs|css|html|map)$/.test(name),
  )
  let size = 0
  let chunk: Buffer[] = []
  for (let copy = 0; size < TOTAL; copy++) {
    for (const name of names) {
      const bytes = await readFile(join(modules, name)).catch(() => undefined)
      if (bytes === undefined) continue
      chunk.push(bytes)
      size += bytes.length
      if (chunk.reduce((sum, part) => sum + part.length, 0) < CHUNK) continue
      await writeFile(join(folder, `chunk-${size}.js`), Buffer.concat(chunk))
      chunk = []
      if (size >= TOTAL) break
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const cpu = process.cpuUsage()
    const scan = await scanBundle({ folder, workspace: folder })
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(cpu)
    if (scan.status !== 'scanned') throw new Error(scan.problem.message)
    const { bytes, files, hits, omitted = {} } = scan.facts
    process.stdout.write(
      `${(bytes / MIB / seconds).toFixed(0)} MiB/s, ${(bytes / MIB / ((user + system) / 1e6)).toFixed(0)} MiB for each second of CPU, ` +
        `${files} files, ${hits.length + Object.values(omitted).reduce((sum, one) => sum + one, 0)} hits, ${(process.memoryUsage().rss / MIB).toFixed(0)} MiB resident\n`,
    )
    if (process.argv.includes('--hits')) {
      for (const hit of hits.slice(0, 60)) process.stdout.write(`  ${JSON.stringify(hit)}\n`)
    }
  }
} finally {
  await rm(folder, { recursive: true })
}
