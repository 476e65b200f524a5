/** `node inside.ts ORDER`: everything that needs a network, in the namespace of this process. */
import { setUpNetwork } from '../test/lab/network.ts'
import { faults } from './faults.ts'
import { healthy } from './healthy.ts'
import type { Order } from './order.ts'
import { routes } from './routes.ts'
import type { Row } from './row.ts'
import { startup } from './startup.ts'
import { openWorld } from './world.ts'

const { dist, sections, rounds }: Order = JSON.parse(process.argv[2] ?? '')
const network = await setUpNetwork()
const world = await openWorld(network)

const measures: Partial<Readonly<Record<Order['sections'][number], () => Promise<Row[]>>>> = {
  startup: () => startup(world, dist, rounds.startup),
  healthy: () => healthy(world, dist, rounds.healthy),
  faults: () => faults(world, dist, rounds.faults),
  routes: () => routes(world, dist, rounds.routes),
}
for (const name of sections) {
  const measure = measures[name]
  if (measure === undefined) continue
  const began = performance.now()
  const rows = await measure()
  process.stderr.write(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  process.stdout.write(`${JSON.stringify(rows)}\n`)
}
world[Symbol.dispose]()
await network[Symbol.asyncDispose]()
process.stdout.write('', () => process.exit(0))
