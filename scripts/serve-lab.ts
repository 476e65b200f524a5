/**
 * `node scripts/serve-lab.ts PORT ROOT_FILE`: the lab's API on loopback until it is stopped. Writes
 * the root certificate of its chain to ROOT_FILE as soon as it listens.
 */
import { writeFileSync } from 'node:fs'
import { startApi } from '../test/loopback/api.ts'
import { labRoot } from '../test/loopback/pki.ts'

const [port, rootFile] = process.argv.slice(2)
if (port === undefined || rootFile === undefined) {
  process.stderr.write('Usage: node scripts/serve-lab.ts PORT ROOT_FILE\n')
  process.exit(2)
}
const { baseUrl } = await startApi({ port: Number(port) })
writeFileSync(rootFile, labRoot().pem)
process.stdout.write(`${baseUrl}\n`)
