import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figureOf, node } from './measure.ts'
import type { Row } from './row.ts'

/** The verdict on a folder of packets, as `aggregate` reads it. */
export async function fleet(dist: string, count: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-fleet-'))
  try {
    const cli = join(dist, 'cli.js')
    const demo = spawnSync(process.execPath, [cli, 'demo', 'tls-intercepted', '--json'])
    for (let index = 0; index < count; index += 1) {
      const home = join(folder, `runner-${String(index)}`)
      mkdirSync(home)
      writeFileSync(join(home, 'packet.json'), demo.stdout)
    }
    const args = [cli, 'aggregate', folder, '--deadline', '5m']
    const spent = await node(args, { metered: true, cwd: folder })
    if (!spent.stdout.includes(`${String(count)} runners`)) throw new Error(spent.stdout)
    const row = (name: string, unit: Row['unit'], value: number): Row => ({
      section: 'Packets of a fleet',
      name: `${String(count)}, ${name}`,
      unit,
      figure: figureOf([value]),
      note: `${String(Math.round(demo.stdout.length / 1024))} KiB each`,
    })
    return [row('wall', 'ms', spent.wallMs), row('most memory', 'MiB', spent.rssMiB)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
