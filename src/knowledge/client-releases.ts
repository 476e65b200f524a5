import type { Client } from '../model/index.ts'

/** A rule that came with a release. */
export interface RuleChange {
  /** Of each line of releases the first that has it: `24.0`, and `22.21` before it. */
  readonly since: readonly string[]
  /** After "since 24.0 it …". */
  readonly what: string
  /** A page, or what it was measured with. */
  readonly source: string
}

interface ClientReleases {
  /** Whose release decides: the client's own, or that of a library that it sends with. */
  readonly of: string
  readonly changes: Readonly<Record<string, RuleChange>>
}

const LIBCURL_COMMAS = {
  since: ['8.9'],
  what: 'takes NO_PROXY apart at commas only, no longer at spaces',
  source: 'https://github.com/curl/curl/pull/13789',
} as const

/** Where the way of a client depends on its release. `egress/` asks for these by their names. */
export const CLIENT_RELEASES = {
  node: {
    of: 'Node.js',
    changes: {
      environmentProxy: {
        since: ['24.0', '22.21'],
        what: 'reads proxy variables where NODE_USE_ENV_PROXY is 1',
        source: 'https://nodejs.org/api/cli.html#node_use_env_proxy1',
      },
      environmentProxyFlag: {
        since: ['24.5', '22.21'],
        what: 'reads proxy variables with --use-env-proxy',
        source: 'https://nodejs.org/api/cli.html#--use-env-proxy',
      },
      systemRoots: {
        since: ['24.6', '22.19'],
        what: 'adds the system store where NODE_USE_SYSTEM_CA is 1',
        source: 'https://github.com/nodejs/node/pull/59276',
      },
      everyAddress: {
        since: ['20.0'],
        what: 'dials the other addresses of a name too, and not only the first',
        source: 'https://nodejs.org/api/net.html#socketconnectoptions-connectlistener',
      },
    },
  },
  bun: {
    of: 'Bun',
    changes: {
      moreForms: {
        since: ['1.4'],
        what: 'reads ALL_PROXY, and in NO_PROXY patterns, ports, ranges and spaces',
        source: 'measured with 1.4.0, and not so with 1.3.14',
      },
      emptyPassedOver: {
        since: ['1.3.12'],
        what: 'passes over an empty https_proxy where HTTPS_PROXY is set',
        source: 'measured with 1.3.12, and not so with 1.3.10',
      },
      wholeNames: {
        since: ['1.3.10'],
        what: 'compares NO_PROXY with whole names, in any case',
        source: 'measured with 1.3.10, and not so with 1.3.6',
      },
      opensslRoots: {
        since: ['1.3.6'],
        what: 'adds SSL_CERT_FILE and SSL_CERT_DIR to its roots',
        source: 'measured with 1.3.6, and not so with 1.3.0; what lies between was not measured',
      },
    },
  },
  deno: {
    of: 'Deno',
    changes: {
      extraRoots: {
        since: ['2.8'],
        what: 'reads NODE_EXTRA_CA_CERTS',
        source: 'measured with 2.8.3, and not so with 2.7.14',
      },
    },
  },
  python: {
    of: 'Python',
    changes: {
      strict: {
        since: ['3.13'],
        what: 'verifies by the letter of RFC 5280, and lets a chain end in any trusted certificate',
        source: 'https://docs.python.org/3/library/ssl.html#ssl.create_default_context',
      },
    },
  },
  go: {
    of: 'Go',
    changes: {
      anyScheme: {
        since: ['1.23'],
        what: 'speaks socks5h, and HTTP with a proxy of a scheme that it does not know',
        source: 'https://go.dev/issue/24135',
      },
    },
  },
  java: { of: 'the JDK', changes: {} },
  dotnet: {
    of: '.NET',
    changes: {
      socks: {
        since: ['6.0'],
        what: 'speaks SOCKS',
        source: 'https://learn.microsoft.com/dotnet/core/whats-new/dotnet-6',
      },
    },
  },
  ruby: {
    of: 'Ruby',
    changes: {
      addressesTogether: {
        since: ['3.4'],
        what: 'dials the next address after 250 ms, and no longer only when one has failed',
        source: 'https://docs.ruby-lang.org/en/3.4/NEWS_md.html',
      },
    },
  },
  php: { of: 'libcurl', changes: { commas: LIBCURL_COMMAS } },
  rust: {
    of: 'reqwest',
    changes: {
      matcher: {
        since: ['0.12.16'],
        what: 'passes over a proxy variable with a space or line break around it, and an empty HTTPS_PROXY hides https_proxy',
        source: 'https://github.com/seanmonstar/reqwest/pull/2681',
      },
    },
  },
  curl: {
    of: 'curl',
    changes: {
      commas: LIBCURL_COMMAS,
      missingFile: {
        since: ['8.23'],
        what: 'fails on a missing SSL_CERT_FILE although SSL_CERT_DIR is there',
        source: 'measured with 8.23, and not so with 7.88; what lies between was not measured',
      },
    },
  },
} as const satisfies Readonly<Record<Client, ClientReleases>>

export type ChangeOf<Of extends Client> = keyof (typeof CLIENT_RELEASES)[Of]['changes']

/** The changes of any client, in the order of the table. */
export function changesOf(client: Client): readonly (readonly [name: string, RuleChange])[] {
  const { changes }: ClientReleases = CLIENT_RELEASES[client]
  return Object.entries(changes)
}

/** Whether a release (`v24.21.0`, `0.12.15`) has what came with one of these. */
export function hasFeature(release: string, since: readonly string[]): boolean {
  const own = numbers(release)
  const starts = since.map(numbers).toSorted(compare)
  return starts.some(
    (start, at) => compare(own, start) >= 0 && (at === starts.length - 1 || sameLine(own, start)),
  )
}

/** Before the last number that is written: `22.21` is in the line 22, `0.12.16` in 0.12. */
function sameLine(own: readonly number[], start: readonly number[]): boolean {
  return start.slice(0, -1).every((part, at) => own[at] === part)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = [0, 1, 2].find((one) => (a[one] ?? 0) !== (b[one] ?? 0))
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

function numbers(text: string): readonly number[] {
  return (/\d+(?:\.\d+){0,2}/.exec(text)?.[0] ?? '').split('.').map(Number)
}
