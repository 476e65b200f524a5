import { spawn } from 'node:child_process'

/** What a program wrote to a terminal, and how it ended. */
export interface Seen {
  /** Everything that the terminal got, escape sequences included. */
  readonly screen: string
  readonly code: number | null
}

/**
 * Runs a command on a terminal of its own (`script` of util-linux), 100 columns wide.
 * @param typed called with everything seen so far; what it returns is typed
 */
export function onTerminal(
  command: readonly string[],
  {
    env = {},
    cwd,
    typed = () => undefined,
    timeoutMs = 30_000,
  }: {
    readonly env?: Readonly<Record<string, string>>
    readonly cwd?: string
    readonly typed?: (screen: string) => string | undefined
    readonly timeoutMs?: number
  } = {},
): Promise<Seen> {
  const line = command.map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ')
  return new Promise((done, fail) => {
    const child = spawn('script', ['-qefc', `stty cols 100 rows 50; ${line}`, '/dev/null'], {
      env: { TERM: 'xterm-256color', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...env },
      cwd,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const clock = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    let screen = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (text: string) => {
      screen += text
      const keys = typed(screen)
      if (keys !== undefined) child.stdin.write(keys)
    })
    child.once('error', fail)
    child.once('close', (code) => {
      clearTimeout(clock)
      done({ screen, code })
    })
  })
}

/** As {@link onTerminal} wants it: Ctrl-C once, when this was seen. */
export function pressing(keys: string, when: RegExp): (screen: string) => string | undefined {
  let pressed = false
  return (screen) => {
    if (pressed || !when.test(screen)) return undefined
    pressed = true
    return keys
  }
}
