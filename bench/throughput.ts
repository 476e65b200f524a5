import { join } from 'node:path'
import { figureOf, node } from './measure.ts'
import type { Row } from './row.ts'

const ENV = { PATH: process.env['PATH'] ?? '' }

/** How fast a log is explained and a front-end bundle is searched; each bench also runs by itself. */
export async function throughput(logMiB: number, bundleMiB: number): Promise<Row[]> {
  return [...(await explain(logMiB)), ...(await bundle(bundleMiB))]
}

async function explain(mebibytes: number): Promise<Row[]> {
  const done = await node([join(import.meta.dirname, 'explain.ts'), String(mebibytes)], {
    env: ENV,
  })
  if (done.code !== 0) throw new Error(done.stderr)
  return done.stdout
    .trim()
    .split('\n')
    .map((line): Row => {
      const said = JSON.parse(line)
      return {
        section: 'Explaining a log',
        name: String(said.input),
        unit: 'MiB/s',
        figure: figureOf([Number(said['MiB/s'])]),
        note: `${String(said.MiB)} MiB, at most ${String(said['peak RSS MiB'])} MiB of memory`,
      }
    })
}

async function bundle(mebibytes: number): Promise<Row[]> {
  const done = await node([join(import.meta.dirname, 'bundle.ts'), String(mebibytes)], { env: ENV })
  if (done.code !== 0) throw new Error(done.stderr)
  return done.stdout
    .trim()
    .split('\n')
    .map((line): Row => {
      const said = JSON.parse(line)
      const beside = said['ripgrep ms'] === undefined ? '' : `, ripgrep ${said['ripgrep ms']} ms`
      return {
        section: 'Searching a front-end bundle',
        name: String(said.case),
        unit: 'ms',
        figure: figureOf([Number(said.ms)]),
        note: `${said.files} files, ${said.MiB} MiB, at most ${said['peak RSS MiB']} MiB of memory${beside}`,
      }
    })
}
