/** What one run of curl left: its exit code, its own line, its address lines, and the transfer. */
export interface CurlRun {
  readonly exit: number
  readonly written: Readonly<Record<string, string>>
  readonly lines: readonly string[]
  /** Heads and body as `--include` prints them. */
  readonly transfer: Buffer
  /** Addresses of the name by `getent`; empty where there is none. */
  readonly addresses: readonly string[]
  readonly tls: string
}

/** Values of the shell side by name; `undefined` when they are none. */
export function shellValues(payload: string): ReadonlyMap<string, Buffer> | undefined {
  const values = new Map<string, Buffer>()
  for (const part of payload.split(',')) {
    if (part === '') continue
    const colon = part.indexOf(':')
    if (colon < 1) return undefined
    const text = part.slice(colon + 1)
    // Where there is no base64, `od` writes hexadecimal and says so.
    const bytes = text.startsWith('_')
      ? Buffer.from(text.slice(1), 'hex')
      : Buffer.from(text, 'base64')
    values.set(part.slice(0, colon), bytes)
  }
  return values
}

export function curlRun(values: ReadonlyMap<string, Buffer>, tls: string): CurlRun {
  const lines = (values.get('heard')?.toString('latin1') ?? '').split('\n')
  const after = (tag: string): string | undefined =>
    lines.findLast((line) => line.startsWith(`[${tag}] `))?.slice(tag.length + 3)
  const body = after('body') ?? ''
  let transfer = body.startsWith('_')
    ? Buffer.from(body.slice(1), 'hex')
    : Buffer.from(body, 'base64')
  let told = after('w')
  if (told === undefined) {
    // A curl before 7.63 writes its line behind the body.
    const text = transfer.toString('latin1')
    const at = text.lastIndexOf('\n[w] ')
    if (at !== -1) {
      told = text.slice(at + 5)
      transfer = transfer.subarray(0, at)
    }
  }
  const [pairs = '', ...message] = (told ?? '').split(';msg=')
  const written = Object.fromEntries(
    pairs.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
  return {
    exit: Number(after('exit') ?? -1),
    written: { ...written, msg: message.join(';msg=').trim() },
    lines: lines.filter((line) => line.startsWith('*')),
    transfer,
    addresses: (values.get('getent')?.toString('latin1') ?? '').split('\n').filter(Boolean),
    tls,
  }
}

/** One response head, that of a proxy or of the server. */
export interface Head {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
}

/** Every head of the transfer, that of the proxy first, and the bytes behind the last one. */
export function splitTransfer(
  transfer: Buffer,
  tunnelled: boolean,
): { readonly heads: readonly Head[]; readonly body: Buffer } {
  const heads: Head[] = []
  let finals = tunnelled ? 2 : 1
  let rest = transfer
  while (rest.subarray(0, 5).toString('latin1') === 'HTTP/') {
    const crlf = rest.indexOf('\r\n\r\n')
    const bare = rest.indexOf('\n\n')
    const end =
      crlf !== -1 && (bare === -1 || crlf < bare) ? crlf + 4 : bare === -1 ? rest.length : bare + 2
    const [statusLine = '', ...lines] = rest.subarray(0, end).toString('latin1').split(/\r?\n/)
    const headers = lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0
        ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
        : []
    })
    heads.push({ status: Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0), headers })
    rest = rest.subarray(end)
    // A body may begin with the same five letters.
    if ((heads.at(-1)?.status ?? 0) >= 200) finals -= 1
    if (finals === 0) break
  }
  return { heads, body: rest }
}
