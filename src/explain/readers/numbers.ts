import type { Layer } from '../../evidence/failure.ts'

/** What a number of an operating system means, in libuv's name, and the layer it belongs to by itself. */
export interface Meaning {
  readonly errno: string
  readonly layer: Layer
}

const row = (errno: string, layer: Layer): Meaning => ({ errno, layer })

/**
 * errno by number: Linux (asm-generic/errno.h), macOS (sys/errno.h), Windows sockets (winsock2.h,
 * 10000 and up). A number that means different things on Linux and macOS is left out.
 */
export const ERRNO_NUMBERS: Readonly<Record<string, Meaning>> = {
  32: row('EPIPE', 'tcp'),
  99: row('EADDRNOTAVAIL', 'tcp'),
  100: row('ENETDOWN', 'tcp'),
  101: row('ENETUNREACH', 'tcp'),
  103: row('ECONNABORTED', 'tcp'),
  104: row('ECONNRESET', 'http'),
  110: row('ETIMEDOUT', 'tcp'),
  111: row('ECONNREFUSED', 'tcp'),
  112: row('EHOSTDOWN', 'tcp'),
  113: row('EHOSTUNREACH', 'tcp'),
  49: row('EADDRNOTAVAIL', 'tcp'),
  50: row('ENETDOWN', 'tcp'),
  51: row('ENETUNREACH', 'tcp'),
  53: row('ECONNABORTED', 'tcp'),
  54: row('ECONNRESET', 'http'),
  60: row('ETIMEDOUT', 'tcp'),
  61: row('ECONNREFUSED', 'tcp'),
  64: row('EHOSTDOWN', 'tcp'),
  65: row('EHOSTUNREACH', 'tcp'),
  10013: row('EACCES', 'tcp'),
  10048: row('EADDRNOTAVAIL', 'tcp'),
  10049: row('EADDRNOTAVAIL', 'tcp'),
  10050: row('ENETDOWN', 'tcp'),
  10051: row('ENETUNREACH', 'tcp'),
  10053: row('ECONNABORTED', 'tcp'),
  10054: row('ECONNRESET', 'http'),
  10060: row('ETIMEDOUT', 'tcp'),
  10061: row('ECONNREFUSED', 'tcp'),
  10064: row('EHOSTDOWN', 'tcp'),
  10065: row('EHOSTUNREACH', 'tcp'),
  11001: row('ENOTFOUND', 'dns'),
  11002: row('EAI_AGAIN', 'dns'),
  11003: row('EAI_FAIL', 'dns'),
  11004: row('EAI_NODATA', 'dns'),
  /** getaddrinfo on Linux (netdb.h) and, as positive numbers, on macOS. */
  '-2': row('ENOTFOUND', 'dns'),
  '-3': row('EAI_AGAIN', 'dns'),
  '-4': row('EAI_FAIL', 'dns'),
  '-5': row('EAI_NODATA', 'dns'),
  '-11': row('EAI_SYSTEM', 'dns'),
  8: row('ENOTFOUND', 'dns'),
  '-104': row('ECONNRESET', 'http'),
  '-110': row('ETIMEDOUT', 'tcp'),
  '-111': row('ECONNREFUSED', 'tcp'),
  '-113': row('EHOSTUNREACH', 'tcp'),
  '-101': row('ENETUNREACH', 'tcp'),
}

/** The layer on which a name of libuv occurs when nothing else is said. */
export const ERRNO_LAYERS: Readonly<Record<string, Layer>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  EAI_SYSTEM: 'dns',
  EAI_SERVICE: 'dns',
  ESERVFAIL: 'dns',
  EREFUSED: 'dns',
  ECONNREFUSED: 'tcp',
  // A reset that is not said to be of `connect` was read on an open connection.
  ECONNRESET: 'http',
  ETIMEDOUT: 'tcp',
  EHOSTUNREACH: 'tcp',
  ENETUNREACH: 'tcp',
  EHOSTDOWN: 'tcp',
  ENETDOWN: 'tcp',
  EADDRNOTAVAIL: 'tcp',
  EAFNOSUPPORT: 'tcp',
  EPIPE: 'http',
  EPROTO: 'tls',
}
