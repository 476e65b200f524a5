/**
 * The arrows of the program: what each folder of `src/` is for, and which other folders it may
 * import. The lint rules (`oxlint.config.ts`) and the table in docs/architecture.md (`npm run
 * readme`) are made from it. Everything may import `model/`, which imports nothing but the
 * library of its schema.
 */
export interface Room {
  readonly does: string
  /** Folders that it may import, besides the model. */
  readonly imports: readonly string[]
  /** Pure: neither Node.js nor a package may be imported. */
  readonly pure?: true
}

export const ROOMS: Readonly<Record<string, Room>> = {
  model: {
    does: 'the words and types: rung, owner, observation, finding, packet',
    imports: [],
    pure: true,
  },
  knowledge: {
    does: 'facts about the world, each once: hosts, shapes of credentials, products (a row in a list, or a file of its own)',
    imports: [],
    pure: true,
  },
  evidence: {
    does: 'error, headers, body to facts: the only place where prose is matched',
    imports: ['knowledge'],
    pure: true,
  },
  redaction: { does: 'takes secrets out, makes foreign text harmless', imports: ['knowledge'] },
  settings: {
    does: 'inputs, files, environment; what is wrong with them',
    imports: ['knowledge', 'redaction', 'application'],
  },
  'command-line': {
    does: 'what may be typed: commands, flags, help, completion',
    imports: ['knowledge', 'settings'],
  },
  application: {
    does: "what the checkout says of the application's own call",
    imports: ['knowledge', 'egress'],
  },
  egress: {
    does: 'one file for each client: proxy decision, trust stores',
    imports: ['knowledge'],
  },
  routes: { does: 'what to call, with which SDK client', imports: ['knowledge'] },
  wire: {
    does: 'sockets only: lookup, connect, tunnel, handshake, traced agent',
    imports: ['knowledge', 'evidence'],
  },
  probes: {
    does: 'observe: the request, the investigations, the token; blame nobody',
    imports: ['knowledge', 'evidence', 'routes', 'wire', 'browser'],
  },
  rules: {
    does: 'one conclusion each: evidence to finding',
    imports: ['knowledge', 'evidence'],
    pure: true,
  },
  reports: {
    does: 'one artifact each: packet to text; decide nothing',
    imports: ['knowledge', 'redaction'],
    pure: true,
  },
  run: {
    does: "the story of a run: one route's attempts and second round, the judge, the ladder, the packet",
    imports: [
      'knowledge',
      'settings',
      'application',
      'egress',
      'routes',
      'probes',
      'evidence',
      'wire',
      'rules',
      'redaction',
      'reports',
    ],
  },
  packets: {
    does: 'stored packets: read, compare, aggregate',
    imports: ['knowledge', 'redaction', 'reports'],
  },
  browser: {
    does: 'keys and direct calls in a front-end bundle',
    imports: ['knowledge', 'redaction'],
  },
  explain: {
    does: 'a log instead of sockets, for the same rules',
    imports: ['knowledge', 'evidence', 'settings', 'wire', 'rules', 'run', 'redaction', 'reports'],
  },
  inside: {
    does: 'the same probes in a container, a pod, another host',
    imports: [
      'application',
      'knowledge',
      'evidence',
      'settings',
      'egress',
      'routes',
      'wire',
      'rules',
      'run',
      'redaction',
      'packets',
      'explain',
      'doors',
      'probes',
    ],
  },
  github: {
    does: 'the only writer to the runner and to the GitHub API',
    imports: ['wire', 'settings', 'redaction', 'reports', 'packets'],
  },
  demo: {
    does: 'servers and faults on loopback, for `demo` and for the tests',
    imports: ['knowledge', 'wire'],
  },
  functions: { does: 'the preflight as a function of a cloud, guarded by a token', imports: [] },
  doors: {
    does: 'action and command line: read, run, write',
    imports: [
      'knowledge',
      'command-line',
      'settings',
      'application',
      'egress',
      'run',
      'packets',
      'redaction',
      'reports',
      'inside',
      'browser',
      'github',
      'explain',
      'demo',
      'wire',
      'probes',
    ],
  },
}

/** Packages that only these folders may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  valibot: ['model', 'packets'],
  undici: ['wire', 'github'],
  openai: ['routes', 'probes'],
  '@actions/*': ['github', 'doors', 'probes'],
  '@azure/*': ['probes'],
}
