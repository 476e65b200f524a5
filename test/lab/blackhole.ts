import { spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import type { Socket } from 'node:net'
import { tolerate } from '../loopback/listen.ts'

export interface Blackhole extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** Lets the listener run: the next SYN, a retransmission after a second, is answered. */
  readonly open: () => void
}

const LISTENER = `
  const server = require('node:net').createServer()
  server.listen({ host: process.argv[1], port: 0, backlog: 1 }, () => {
    process.stdout.write(String(server.address().port))
  })
`

/**
 * A port on which SYNs get no answer, without any privilege: the listener is stopped and its
 * queue is full, so that the kernel drops the next SYN (measured: four connections fill it).
 */
export async function startBlackhole(host = '127.0.0.1'): Promise<Blackhole> {
  const child = spawn(process.execPath, ['-e', LISTENER, host], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  })
  const [said]: unknown[] = await once(child.stdout, 'data')
  const port = Number(String(said))
  child.kill('SIGSTOP')
  const fillers: Socket[] = []
  for (let count = 0; count < 4; count += 1) {
    const filler = net.connect({ host, port })
    tolerate(filler)
    fillers.push(filler)
    await Promise.race([once(filler, 'connect'), pause(100)])
  }
  return {
    host,
    port,
    open() {
      for (const filler of fillers) filler.destroy()
      child.kill('SIGCONT')
    },
    async [Symbol.asyncDispose]() {
      for (const filler of fillers) filler.destroy()
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
