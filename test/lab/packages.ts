/** Real peers from Debian, started on this machine's loopback and stopped by their process id. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { run, SYSTEM_PATH, whichProgram } from './namespace.ts'
import { tolerate } from '../loopback/listen.ts'

/** Longest time that a daemon may take until it listens, milliseconds. */
const READY_MS = 10_000

export interface Daemon extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** `http://HOST:PORT` */
  readonly url: string
  readonly folder: string
}

export interface DaemonOptions {
  readonly program: string
  /** Given the folder with the files. */
  readonly args: (folder: string) => readonly string[]
  readonly files: (folder: string) => Readonly<Record<string, string>>
  readonly host?: string
  readonly port: number
  /** A user that the daemon changes to when root starts it: the folder becomes its own. */
  readonly user?: string
  readonly prepare?: (folder: string) => Promise<void>
  readonly env?: Readonly<Record<string, string>>
  /** Ready when it accepts a TCP connection, or after its own words for those that only speak UDP. */
  readonly ready?: 'tcp'
}

/** Full path of a program, or an error that says which one is missing. */
export function program(name: string): string {
  const found = whichProgram(name)
  if (found === undefined) throw new Error(`${name} is not installed: see test/lab/install.sh`)
  return found
}

export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { host = '127.0.0.1', port } = options
  const folder = mkdtempSync(path.join(os.tmpdir(), `preflight-${path.basename(options.program)}-`))
  chmodSync(folder, 0o755)
  for (const [name, text] of Object.entries(options.files(folder))) {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    if (name.endsWith('.sh')) chmodSync(file, 0o755)
  }
  await options.prepare?.(folder)
  if (options.user !== undefined && process.getuid?.() === 0) await give(folder, options.user)
  const child = spawn(program(options.program), options.args(folder), {
    cwd: folder,
    env: { PATH: SYSTEM_PATH, HOME: folder, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer): void => {
    if (said.length < 20_000) said += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const gone = once(child, 'exit')
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  const until = performance.now() + READY_MS
  while (!(await accepts(host, port))) {
    if (ended || performance.now() > until) {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
      throw new Error(`${options.program} did not start: ${said.slice(-600)}`)
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  return {
    host,
    port,
    folder,
    url: `http://${host}:${String(port)}`,
    async [Symbol.asyncDispose]() {
      // SIGTERM lets Squid wait for its clients.
      child.kill('SIGKILL')
      if (!ended) await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port })
    tolerate(socket)
    const end = (ready: boolean): void => {
      socket.destroy()
      resolve(ready)
    }
    socket.setTimeout(500, () => {
      end(false)
    })
    socket.once('connect', () => {
      end(true)
    })
    socket.once('error', () => {
      end(false)
    })
  })
}

async function give(folder: string, user: string): Promise<void> {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`))
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  await run('chown', ['-R', `${String(uid)}:${String(gid)}`, folder])
}
