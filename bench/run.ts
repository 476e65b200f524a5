/**
 * `npm run bench [-- --quick] [-- --only SECTION,…]`: builds, measures, prints one table and writes
 * bench/results.json. Figures of one run belong together: the machine is part of them.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { namespaceRefusal, runInNamespace } from '../test/lab/namespace.ts'
import { FULL, needsNetwork, QUICK, sectionsOf, type Order } from './order.ts'
import { tableOf, type Row } from './row.ts'
import { fleet } from './fleet.ts'
import { sizes } from './sizes.ts'
import { throughput } from './throughput.ts'

const LONGEST_MS = 600_000
const here = import.meta.dirname

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
})
const sections = sectionsOf(values.only)
if (typeof sections === 'string') {
  process.stderr.write(`${sections}\n`)
  process.exit(2)
}
const amounts = values.quick === true ? QUICK : FULL
const folder = mkdtempSync(path.join(os.tmpdir(), 'preflight-bench-build-'))
try {
  // Beside a package.json that says "module", as in the repository: without it Node parses twice.
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}\n')
  const dist = path.join(folder, 'dist')
  const build = spawnSync(process.execPath, [path.join(here, '../scripts/build.ts'), dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: path.join(here, '..'),
  })
  if (build.status !== 0) throw new Error('the build failed')
  const order: Order = { dist, ...amounts, sections }
  const loadBefore = os.loadavg()
  const rows = [
    ...(await networked(order)),
    ...(sections.includes('sizes') ? sizes(dist) : []),
    ...(sections.includes('fleet') ? await fleet(dist, amounts.packets) : []),
    ...(sections.includes('throughput') ? await throughput(order.log, order.bundle) : []),
  ]
  const load = (averages: readonly number[]): string =>
    averages.map((one) => one.toFixed(1)).join(' ')
  const machine = {
    cpu: os.cpus()[0]?.model ?? '',
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
    os: `${os.type()} ${os.release().split('.').slice(0, 2).join('.')}`,
    node: process.version,
    // 1, 5 and 15 minutes; the measuring itself is part of the second.
    loadBefore: load(loadBefore),
    loadAfter: load(os.loadavg()),
  }
  // Of main: the commit of the figures themselves is not there yet.
  const base = ['merge-base', 'HEAD', 'main']
  const commit = spawnSync('git', base, { cwd: here, encoding: 'utf8' }).stdout
  const measured = {
    at: new Date().toISOString(),
    commit: commit.trim(),
    quick: values.quick === true,
    machine,
    rows,
  }
  const file = values.json ?? path.join(here, 'results.json')
  const results = values.only === undefined ? measured : beside(measured, file)
  // Half a table must not stand beside figures of another day as if it were whole.
  if (process.exitCode !== 1) writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  const { cpu, cores, memoryGiB, node } = machine
  process.stdout.write(
    `${results.at} · ${cpu}, ${String(cores)} cores, ${String(memoryGiB)} GiB · ${machine.os} · Node ${node} · load ${machine.loadBefore} before, ${machine.loadAfter} after\n\n${tableOf(rows)}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** One section beside those of the same commit that are there: figures of two do not stand together. */
function beside<
  Results extends {
    readonly commit: string
    readonly quick: boolean
    readonly rows: readonly Row[]
  },
>(measured: Results, file: string): Results {
  if (!existsSync(file)) return measured
  const before: Results = JSON.parse(readFileSync(file, 'utf8'))
  if (before.commit !== measured.commit) return measured
  const sections = new Set(measured.rows.map(({ section }) => section))
  const kept = before.rows.filter(({ section }) => !sections.has(section))
  return { ...measured, quick: measured.quick || before.quick, rows: [...kept, ...measured.rows] }
}

async function networked(order: Order): Promise<Row[]> {
  if (!needsNetwork(order.sections)) return []
  const refusal = namespaceRefusal()
  if (refusal !== undefined) {
    return [{ section: 'Network', name: 'everything', unit: '', note: `skipped: ${refusal}` }]
  }
  const rows: Row[] = []
  const done = await runInNamespace(path.join(here, 'inside.ts'), [JSON.stringify(order)], {
    timeoutMs: LONGEST_MS,
    onLine: (line) => {
      rows.push(...JSON.parse(line))
    },
  })
  process.stderr.write(done.stderr)
  if (done.code === 0) return rows
  const why = done.killed
    ? `not measured: the limit of ${String(LONGEST_MS / 60_000)} minutes was met; name sections with --only`
    : 'not measured: the measuring failed'
  process.exitCode = 1
  return [...rows, { section: 'Network', name: 'everything else', unit: '', note: why }]
}
