import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApi } from '../test/loopback/api.ts'
import { figureOf, node, type Spent } from './measure.ts'
import type { Row } from './row.ts'
import { MODEL, stepOf, type World } from './world.ts'

const COUNTS = [1, 100, 1000] as const

/** Many routes of one file in one run; server and client share the machine. */
export async function routes(world: World, dist: string, rounds: number): Promise<Row[]> {
  await using api = await startApi({ key: world.key })
  const rows: Row[] = []
  for (const count of COUNTS) {
    const file = join(world.checkout, `routes-${String(count)}.yml`)
    const names = Array.from({ length: count }, (_, index) => `  r${String(index)}: {}\n`)
    writeFileSync(
      file,
      `defaults:\n  base-url: ${api.baseUrl}\n  api-key-env: OPENAI_API_KEY\n  model: ${MODEL}\n  route: openai\nroutes:\n${names.join('')}`,
    )
    const env = {
      ...stepOf(world, { 'api-key': '', config: file, timeout: '30s' }),
      OPENAI_API_KEY: world.key,
    }
    const runs: Spent[] = []
    for (let round = 0; round < (count === 1000 ? Math.min(rounds, 3) : rounds); round += 1) {
      const before = api.connections()
      const spent = await node([join(dist, 'index.js')], {
        env,
        cwd: world.checkout,
        metered: true,
      })
      const made = api.connections() - before
      if (spent.code !== 0) throw new Error(`${String(count)} routes: ${spent.stdout.slice(-2000)}`)
      if (made !== count) throw new Error(`${String(count)} routes, ${String(made)} connections`)
      runs.push(spent)
    }
    const row = (what: string, unit: Row['unit'], value: (one: Spent) => number): Row => ({
      section: 'Routes in one run',
      name: `${String(count)}, ${what}`,
      unit,
      figure: figureOf(runs.map(value)),
    })
    rows.push(
      row('wall', 'ms', (one) => one.wallMs),
      row('CPU', 'ms', (one) => one.cpuMs),
      row('most memory', 'MiB', (one) => one.rssMiB),
      row('report.html', 'KiB', () => reportBytes(world) / 1024),
    )
  }
  return rows
}

/** Of the run that came last. */
function reportBytes({ folder }: World): number {
  return statSync(join(folder, 'packet', 'report.html')).size
}
