/** `node inside.ts ORDER`: scenarios in the namespace that this process was started in. */
import process from 'node:process'
import { setUpNetwork } from '../lab/network.ts'
import { executeHere, inTurns } from './execute.ts'
import { SCENARIOS } from './index.ts'

interface Order {
  readonly cli: string
  readonly jobs: number
  readonly timing?: boolean
  readonly ids: readonly string[]
}

const order: Order = JSON.parse(process.argv[2] ?? '')
const network = await setUpNetwork()
const chosen = SCENARIOS.filter(({ id }) => order.ids.includes(id))
await inTurns(chosen, order.jobs, async (scenario) => {
  const outcome = await executeHere(scenario, order, network)
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
})
await network[Symbol.asyncDispose]()
process.stdout.write('', () => process.exit(0))
