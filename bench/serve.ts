/**
 * `node serve.ts CREDENTIALS.json`: the lab's API on port 443, a proxy on 3128 and their counters
 * on 9000, for ten minutes. Runs at the far end of the link.
 */
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { startApi } from '../test/loopback/api.ts'
import { startProxy } from '../test/loopback/proxy.ts'

const credentials = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const api = await startApi({ host: '0.0.0.0', port: 443, tls: credentials })
const proxy = await startProxy({
  host: '0.0.0.0',
  port: 3128,
  behaviour: { does: 'tunnel', to: { host: '127.0.0.1', port: 443 } },
})
http
  .createServer((_request, response) => {
    const counts = {
      connections: api.connections(),
      requests: api.requests.length,
      connects: proxy.connects.length,
    }
    response.end(JSON.stringify(counts))
  })
  .listen(9000, '0.0.0.0', () => process.stdout.write('ready\n'))
setTimeout(() => process.exit(0), 600_000)
