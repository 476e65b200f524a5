import type { RemoteOrder } from './draft.ts'

/** Version and TLS library of a curl, from the first line of `curl --version`. */
export interface CurlVersion {
  readonly text: string
  readonly major: number
  readonly minor: number
  readonly tls: string
}

export function curlVersion(line: string): CurlVersion {
  const [, text = '', major = '0', minor = '0'] = /^curl ((\d+)\.(\d+)[\d.]*)/.exec(line) ?? []
  const tls = /\b(OpenSSL|LibreSSL|BoringSSL|GnuTLS|wolfSSL|mbedTLS|NSS|Schannel)\//i.exec(line)
  return { text, major: Number(major), minor: Number(minor), tls: tls?.[1] ?? '' }
}

/** What curl prints behind its transfer, one line; the message stands last because it is free text. */
const WRITE_OUT =
  '\\n[w] code=%{http_code};connect=%{http_connect};ip=%{remote_ip};lip=%{local_ip};dns=%{time_namelookup};tcp=%{time_connect};tls=%{time_appconnect};pre=%{time_pretransfer};first=%{time_starttransfer};total=%{time_total};verify=%{ssl_verify_result};http=%{http_version};msg=%{errormsg}\\n'

/** The lines in front of `remote.sh`: one variable each, quoted so that nothing is expanded. */
export function shellPrologue(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `preflight_${name}=${singleQuoted(value)}\n`)
    .join('')
}

/** The order as variables of the shell side. The key is among them only when the order holds one. */
export function shellOrder(order: RemoteOrder, curl: CurlVersion, pinTo?: string): string {
  const key = order.request.headers.find(
    ([, value]) => order.keySlot !== '' && value.includes(order.keySlot),
  )
  return shellPrologue({
    mark: order.mark,
    do: order.do,
    host: order.host,
    request: curlConfig(order, curl, pinTo),
    keyheader: key?.[0] ?? '',
    scheme: key?.[1].replace(order.keySlot, '') ?? '',
    variable: order.keyVariable,
    given: order.key ?? '',
    salt: order.salt,
  })
}

/**
 * One transfer as a configuration for `curl -K -`: verified, without redirects, on the way out that
 * the environment of the target names. The header with the key is not in it.
 */
function curlConfig(order: RemoteOrder, curl: CurlVersion, pinTo: string | undefined): string {
  const { request, secure } = order
  const { host, port } = order.proxy ?? order
  const lines: (readonly [string, string] | readonly [string])[] = [
    ['url', `${secure ? 'https' : 'http'}://${request.host}${request.target}`],
    ['request', request.method],
    ['silent'],
    ['verbose'],
    ['include'],
    ['proto', secure ? '=https' : '=http'],
    ['max-time', (order.timeoutMs / 1000).toFixed(3)],
    // Since 7.63 the line goes to standard error and survives a body that is cut.
    ['write-out', `${isAtLeast(curl, 7, 63) ? '%{stderr}' : ''}${WRITE_OUT}`],
    // A transfer of more is cut where it is read; this saves the rest of the way.
    ['max-filesize', '8388608'],
  ]
  if (pinTo !== undefined) lines.push(['resolve', `${host}:${port}:${pinTo}`])
  for (const [name, value] of request.headers) {
    if (order.keySlot === '' || !value.includes(order.keySlot)) {
      lines.push(['header', `${name}: ${value}`])
    }
  }
  if (request.body !== undefined) lines.push(['data-binary', request.body])
  return lines
    .map(([name, value]) => (value === undefined ? name : `${name} = "${escaped(value)}"`))
    .join('\n')
}

function isAtLeast({ major, minor }: CurlVersion, least: number, leastMinor: number): boolean {
  return major > least || (major === least && minor >= leastMinor)
}

/** curl(1), `--config`: in double quotes a backslash takes the next character. */
function escaped(text: string): string {
  return text.replaceAll(/[\\"]/g, '\\$&').replaceAll(/[\r\n]+/g, ' ')
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`).replaceAll('\0', '')}'`
}
