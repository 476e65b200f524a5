/**
 * Cost of the search for keys in front-end files, each case in a process of its own and beside
 * ripgrep looking for one kind of key, where that is installed. One line of JSON for each case:
 * every script, style, page and map in node_modules, joined into files of half a mebibyte as a
 * bundler does; 20,000 files of one byte; the same amount of scripts with a key and a call in each.
 *
 *     node bench/bundle.ts [MiB]
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanBundle } from '../src/browser/index.ts'

const MIB = 1024 * 1024
const [first = '', given = ''] = process.argv.slice(2)

if (first === '--scan') await scan(given)
else measure((Number(first) || 256) * MIB)

async function scan(folder: string): Promise<void> {
  const started = performance.now()
  const found = await scanBundle({ folder, workspace: folder })
  const ms = Math.round(performance.now() - started)
  if (found.status !== 'scanned') throw new Error(found.problem.message)
  const { bytes, files, hits } = found.facts
  // maxRSS survives exec: it would tell of the parent, which made these files.
  const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  const peak = Math.round(Number(kib) / 1024)
  const figures = {
    ms,
    MiB: Math.round(bytes / MIB),
    files,
    hits: hits.length,
    'peak RSS MiB': peak,
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

function measure(total: number): void {
  const root = mkdtempSync(join(tmpdir(), 'bundle-bench-'))
  try {
    const cases = { dependencies, small, leaking }
    for (const [name, fill] of Object.entries(cases)) {
      const folder = join(root, name)
      mkdirSync(folder)
      fill(folder, total)
      const ours = spawnSync(process.execPath, [import.meta.filename, '--scan', folder])
      const started = performance.now()
      const pattern = 'sk-(proj|svcacct|admin)-[A-Za-z0-9_-]{40,}'
      const rg = spawnSync('rg', ['--count', '-uu', pattern, folder])
      const beside = rg.error === undefined ? Math.round(performance.now() - started) : undefined
      const figures: unknown = JSON.parse(ours.stdout.toString())
      process.stdout.write(
        `${JSON.stringify({ case: name, ...Object(figures), 'ripgrep ms': beside })}\n`,
      )
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

function dependencies(folder: string, total: number): void {
  const chunks = chunksOfModules(total)
  for (const [index, chunk] of chunks.entries()) writeFileSync(join(folder, `${index}.js`), chunk)
}

function small(folder: string): void {
  for (let index = 0; index < 20_000; index++) writeFileSync(join(folder, `${index}.js`), 'x')
}

function leaking(folder: string, total: number): void {
  const key = createHash('sha512').update('bundle').digest('base64url')
  const prefix = ['sk', 'proj', ''].join('-')
  const tail = `;k="${prefix}${key}";fetch("https://api.openai.com/v1/models")`
  for (const [index, chunk] of chunksOfModules(total).entries())
    writeFileSync(join(folder, `${index}.js`), Buffer.concat([chunk, Buffer.from(tail)]))
}

function chunksOfModules(total: number): readonly Buffer[] {
  const modules = join(import.meta.dirname, '../node_modules')
  const names = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:m?js|cjs|css|html|map)$/.test(name),
  )
  const chunks: Buffer[] = []
  let parts: Buffer[] = []
  let size = 0
  for (const name of names) {
    const bytes = readFileSync(join(modules, name))
    parts.push(bytes)
    size += bytes.length
    if (size < MIB / 2) continue
    chunks.push(Buffer.concat(parts))
    parts = []
    size = 0
  }
  return Array.from({ length: Math.ceil(total / (MIB / 2)) }, (_, index) => {
    const chunk = chunks[index % chunks.length]
    if (chunk === undefined) throw new Error('node_modules holds nothing to search')
    return chunk
  })
}
