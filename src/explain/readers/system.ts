import { entryOf } from '../../model/index.ts'
import { ERRNO_LAYERS, ERRNO_NUMBERS } from './numbers.ts'
import { failure, says, tells, type Signature } from './signature.ts'

/** Host names and addresses as they stand in messages. */
export const HOST = String.raw`[A-Za-z\d](?:[\w.-]{0,252}[A-Za-z\d])?`

/** A name that is too short to be searched for alone, with what stands around it. */
function around(name: string): readonly string[] {
  return [
    `write ${name}`,
    `read ${name}`,
    `: '${name}'`,
    `"${name}"`,
    `: ${name}`,
    `(${name})`,
  ].filter((literal) => literal.length >= 8)
}

const CALLS: Readonly<Record<string, 'dns' | 'tcp' | 'http'>> = {
  getaddrinfo: 'dns',
  queryA: 'dns',
  queryAaaa: 'dns',
  connect: 'tcp',
  bind: 'tcp',
  read: 'http',
  write: 'http',
}

/**
 * Names, numbers and words of the operating system, printed by every client: libuv names
 * (`connect ECONNREFUSED 192.0.2.1:443`), `[Errno 111]`, `WinError 10061`, `os error 104`,
 * strerror and gai_strerror of glibc, musl, macOS and Windows.
 */
export const SYSTEM: readonly Signature[] = [
  tells(
    Object.keys(ERRNO_LAYERS).flatMap((name) =>
      name.length < 8 ? around(name.toLowerCase()) : [name.toLowerCase()],
    ),
    /(?:\b(getaddrinfo|queryA|queryAaaa|connect|read|write|bind) )?\b(E(?:NOTFOUND|AI_[A-Z]{4,10}|SERVFAIL|REFUSED|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|ADDRNOTAVAIL|AFNOSUPPORT|PIPE|PROTO))\b(?: ([\w.:[\]%-]{1,255}))?/,
    (match) => {
      const [, call, errno = '', where = ''] = match
      if (isListed(match)) return undefined
      const layer =
        (call === undefined ? undefined : entryOf(CALLS, call)) ?? entryOf(ERRNO_LAYERS, errno)
      if (layer === undefined) return undefined
      return failure(layer, errno, placeOf(where))
    },
  ),
  tells(
    [
      ...['[errno ', '(errno ', ' errno '].flatMap((before) =>
        '- 1 2 3 4 5 6 7 8 9'.split(' ').map((digit) => `${before}${digit}`),
      ),
      'errno = ',
      'winerror',
      'os error',
      'wsaerror',
      'socket error',
    ],
    /(?:\bErrno (?:= )?|\berrno = |\bWinError |\bos error |WSAError |[Ss]ocket error (?:code )?#?)(-?\d{1,5})\b/,
    ([, number = '']) => byNumber(number),
  ),
  tells(
    [
      'connectionreseterror(',
      'connectionrefusederror(',
      'timeouterror(',
      'gaierror(',
      'oserror(',
      'connectionabortederror(',
      'brokenpipeerror(',
      'socket.error',
    ],
    /\b(?:Connection(?:Reset|Refused|Aborted)Error|TimeoutError|gaierror|OSError|BrokenPipeError|socket\.error)[(:] ?\(?(?:\[Errno )?(-?\d{1,5})[,\]]/,
    ([, number = '']) => byNumber(number),
  ),
  tells(
    [
      'socketexception (',
      'error 1006',
      'error 1005',
      'error 1100',
      'code: 1006',
      'code: 1005',
      'code 1006',
      'code 1005',
    ],
    /(?:\(|\berror:? (?:code:? )?)(1[01]0\d\d)\b/i,
    ([, number = '']) => byNumber(number),
  ),

  // Names: glibc, musl, macOS and BSD, Windows, getent
  says(
    [
      'name or service not known',
      'name does not resolve',
      'nodename nor servname',
      'no address associated with hostname',
      'no such host is known',
      'getaddrinfo failed',
      'host not found',
      'unknown host',
      'could not resolve host',
      'failed to resolve',
      'name resolution error',
      'nameresolutionerror',
      'non-existing domain',
      'failed host lookup',
    ],
    /Name or service not known|\bnon-existing domain\b|Failed host lookup: '|Name does not resolve|nodename nor servname provided|No address associated with hostname|No such host is known|getaddrinfo failed|Host not found|unknown host\b|Could not resolve host(?!name of proxy)|Failed to resolve '|NameResolutionError/i,
    failure('dns', 'ENOTFOUND'),
  ),
  says(
    [
      'temporary failure in name resolution',
      'try again',
      'resource temporarily unavailable',
      'non-authoritative',
    ],
    /Temporary failure in name resolution|\bnxdomain \(temporary\)|gaierror[^\n]{0,20}Try again|Resource temporarily unavailable \([\w.-]{1,255}:\d|nonauthoritative|error occurred during a database lookup/i,
    failure('dns', 'EAI_AGAIN'),
  ),
  tells(
    [
      "failed to resolve '",
      "failed host lookup: '",
      'could not resolve host:',
      'no such host is known. (',
      'not known (',
      'unavailable (',
    ],
    new RegExp(
      String.raw`(?:Failed to resolve '|Failed host lookup: '|Could not resolve host: |(?:known|unavailable)\.? \()(${HOST})`,
      'i',
    ),
    ([, host = '']) => ({ kind: 'host', host: host.toLowerCase() }),
  ),

  // Hosts and ports as .NET, libcurl, Ruby and Go name them in the failure itself
  tells(
    ['refused (', 'timed out (', 'refused it. (', 'reset by peer (', 'unavailable (', 'known. ('],
    new RegExp(String.raw`\((${HOST}):(\d{1,5})\)`),
    hostAndPort,
  ),
  tells(
    ['failed to connect to', 'failed to open tcp connection to'],
    new RegExp(
      String.raw`Failed to (?:connect to|open TCP connection to) \[?(${HOST})\]?(?:(?: port |:)(\d{1,5}))?`,
      'i',
    ),
    hostAndPort,
  ),
  tells(
    'dial tcp ',
    /(?<!proxyconnect tcp: )\bdial tcp (?:\[([\da-fA-F:]{2,45})\]|([\w.-]{1,253})):(\d{1,5}): /,
    ([, six, name, port = '']) => hostAndPort(['', six ?? name ?? '', port]),
  ),

  // Connections: strerror of Linux, macOS and Windows
  says(
    ['connection refused', 'actively refused it'],
    /\bConnection refused\b|actively refused it/i,
    failure('tcp', 'ECONNREFUSED'),
  ),
  says('connect: connection reset', /\bconnect: connection reset\b/i, failure('tcp', 'ECONNRESET')),
  says(
    ['connection reset', 'forcibly closed by the remote host'],
    /\bConnection reset(?: by peer)?\b|forcibly closed by the remote host/i,
    failure('http', 'ECONNRESET'),
  ),
  says(
    [
      'no route to host',
      'host is down',
      'host is unreachable',
      'host unreachable',
      'unreachable host',
    ],
    /\bNo route to host\b|\bHost is (?:down|unreachable)\b|unreachable host/i,
    failure('tcp', 'EHOSTUNREACH'),
  ),
  says(
    ['network is unreachable', 'network is down', 'unreachable network'],
    /\bNetwork is (?:unreachable|down)\b|unreachable network/i,
    failure('tcp', 'ENETUNREACH'),
  ),
  says(
    ['connection timed out', 'did not properly respond after a period', 'connect call failed'],
    /\bConnection timed out\b(?! after \d{1,9} (?:ms|milliseconds) with)|did not properly respond after a period/i,
    failure('tcp', 'ETIMEDOUT'),
  ),
  tells(
    ['nsurlerrordomain'],
    /NSURLErrorDomain[, ]{1,2}(?:Code=|code: |error )?(-\d{3,4})/i,
    ([, code = '']) => entryOf(APPLE, code),
  ),
  says(
    ['connectionrefused', 'is the computer able to access the url'],
    /"ConnectionRefused"|\bConnectionRefused\b(?!Error)/,
    failure('tcp', 'ECONNREFUSED'),
  ),
  says(['broken pipe'], /\bBroken pipe\b/i, failure('http', 'EPIPE')),
  says(
    ['forbidden by its access permissions'],
    /forbidden by its access permissions/i,
    failure('tcp', 'EACCES'),
  ),
]

/** NSURLError of Foundation (developer.apple.com/documentation/foundation/nsurlerror-codes). */
const APPLE: Readonly<Record<string, ReturnType<Signature['read']>>> = {
  '-1001': { kind: 'wrapper', says: 'timeout' },
  '-1003': failure('dns', 'ENOTFOUND'),
  '-1004': failure('tcp', undefined, { code: 'tcp.failed' }),
  '-1005': failure('http', undefined, { code: 'http.closed' }),
  '-1006': failure('dns', undefined, { code: 'dns.failed' }),
  '-1009': failure('tcp', 'ENETUNREACH'),
  '-1200': failure('tls', undefined, { code: 'tls.failed' }),
  '-1201': failure('tls', 'CERT_HAS_EXPIRED'),
  '-1202': failure('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  '-1203': failure('tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  '-1204': failure('tls', 'CERT_NOT_YET_VALID'),
  '-1205': failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
  '-1206': failure('tls', undefined, { code: 'tls.bad_client_auth_cert' }),
}

/** A quoted name that is no value of `code`: the list of errors that a client would retry. */
function isListed({ input, index }: RegExpExecArray): boolean {
  if (!/['"`]/.test(input[index - 1] ?? '')) return false
  return !/(?:code|errno|error|reason|cause|name|exception|message|msg)\W{1,8}$/i.test(
    input.slice(Math.max(0, index - 24), index),
  )
}

function hostAndPort([, host = '', port]: readonly string[]): ReturnType<Signature['read']> {
  return {
    kind: 'host',
    host: host.toLowerCase(),
    ...(port === undefined ? {} : { port: Number(port) }),
  }
}

function byNumber(number: string): ReturnType<Signature['read']> {
  const meaning = entryOf(ERRNO_NUMBERS, number)
  return meaning === undefined ? undefined : failure(meaning.layer, meaning.errno)
}

/** `192.0.2.1:443`, `[2001:db8::1]:443`, `api.example.com`. */
function placeOf(where: string): { host?: string; port?: number } {
  const match =
    /^(?:\[([\da-fA-F:]{2,45})\]|([\da-fA-F:]{2,45}?)|([A-Za-z\d][\w.-]{0,253})):(\d{1,5})$/.exec(
      where,
    )
  if (match !== null) {
    const host = match[1] ?? match[2] ?? match[3] ?? ''
    return { host, port: Number(match[4]) }
  }
  return /^(?=.{1,253}$)[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,8}$/.test(where)
    ? { host: where.toLowerCase() }
    : {}
}
