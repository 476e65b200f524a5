/**
 * Throughput and memory of `explain`, on one core: `node bench/explain.ts [MiB]` (default 1024).
 * Ordinary lines with a few incidents in them, then the hostile inputs.
 */
import { explain } from '../src/explain/index.ts'

const MIB = 1024 * 1024
const CHUNK = 256 * 1024

const ORDINARY = [
  '2026-11-20T08:15:02.334Z INFO  [http] 10.2.3.4 - GET /api/v1/orders/81723 200 12ms',
  '2026-11-20T08:15:02.401Z INFO  worker 3 took job 118236 from queue "summaries" (17 waiting)',
  '2026-11-20T08:15:02.498Z DEBUG cache hit for key user:9182:profile, age 31s',
  '2026-11-20T08:15:02.512Z INFO  [http] 10.2.3.9 - POST /api/v1/login 302 48ms "Mozilla/5.0 (X11; Linux x86_64)"',
  'web-1  | 2026-11-20 08:15:02,601 INFO httpx HTTP Request: POST https://api.openai.com/v1/responses "HTTP/1.1 200 OK"',
  '{"level":30,"time":1795162502000,"pid":17,"msg":"request completed","req":{"method":"GET","url":"/health"},"responseTime":1}',
]
const INCIDENT =
  "2026-11-20T08:16:00.000Z ERROR openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}\n"

interface Input {
  readonly name: string
  readonly bytes: number
  readonly chunks: () => Iterable<Uint8Array>
}

function repeated(name: string, text: string, bytes: number): Input {
  const chunk = Buffer.from(text.repeat(Math.max(1, Math.floor(CHUNK / text.length))))
  return {
    name,
    bytes,
    *chunks() {
      for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk
    },
  }
}

function mixed(bytes: number): Input {
  const plain = `${ORDINARY.join('\n')}\n`
  const clean = Buffer.from(plain.repeat(Math.floor(CHUNK / plain.length)))
  const marked = Buffer.concat([clean, Buffer.from(INCIDENT)])
  return {
    name: 'ordinary log, one incident for each 16 MiB',
    bytes,
    *chunks() {
      let index = 0
      for (let sent = 0; sent < bytes; sent += clean.length, index += 1) {
        yield index % 64 === 63 ? marked : clean
      }
    },
  }
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const total = Number(process.argv[2] ?? 1024) * MIB
const inputs: readonly Input[] = [
  mixed(total),
  repeated('one incident on every line', INCIDENT, Math.min(total, 32 * MIB)),
  repeated('one line without an end', 'x'.repeat(1000), 100 * MIB),
  repeated('NUL bytes', '\0'.repeat(1000), 100 * MIB),
  repeated(
    'invalid UTF-8',
    Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x0a]).toString('latin1'),
    100 * MIB,
  ),
  repeated('error words in a row', 'error: error code: [errno 1 ', 32 * MIB),
  repeated('open braces', "{'error': {", 32 * MIB),
]

const base = process.memoryUsage.rss()
let peak = base
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20)
const rows: Record<string, string>[] = []
for (const { name, bytes, chunks } of inputs) {
  peak = process.memoryUsage.rss()
  const watched = function* (): Generator<Uint8Array> {
    for (const chunk of chunks()) {
      peak = Math.max(peak, process.memoryUsage.rss())
      yield chunk
    }
  }
  const started = cpu()
  const { verdict, incidents } = await explain(watched())
  const seconds = cpu() - started
  rows.push({
    input: name,
    MiB: String(bytes / MIB),
    'MiB/s': (bytes / MIB / seconds).toFixed(0),
    'peak RSS MiB': (peak / MIB).toFixed(0),
    owner: verdict.owner,
    incidents: String(incidents.reduce((sum, { count }) => sum + count, 0)),
  })
}
clearInterval(timer)
for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
