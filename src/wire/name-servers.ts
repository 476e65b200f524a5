import { entryOf, type NameServerAnswer } from '../model/index.ts'
import { Resolver, getServers } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { resolved } from '../knowledge/addresses.ts'
import { errnoOf } from '../evidence/failure.ts'

/** c-ares errors in the words of DNS (RFC 1035 §4.1.1, IANA rcodes). */
const ANSWERS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'NXDOMAIN',
  ENODATA: 'NODATA',
  ESERVFAIL: 'SERVFAIL',
  EREFUSED: 'REFUSED',
  EFORMERR: 'FORMERR',
  ENOTIMP: 'NOTIMP',
  ETIMEOUT: 'TIMEOUT',
  ECONNREFUSED: 'PORT_CLOSED',
  EBADRESP: 'GARBAGE',
  ECANCELLED: 'TIMEOUT',
}

/** The C library asks three. */
const MOST_SERVERS = 4
/** An answer over UDP holds about as many addresses, and fewer aliases. */
const MOST_ADDRESSES = 16
/** As many as glibc took before 2.26; resolv.conf of a cluster has three to six. */
const MOST_SEARCHED = 6

/** The name servers of this machine, as c-ares reads them. */
export function nameServers(servers: readonly string[] = getServers()): readonly string[] {
  return servers.slice(0, MOST_SERVERS)
}

/** Asks one server one question. Never throws: a failure is an answer too. */
export async function askServer(
  server: string,
  host: string,
  type: 'A' | 'AAAA',
  timeoutMs: number,
  signal: AbortSignal,
): Promise<NameServerAnswer> {
  const startedMs = performance.now()
  const elapsedMs = (): number => Math.round(performance.now() - startedMs)
  const resolver = new Resolver({ timeout: Math.round(timeoutMs), tries: 1 })
  const cancel = (): void => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    resolver.setServers([server])
    // A trailing dot: the search list is getaddrinfo's business.
    const absolute = host.endsWith('.') ? host : `${host}.`
    const found =
      type === 'A' ? await resolver.resolve4(absolute) : await resolver.resolve6(absolute)
    const cnames = signal.aborted ? [] : await resolver.resolveCname(absolute).catch(() => [])
    return {
      answer: found.length === 0 ? 'NODATA' : 'NOERROR',
      addresses: found.slice(0, MOST_ADDRESSES).map(resolved),
      cnames: cnames.slice(0, MOST_ADDRESSES),
      elapsedMs: elapsedMs(),
    }
  } catch (error) {
    const errno = typeof error === 'object' && error !== null ? errnoOf(error) : undefined
    return {
      answer: (errno === undefined ? undefined : entryOf(ANSWERS, errno)) ?? errno ?? 'FAILED',
      addresses: [],
      cnames: [],
      elapsedMs: elapsedMs(),
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** The line of the hosts file that names this host, if there is one. */
export function hostsFileEntry(
  host: string,
  read: (path: string) => string | undefined = readText,
): string | undefined {
  const path =
    process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts'
  for (const line of (read(path) ?? '').split('\n')) {
    const [address, ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/)
    if (address && names.some((name) => name.toLowerCase() === host.toLowerCase())) return address
  }
  return undefined
}

/** How getaddrinfo makes other names of one (resolv.conf(5)); nothing where there is no such file. */
export function searching(read: (path: string) => string | undefined = readText): {
  readonly searchList: readonly string[]
  readonly ndots: number
} {
  const lines = (read('/etc/resolv.conf') ?? '').split('\n')
  const last = lines.findLast((line) => /^\s*(search|domain)\s/.test(line))
  const dots = lines.findLast((line) => /^\s*options\s.*\bndots:\d/.test(line))
  return {
    searchList:
      last === undefined
        ? []
        : last
            .trim()
            .split(/\s+/)
            .slice(1, MOST_SEARCHED + 1),
    // glibc: 1 where nothing says, at most 15.
    ndots: Math.min(15, Number(/\bndots:(\d{1,3})/.exec(dots ?? '')?.[1] ?? 1)),
  }
}

/** Text of a file of the system; `undefined` when it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
