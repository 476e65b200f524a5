/** `node serve-api.ts CREDENTIALS.json`: the lab's API on port 443 of every address, for ten minutes. */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { startApi } from '../loopback/api.ts'

const credentials: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
if (
  typeof credentials !== 'object' ||
  credentials === null ||
  !('key' in credentials && typeof credentials.key === 'string') ||
  !('cert' in credentials && typeof credentials.cert === 'string')
) {
  throw new Error('no credentials')
}
await startApi({
  host: '::',
  port: 443,
  tls: { key: credentials.key, cert: credentials.cert },
})
process.stdout.write('ready\n')
setTimeout(() => process.exit(0), 600_000)
