/**
 * The promises of the contract, each by the function or type that keeps it, with the test that
 * notices when it does not. The table in docs/architecture.md is made from it (`npm run readme`);
 * `npm run mutate promises` breaks each in a copy and runs its test.
 */
export interface Promised {
  readonly promise: 1 | 2 | 3 | 4 | 5 | 6
  readonly says: string
  readonly file: string
  /** Function or class, declared once in the file; its comment says "Promise N". */
  readonly holder: string
  /** A change of the holder that breaks the promise: text that stands once in the file. */
  readonly mutant: readonly [before: string, after: string]
  readonly test: { readonly file: string; readonly title: string }
}

export const PROMISES: readonly Promised[] = [
  {
    promise: 1,
    says: 'the key goes to the configured host and nowhere else',
    file: 'src/settings/key-home.ts',
    holder: 'keyHome',
    mutant: ['if (!destination.fromFile) return', 'if (destination.baseUrl) return'],
    test: {
      file: 'test/settings/key-home.test.ts',
      title: 'on an event of strangers a resource of Azure that only the file names is closed',
    },
  },
  {
    promise: 1,
    says: 'never over an unverified TLS connection',
    file: 'src/wire/handshake.ts',
    holder: 'shakeHands',
    mutant: ['rejectUnauthorized: true', 'rejectUnauthorized: false'],
    test: {
      file: 'test/wire/request.test.ts',
      title: 'never travels over a connection that is not verified',
    },
  },
  {
    promise: 1,
    says: 'never over plain HTTP to a public address',
    file: 'src/wire/traced-agent.ts',
    holder: 'keepKeyOutOfClearText',
    mutant: ['if (!showsKey(way, destination, address)) return', 'if (showsKey) return'],
    test: {
      file: 'test/hostile/hanging.lab.test.ts',
      title: 'plain HTTP to a public address sends no byte',
    },
  },
  {
    promise: 1,
    says: 'never across a redirect to another origin',
    file: 'src/wire/exchange.ts',
    holder: 'sameOriginTarget',
    mutant: ['target?.origin === from.origin ? target', 'target?.origin !== undefined ? target'],
    test: {
      file: 'test/wire/request.test.ts',
      title: 'does not follow a redirect to another origin',
    },
  },
  {
    promise: 2,
    says: 'a secret is an object that prints as its name',
    file: 'src/model/secret.ts',
    holder: 'Secret',
    mutant: ['toJSON(): string {\n    return MASK', 'toJSON(): string {\n    return this.#value'],
    test: {
      file: 'test/redaction/redactor.test.ts',
      title: 'a secret prints as stars, however it is turned into text',
    },
  },
  {
    promise: 2,
    says: 'no secret leaves in any encoding, and what was removed is counted',
    file: 'src/redaction/redactor.ts',
    holder: 'createRedactor',
    mutant: [
      "value === '' ? [] : rangesToRemove(value, literals, shapes)",
      'rangesToRemove(value, literals, shapes).slice(1)',
    ],
    test: { file: 'test/redaction/redactor.test.ts', title: 'is removed when it is %s' },
  },
  {
    promise: 3,
    says: 'no text of a server is a command to the runner',
    file: 'src/redaction/neutralise.ts',
    holder: 'withoutCommands',
    mutant: [".replaceAll('##[', '# #[')", ''],
    test: { file: 'test/redaction/neutralise.test.ts', title: 'are broken: %j' },
  },
  {
    promise: 3,
    says: 'no text of a server is Markdown or HTML',
    file: 'src/redaction/neutralise.ts',
    holder: 'markdown',
    mutant: [
      'return found.length === 1 ? entity(found) : markdownCode(found, 700)',
      'return found',
    ],
    test: {
      file: 'test/redaction/neutralise.test.ts',
      title: 'Markdown prose has no markup, mention, reference or foreign link',
    },
  },
  {
    promise: 3,
    says: 'a body is read up to 64 KiB',
    file: 'src/wire/body.ts',
    holder: 'readBody',
    mutant: ['if (bytes.length > room) {', 'if (bytes.length > room * 64) {'],
    test: {
      file: 'test/wire/body.test.ts',
      title: 'a body is read up to 64 KiB, whatever it is encoded in: %s',
    },
  },
  {
    promise: 4,
    says: 'the run ends with the deadline, also when its thread is blocked',
    file: 'src/doors/watchdog.ts',
    holder: 'watchdogFor',
    mutant: [
      'performance.timeOrigin + limits.deadlineMs + WATCHDOG_MS',
      'performance.timeOrigin + limits.deadlineMs + 60 * WATCHDOG_MS',
    ],
    test: {
      file: 'test/hostile/watchdog.test.ts',
      title: '%s ends with outputs and packet, within the deadline plus 2 s',
    },
  },
  {
    promise: 4,
    says: 'a limit never turns into a pass',
    file: 'src/run/judge.ts',
    holder: 'stoppedAt',
    mutant: ['outcome.because === OUT_OF_TIME)', "outcome.because === '')"],
    test: {
      file: 'test/properties/judge.test.ts',
      title: '%s is no failure',
    },
  },
  {
    promise: 5,
    says: 'one minimal completion an attempt, nothing at the depths route and auth',
    file: 'src/model/endpoints.ts',
    holder: 'endpointFacts',
    mutant: ['const FEWEST_TOKENS = 16', 'const FEWEST_TOKENS = 4096'],
    test: { file: 'test/routes/cost.test.ts', title: '%s asks for one smallest answer' },
  },
  {
    promise: 6,
    says: 'a successful real request outranks every side probe',
    file: 'src/run/judge.ts',
    holder: 'judge',
    mutant: ['const deciding = proven\n', 'const deciding = proven && matched.length === 0\n'],
    test: {
      file: 'test/properties/judge.test.ts',
      title: 'passes, and what rules say of its road is kept beside it',
    },
  },
]
