/**
 * `node one-request.ts JSON`: one real request, then what still keeps this process alive. The
 * process ends by itself; when it does not, something was left open.
 */
import { firstFailure, send, type Sending } from '../wire/send.ts'

const asked: Sending & { readonly abortAfterMs?: number } = JSON.parse(process.argv[2] ?? '{}')
const controller = new AbortController()
if (asked.abortAfterMs !== undefined) {
  setTimeout(() => controller.abort(), asked.abortAfterMs).unref()
}
const failure = firstFailure(await send({ ...asked, signal: controller.signal }))
// Destroyed sockets close on the next turns of the loop.
await new Promise((resume) => setTimeout(resume, 50))
const alive = process.getActiveResourcesInfo().filter((name) => !/^(?:Pipe|TTY)/.test(name))
process.stdout.write(JSON.stringify({ failure, alive }))
