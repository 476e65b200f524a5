import { CLIENTS, DEPTHS, ENDPOINTS, OCCASIONS, ROUTE_KINDS } from '../model/index.ts'
import type { DurationRange } from './durations.ts'

export const MISSING_KEY = ['auto', 'fail', 'warn', 'skip'] as const
export type MissingKey = (typeof MISSING_KEY)[number]

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

type Kind =
  | {
      readonly kind:
        | 'text'
        | 'secret'
        | 'boolean'
        | 'owners'
        | 'path'
        | 'path-checks'
        | 'percent'
        | 'origin'
        | 'url'
    }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'duration'; readonly range: DurationRange }
  | { readonly kind: 'count'; readonly range: { readonly min: number; readonly max: number } }

/** Headings under which the inputs stand in action.yml, in the README and in the help. */
export const INPUT_GROUPS = {
  call: 'What to call',
  far: 'How far, and how long',
  fails: 'Who fails the job',
  reports: 'Reports',
  places: 'Special places',
} as const

/** One input: read from here as action input, as flag and as line of the help. */
type Entry = Kind & {
  readonly name: string
  /** Literal default; absent where the default comes from the environment or is none. */
  readonly default?: string
  /** What action.yml puts there instead: an expression that only the runner can fill in. */
  readonly actionDefault?: string
  /** Variables that stand in for it, in their order: mostly those that the application's SDK reads. */
  readonly environment?: readonly string[]
  /** Also a setting of a route in the `config` file. */
  readonly perRoute?: true
  readonly description: string
}

/** Every input of the action and flag of the command line, by its group. */
const BY_GROUP = {
  call: [
    {
      name: 'api-key',
      kind: 'secret',
      environment: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
      description:
        'API key that the application uses; masked at once. Default: OPENAI_API_KEY, on Azure AZURE_OPENAI_API_KEY.',
    },
    {
      name: 'base-url',
      kind: 'text',
      environment: ['OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT'],
      perRoute: true,
      description:
        'Base URL exactly as the application uses it. Default: OPENAI_BASE_URL, AZURE_OPENAI_ENDPOINT when only that is set, else https://api.openai.com/v1.',
    },
    {
      name: 'route',
      kind: 'choice',
      choices: ['auto', ...ROUTE_KINDS],
      default: 'auto',
      perRoute: true,
      description: 'Who serves the API: auto (looks at the host), openai, azure or gateway.',
    },
    {
      name: 'endpoint',
      kind: 'choice',
      choices: ['auto', ...ENDPOINTS],
      default: 'auto',
      perRoute: true,
      description: `Endpoint family of the real request: ${ENDPOINTS.slice(0, -1).join(', ')} or ${ENDPOINTS.at(-1)}. auto reads the application's calls in the checkout and says where; where it finds none it uses responses, and on a gateway that lacks that, tries chat-completions before it blames anybody.`,
    },
    {
      name: 'stream',
      kind: 'choice',
      choices: ['auto', 'true', 'false'],
      default: 'auto',
      perRoute: true,
      description:
        "Ask for the answer as a stream of events: true, false, or auto (as the application's call in the checkout does).",
    },
    {
      name: 'model',
      kind: 'text',
      perRoute: true,
      description:
        "The application's model or Azure deployment. Never invented: without it the deepest rung is auth, and the summary says that quota was not tested.",
    },
    {
      name: 'organization',
      kind: 'text',
      environment: ['OPENAI_ORG_ID'],
      perRoute: true,
      description: 'Organization that the key acts for (org-…). Default: OPENAI_ORG_ID.',
    },
    {
      name: 'project',
      kind: 'text',
      environment: ['OPENAI_PROJECT_ID'],
      perRoute: true,
      description: 'Project that the key acts for (proj_…). Default: OPENAI_PROJECT_ID.',
    },
    {
      name: 'api-version',
      kind: 'text',
      environment: ['OPENAI_API_VERSION'],
      perRoute: true,
      description:
        'API version of the classic Azure endpoint, for example 2024-10-21. Default: OPENAI_API_VERSION.',
    },
    {
      name: 'azure-scope',
      kind: 'text',
      perRoute: true,
      description:
        'Scope of the token when the route signs in with Entra ID, for example https://ai.azure.com/.default. Default: what the host of the resource takes.',
    },
    {
      name: 'client',
      kind: 'choice',
      choices: ['auto', ...CLIENTS],
      default: 'auto',
      perRoute: true,
      description:
        'Whose rules for proxies and certificates decide the egress: node, bun, deno, python, go, java, dotnet, ruby, php, rust or curl; auto looks at the checkout, and where that shows none, the verdict says that the rules of Node stand in.',
    },
    {
      name: 'config',
      kind: 'path',
      description:
        'YAML file with several routes, probed side by side, for example .github/openai-preflight.yml.',
    },
  ],
  far: [
    {
      name: 'depth',
      kind: 'choice',
      choices: DEPTHS,
      default: 'request',
      perRoute: true,
      description:
        'How far to climb: route sends no credentials, auth costs nothing, request sends one tiny real request through the SDK.',
    },
    {
      name: 'path-checks',
      kind: 'path-checks',
      perRoute: true,
      description:
        'What one tiny request cannot prove, asked after it passed and without cost: stream, body=SIZE, idle=TIME, websocket, for example stream, body=200KB, idle=60s. A warning, unless it is how the application itself calls.',
    },
    {
      name: 'timeout',
      kind: 'duration',
      range: { minMs: 100, maxMs: HOUR },
      default: '10s',
      perRoute: true,
      description: 'Time for one attempt, for example 500ms, 10s or 2m; a plain number is seconds.',
    },
    {
      name: 'deadline',
      kind: 'duration',
      range: { minMs: SECOND, maxMs: 6 * HOUR },
      default: '60s',
      description: 'Time for the whole run, everything included.',
    },
    {
      name: 'attempts',
      kind: 'count',
      range: { min: 1, max: 100 },
      default: '1',
      perRoute: true,
      description:
        'How often the real request may be tried while the failure is one where a retry may help; ends at the first success, and a late success says so.',
    },
    {
      name: 'wait-up-to',
      kind: 'duration',
      range: { minMs: 0, maxMs: 6 * HOUR },
      default: '0s',
      perRoute: true,
      description:
        'Keep trying this long while a retry may help (rate limit, API server, short resets).',
    },
  ],
  fails: [
    {
      name: 'fail-on',
      kind: 'owners',
      default: 'route, auth, quota, client, unknown',
      perRoute: true,
      description:
        'Owners or branches that fail the job, and expiry for what expires within expiry-warning, separated by commas; none lets everything pass with a warning.',
    },
    {
      name: 'missing-key',
      kind: 'choice',
      choices: MISSING_KEY,
      default: 'auto',
      description:
        'What a missing key means: fail, warn or skip; auto skips on pull requests from forks and on Dependabot and fails elsewhere. Skipped rungs are reported as not tested.',
    },
    {
      name: 'expiry-warning',
      kind: 'duration',
      range: { minMs: 0, maxMs: 3650 * DAY },
      default: '30d',
      perRoute: true,
      description:
        'After a pass, warn when the announced shutdown date of the model, a certificate of the path or the key expires sooner than this; 0 turns it off. The date of the model is asked of the API itself (GET /models, without cost).',
    },
    {
      name: 'headroom-warning',
      kind: 'percent',
      default: '5%',
      perRoute: true,
      description:
        'After a pass, warn when less than this share of a rate limit is left; 0 turns it off.',
    },
  ],
  reports: [
    {
      name: 'packet-dir',
      kind: 'path',
      description:
        'Folder for packet and report. Default: openai-preflight in RUNNER_TEMP, else in the temporary folder.',
    },
    {
      name: 'baseline',
      kind: 'path',
      description:
        'Earlier packet.json to compare with. last-green: the packet that the last good run of this workflow uploaded as the artifact openai-preflight-JOB, with the id of the job; last-green:NAME for another name. Needs the permission actions: read.',
    },
    {
      name: 'comment',
      kind: 'choice',
      choices: OCCASIONS,
      default: 'never',
      description: 'Sticky pull-request comment: never, on-failure or always.',
    },
    {
      name: 'check-run',
      kind: 'boolean',
      default: 'false',
      description: 'Also publish a check run (needs permission checks: write).',
    },
    {
      name: 'github-token',
      kind: 'secret',
      actionDefault: '${{ github.token }}',
      description: 'Token for the comment and the check run. Default: the token of the job.',
    },
  ],
  places: [
    {
      name: 'compare-direct',
      kind: 'boolean',
      default: 'false',
      perRoute: true,
      description:
        'On a gateway route, ask api.openai.com the same question without a key side by side.',
    },
    {
      name: 'control-url',
      kind: 'url',
      environment: ['GITHUB_API_URL'],
      description:
        "URL of a host that this runner must reach anyway; asked without credentials, only after a failure, to tell 'all egress is closed' from 'only this host is'. Default: GITHUB_API_URL of the job.",
    },
    {
      name: 'egress-address',
      kind: 'choice',
      choices: OCCASIONS,
      default: 'on-failure',
      description:
        "When the public address and country of this egress are asked of OpenAI's own edge (/cdn-cgi/trace of the base URL's host, without a key; nobody else is asked): never, on-failure or always.",
    },
    {
      name: 'allow-hosts',
      kind: 'text',
      description:
        'Hosts (llm.example.com, *.example.com) that a settings file of the checkout may send a key to on events that run with secrets for files of strangers (pull_request_target, workflow_run, issue_comment and the like).',
    },
    {
      name: 'inside',
      kind: 'text',
      description:
        'Command prefix that starts a process where the application runs, for example kubectl exec -i deploy/api --; the probes run there.',
    },
    {
      name: 'client-bundle',
      kind: 'path',
      description: 'Folder of built front-end files to search for keys and direct API calls.',
    },
    {
      name: 'browser-origin',
      kind: 'origin',
      description:
        'Origin for which the CORS question is asked, for example https://app.example.com.',
    },
    { name: 'log', kind: 'path', description: 'Existing log to explain; alone, nothing is sent.' },
    {
      name: 'aggregate',
      kind: 'path',
      description: 'Folder of packets from many runners to turn into one verdict; nothing is sent.',
    },
  ],
} as const satisfies Readonly<Record<keyof typeof INPUT_GROUPS, readonly Entry[]>>

export type InputName = (typeof BY_GROUP)[keyof typeof BY_GROUP][number]['name']

export type Input = Entry & { readonly name: InputName; readonly group: keyof typeof INPUT_GROUPS }

/** The same, one group after the other. */
export const INPUTS: readonly Input[] = (
  ['call', 'far', 'fails', 'reports', 'places'] as const
).flatMap((group) => BY_GROUP[group].map((entry) => ({ ...entry, group })))

/** The row of the table; the name is checked by the compiler. */
export function inputNamed(name: InputName): Input {
  const found = INPUTS.find((input) => input.name === name)
  if (found === undefined) throw new TypeError(`no input is named ${name}`)
  return found
}

export function isInputName(name: string): name is InputName {
  return INPUTS.some((input) => input.name === name)
}
