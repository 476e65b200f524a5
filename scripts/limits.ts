/**
 * Every cap, clock and least value of the program, for docs/limits.md and for the test that keeps
 * the list whole (test/registry/limits.test.ts). Number and reason stand at the constant in the
 * source and are read from there; here stands what happens where it is met.
 */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const SRC = join(import.meta.dirname, '../src')

/** Names that a limit goes by. Those of servers for the demo limit nobody's run. */
const NAME =
  /^(?:export )?const ((?:\w+_)?(?:MOST|MAX|LARGEST|LONGEST|LEAST|DEEPEST|SHORTEST|MIN|FEWEST|NEAR)(?:_\w+)?|(?!DAY_|UNIT_|LATEST_)[A-Z_]+_MS)(?::[^=]+)? = ([\d_.]+(?: \* [\d_.]+)*)$/

export interface Limit {
  /** `scan MAX_HITS`: the file without its folder, and the constant. */
  readonly key: string
  readonly file: string
  readonly number: string
  /** The comment at the constant; empty where the name says it. */
  readonly why: string
}

/** All limits of the source, in the order of their files. */
export function limitsOfSource(): readonly Limit[] {
  return globSync('**/*.ts', { cwd: SRC })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('demo/'))
    .toSorted()
    .flatMap((file) => limitsOf(file, readFileSync(join(SRC, file), 'utf8').split('\n')))
}

function limitsOf(file: string, lines: readonly string[]): readonly Limit[] {
  return lines.flatMap((line, index) => {
    const [, name, number] = NAME.exec(line) ?? []
    if (name === undefined || number === undefined) return []
    const [, comment = ''] = /\/\*\*([^]*?)\*\/\s*$/.exec(commentBefore(lines, index)) ?? []
    const why = comment
      .replaceAll(/\n\s*\*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return [
      { key: `${basename(file, '.ts')} ${name}`, file, number: number.replaceAll('_', ','), why },
    ]
  })
}

/** The comment that ends on the line before; one for two constants counts for both. */
function commentBefore(lines: readonly string[], index: number): string {
  let from = index
  while (NAME.test(lines[from - 1] ?? '')) from -= 1
  const end = from
  if (!(lines[from - 1] ?? '').trimEnd().endsWith('*/')) return ''
  while (from > 0 && !(lines[from - 1] ?? '').trimStart().startsWith('/**')) from -= 1
  return lines.slice(Math.max(0, from - 1), end).join('\n')
}

export interface Met {
  /** What happens where it is met, and what is said. */
  readonly says: string
  /** `file › title` of the test that meets it. */
  readonly test?: string
}

export interface Group {
  readonly title: string
  readonly about: string
  readonly limits: Readonly<Record<string, Met | string>>
}

const LEFT_OUT: Readonly<Record<string, Required<Met>>> = {
  'scan MAX_HITS': {
    says: 'keys come first and are never cut; the verdict counts the other places: "and 999 more places"',
    test: 'test/shipped/client-bundle.test.ts › a thousand direct calls hide no key',
  },
  'scan MAX_LEFT': {
    says: 'so many files that were left out are named, the rest is counted',
    test: 'test/browser/scan.test.ts › a search that outlasts its time ends, keeps what it found, and says where',
  },
  'file MAX_OTHERS': {
    says: 'direct calls of one file beyond it are counted; its keys are all kept',
    test: 'test/browser/scan.test.ts › one bundle with many hits lists a thousand and counts the rest',
  },
  'file MAX_UNPACKED': {
    says: '"it is larger than … bytes": named as not searched, `client.bundle_not_searched`, no pass',
    test: 'test/browser/scan.test.ts › a packed file that unpacks to more than fits is said to be left out',
  },
  'config-file MOST_ROUTES': {
    says: '`config.file_too_many_routes`, which is fatal',
    test: 'test/settings/config-file.test.ts › a thousand routes are read, one more is refused',
  },
  'config-file LARGEST': {
    says: '`config.file_too_large`, which is fatal',
    test: 'test/settings/config-file.test.ts › a settings file of more than 1 MiB is refused',
  },
  'config-document MOST_KEYS': {
    says: 'the file is refused with the limit',
    test: 'test/hostile/files.test.ts › a config of 40,000 keys is refused, with its limit',
  },
  'config-document MOST_ALIASES': {
    says: 'the file is refused with the limit and the place',
    test: 'test/settings/config-file.test.ts › a settings file of more than 200 aliases is refused',
  },
  'problem MOST_TOLD': {
    says: 'the first are shown, the rest is counted',
    test: 'test/hostile/files.test.ts › a config of 10,000 unknown keys is told by its first fifty and a count',
  },
  'sources LARGEST_FILE': {
    says: '"is larger than 32 MiB": a notice for a baseline, a finding with its fix for what was to be judged',
    test: 'test/hostile/files.test.ts › baseline %s is a notice',
  },
  'source-files MOST_FOR_MANIFESTS': {
    says: 'the reason of the client says that only so many entries were looked at',
    test: 'test/limits.test.ts › a checkout of more than 2,000 entries says where the look for the client ended',
  },
  'source-files MOST_ENTRIES': {
    says: 'where endpoint or model of the call was read says that the look was cut',
    test: 'test/limits.test.ts › a checkout of more than 30,000 entries says where the look for its calls ended',
  },
  'source-files DEEPEST': {
    says: 'the same',
    test: 'test/limits.test.ts › folders deeper than ten levels are said to be unread',
  },
  'source-files LONGEST_MS': {
    says: 'the same: "reading the checkout took too long"',
    test: 'test/limits.test.ts › a checkout whose reading takes too long says so',
  },
  'releases MOST_WAIT_MS': {
    says: 'the release is not known: `egress.assumes` and `egress/release-unknown` where it matters',
    test: 'test/run/releases.test.ts › a program that does not answer costs a tenth of the deadline',
  },
  'releases MOST_ANSWER': {
    says: 'the same',
    test: 'test/run/releases.test.ts › a program that says %s leaves the release unknown',
  },
  'detect MOST_FILES': {
    says: '"10 more manifests were not read" in the reason of the client',
    test: 'test/application/detect.test.ts › manifests that were not read are counted',
  },
  'detect MOST_TEXT': {
    says: 'the manifest counts as not read, in the same sentence',
    test: 'test/limits.test.ts › %s: the look for the client says what it did not read',
  },
  'detect MOST_TEXT_TOGETHER': {
    says: 'the same',
    test: 'test/limits.test.ts › %s: the look for the client says what it did not read',
  },
  'explain MAX_INCIDENTS': {
    says: 'the summary counts all that there are; the list has the first hundred of those that weigh most',
    test: 'test/limits.test.ts › an incident beyond the hundredth is counted in the summary',
  },
  'incidents MAX_GROUPS': {
    says: '"12 more places of the log have causes of their own that were not separated"',
    test: 'test/limits.test.ts › causes beyond the five hundredth are counted in the summary',
  },
  'read MOST_PACKET_BYTES': {
    says: '"is larger than any packet": the runner is `unknown`, never left out',
    test: 'test/packets/aggregate/read-folder.test.ts › a packet of more than 16 MiB',
  },
  'aggregate MOST_PASSING': {
    says: 'the verdict of every runner is kept; the packet says whose observations are not',
    test: 'test/packets/aggregate/fleet.test.ts › the evidence of thousands is not carried along, and that is said',
  },
  'aggregate MOST_OTHERS': {
    says: 'the same',
    test: 'test/packets/aggregate/fleet.test.ts › the evidence of a hundred failures is not either, and each is still counted',
  },
  'folder MOST_TRIES': {
    says: 'the packet is not written, outputs are empty, a notice names the folder',
    test: 'test/dist/action.test.ts › outputs are empty, a notice names each file',
  },
  'body MOST_BODY_BYTES': {
    says: 'the response is judged by what was read; `truncated` stands in the observation',
    test: 'test/hostile/answers.test.ts › a hostile answer ends in time, is read up to 64 KiB, and is noted once',
  },
  'budget MOST_INCOMING_BYTES': {
    says: 'the connection is closed, and the hop is blamed that sent it',
    test: 'test/hostile/answers.test.ts › a hostile answer ends in time, is read up to 64 KiB, and is noted once',
  },
  'head LONGEST_HEAD': {
    says: 'the same',
    test: 'test/hostile/answers.test.ts › a hostile answer ends in time, is read up to 64 KiB, and is noted once',
  },
  'exchange MOST_REDIRECTS': {
    says: '`http.response.redirect_loop`; another origin is never followed with a key',
    test: 'test/scenarios/http.ts › The server redirects to itself for ever',
  },
  'publish MOST_PAGES': {
    says: 'a new comment is written instead of an older one beyond 3,000 others',
    test: 'test/github/publish.test.ts › beyond 3,000 comments of others is written anew',
  },
  'fetch MOST_BYTES': {
    says: 'a notice: "answered with more than 8 MiB"',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'fetch MOST_REDIRECTS': {
    says: 'a notice: "redirect loop"',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'target MOST_OUTPUT': {
    says: 'the result is incomplete: the runtime counts as failed, and the next one is asked',
    test: 'test/inside/run-inside.test.ts › a result behind 24 MiB of other output is none, and the next runtime is asked',
  },
  'step-location LONGEST_FILE': {
    says: 'annotations have no place in the workflow',
    test: 'test/github/step-location.test.ts › is looked for in files of up to 512 KiB',
  },
  'step-location MOST_ALIASES': {
    says: 'annotations have no place in the workflow',
    test: 'test/hostile/files.test.ts › a workflow of 20,000 aliases has no place for an annotation',
  },
}

const SHOWN: Group['limits'] = {
  'annotations MOST_ANNOTATIONS': 'the tenth says how many are missing',
  'annotations LONGEST_MESSAGE': 'cut with "…"',
  'annotations LONGEST_TITLE': 'cut with "…"',
  'annotations LONGEST_SENTENCE': 'cut with "…"',
  'annotations LONGEST_ORDER': 'cut with "…"',
  'check-run MOST_BYTES': 'the text ends with what is missing',
  'publish MOST_ANNOTATIONS': 'sent with the next request',
  'publish LONGEST_TITLE': 'cut with "…"',
  'publish LONGEST_TEXT': 'cut with "…"',
  'comment MOST_CHARACTERS': 'the text ends with what is missing',
  'escalation MOST_CHARACTERS': 'the text ends with what is missing',
  'html MOST_FULL': 'the other routes are shown in short, and the page says which',
  'html MOST_SHORT': 'the other routes are rows of the table',
  'html MOST_ROWS': 'the table says how many are missing',
  'html-details MOST_BARS': 'the table below has all',
  'summary MOST_BYTES': 'the summary says what is missing',
  'summary MOST_ROWS': 'the table says how many are missing',
  'summary MOST_AT_TOP': 'the rest stands in the table',
  'summary-ladder MOST_ROWS': 'the table says how many are missing',
  'runner MOST_ANNOTATIONS_OF_A_LEVEL': 'the runner would drop them',
  'runner LONGEST_MESSAGE': 'cut with "…"',
  'runner MOST_SUMMARY_BYTES': 'not written, and a notice says so',
  'tell LONGEST_LINE': 'cut with "…"',
  'report MOST_ANNOTATIONS': 'the tenth says how many are missing',
  'report MOST_LISTED': 'the rest is counted',
  'report LONGEST_MESSAGE': 'cut with "…"',
  'causes MOST_NAMES': 'the rest is counted',
  'other-modes MOST_NAMES': 'the rest is counted',
  'incidents MAX_LISTED': 'sources and request ids of an incident beyond it are not listed',
  'evidence MAX_CITES': 'more places of one line are not listed',
  'problem LONGEST_QUOTE': 'what a target said is cut',
  'problem LONGEST': 'a value that is shown is cut with "…"',
  'run-reports LONGEST_STACK': 'a stack of our own defect is cut',
  'live MOST_LINES': 'the report has all',
  'completion LONGEST_TEXT': 'the line beside a flag is cut',
  'watchdog LONGEST_DOING': 'what the run was at is cut',
  'assertion LONGEST_CLAIM': 'a claim that is shown is cut',
  'live LONGEST': 'the line is cut',
  'application MOST_MODELS': 'further models are not named beside the one that is asked for',
}

const RECEIVED: Group['limits'] = {
  'last-green MOST_CANDIDATES': 'older artifacts of that name are not looked at',
  'headers MOST': {
    says: 'further header fields are not recorded',
    test: 'test/evidence/headers.test.ts › there are at most 64',
  },
  'headers LONGEST': {
    says: 'the value is cut, after secrets were removed',
    test: 'test/evidence/headers.test.ts › values are one line of 200 printable characters',
  },
  'body MAX_BYTES': {
    says: 'what is read of a body that a log quotes',
    test: 'test/evidence/body.test.ts › a list that is longer than what is read is still a list',
  },
  'body MAX_KEYS': {
    says: 'further keys of an error object are not recorded',
    test: 'test/limits-of-texts.test.ts › twenty keys of an error object are recorded',
  },
  'body MOST_ENCODINGS': {
    says: 'the outer encodings are undone, what is left is judged as it came',
    test: 'test/limits-of-texts.test.ts › of three encodings around each other two are undone',
  },
  'wire/tunnel.ts MOST_BODY': 'the page of a proxy is read so far',
  'tunnel MOST_BODY': {
    says: 'the page of a proxy is read so far',
    test: 'test/limits-of-texts.test.ts › a page of a proxy that fills 64 KiB counts as truncated',
  },
  'idle MOST_BODY': 'a keyless answer is read so far',
  'web-socket MOST_BYTES': 'the message is refused: no API sends it',
  'certificate LONGEST_CHAIN': 'further certificates of a chain are not recorded',
  'certificate MOST_NAMES': {
    says: 'further names of a certificate are not recorded; all are compared',
    test: 'test/limits-of-texts.test.ts › ten names of a certificate are recorded',
  },
  'lookup MOST_ADDRESSES': {
    says: 'further addresses are not dialled',
    test: 'test/limits-of-texts.test.ts › 64 addresses of a name are dialled',
  },
  'addresses MOST_ADDRESSES': {
    says: 'so many addresses are dialled one by one after a failure',
    test: 'test/probes/addresses.test.ts › eight of the addresses that were not heard are asked, and no more',
  },
  'name-servers MOST_SERVERS': 'further name servers are not asked by themselves',
  'name-servers MOST_ADDRESSES': 'further addresses of an answer are not recorded',
  'name-servers MOST_SEARCHED': 'further search domains are not tried',
  'status-page MOST_COMPONENTS': {
    says: 'further components are not recorded',
    test: 'test/probes/status-page.test.ts › words of the page are cut down to plain ones, and there are at most twelve',
  },
  'catalogue MOST_CHARACTERS': {
    says: 'the name of an issuer is looked at so far',
    test: 'test/limits-of-texts.test.ts › a product behind 1,024 characters of an issuer is not named',
  },
  'raw MOST_EVENTS': {
    says: 'further events of one target are not recorded',
    test: 'test/limits-of-texts.test.ts › 64 events of a target are recorded',
  },
  'other-way MOST_PATHS': 'further paths of other clients are not tried',
  'other-way MOST_TRUSTS': 'further trust stores are not tried',
}

const BOUNDED: Group['limits'] = {
  'written MOST_ARGUMENTS': {
    says: 'arguments behind it are unknown, as if they were computed',
    test: 'test/limits-of-texts.test.ts › an argument behind 4,000 characters is unknown',
  },
  'calls MOST_CALLS': {
    says: 'further calls of one file are not looked at',
    test: 'test/limits-of-texts.test.ts › fifty calls of one file are looked at',
  },
  'read-application MOST_FAMILIES': {
    says: 'further families of the application are not asked',
    test: 'test/application/calls.test.ts › become a family each, what a deploy stands or falls with first',
  },
  'source-files LARGEST_FILE': {
    says: 'the file counts as generated',
    test: 'test/limits-of-texts.test.ts › a source file of more than 512 KiB counts as generated',
  },
  'calls MAX_USES': 'the address counts as one that is only mentioned',
  'calls NEAR': 'the short name proves nothing there',
  'find-matches MAX_DEPTH': {
    says: 'deeper encodings are not looked into',
    test: 'test/browser/limits.test.ts › that was encoded twice is found, three times not',
  },
  'ignore MAX_LENGTH': {
    says: 'the rest is not read, which is a problem of the settings',
    test: 'test/browser/limits.test.ts › of more than 32 KiB is read so far, which is a problem of the settings',
  },
  'ignore LONGEST_GLOB': {
    says: 'the line is refused, at its place',
    test: 'test/browser/limits.test.ts › one of 201 is refused',
  },
  'ignore MOST_DEEP': {
    says: 'the line is refused, at its place',
    test: 'test/browser/limits.test.ts › one with nine is refused',
  },
  'literals MAX_LENGTH': 'more text than any key needs is not put together',
  'literals MAX_PIECES': {
    says: 'the same',
    test: 'test/browser/limits.test.ts › in 64 pieces is put together, in more not',
  },
  'literals MAX_USES': 'the same',
  'literals MAX_DEPTH': {
    says: 'a deeper object of a log is text',
    test: 'test/explain/limits.test.ts › one of thirteen is text',
  },
  'literals MAX_NODES': {
    says: 'a larger object of a log is text',
    test: 'test/explain/limits.test.ts › of a list 2,000 values are read',
  },
  'source-map MAX_MAP': 'the map is searched as text; places are those of the built file',
  'source-map MAX_MAPPINGS': 'places are those of the built file',
  'source-map MAX_LINK': 'the script counts as one without a map',
  'surroundings MAX_BACK': 'the literal stands alone',
  'surroundings MAX_LEVELS': 'the same',
  'manifest LONGEST_LINE': {
    says: 'the line names no dependency',
    test: 'test/limits-of-texts.test.ts › a line of more than 1,000 characters names no dependency',
  },
  'blocks MAX_LINES': 'the block ends, the next begins',
  'blocks MAX_BYTES': 'the same',
  'blocks MAX_SOURCES': 'sources that were silent longest are closed',
  'blocks MAX_GAP': 'the block ends',
  'blocks MAX_WRAPPED': 'the lines are two incidents',
  'bodies MAX_TRIES': {
    says: 'further braces of a line begin no object',
    test: 'test/explain/limits.test.ts › an error body behind more than 64 other braces of a line is none',
  },
  'bodies MAX_HTML': {
    says: 'the page is judged by its beginning',
    test: 'test/explain/limits.test.ts › a page is judged by its first 16 KiB',
  },
  'lines MOST_HINTS': 'further lines that only hint at a route say nothing new',
  'records MAX_LINES': {
    says: 'the record ends',
    test: 'test/explain/limits.test.ts › a record of a logger has at most 200 lines, and objects of six levels',
  },
  'records MAX_DEPTH': {
    says: 'a deeper object is text',
    test: 'test/explain/limits.test.ts › a record of a logger has at most 200 lines, and objects of six levels',
  },
  'read-line MAX_MATCHES': 'further matches of one line are repetitions',
  'read-line MAX_TEXT': 'a longer line is looked at so far by each pattern',
  'redactor MAX_DEPTH': {
    says: 'what lies deeper is removed whole: "[cut: too deep]"',
    test: 'test/limits-of-texts.test.ts › data deeper than 64 levels is removed whole',
  },
  'redactor MAX_PASSES': 'a text that still changes after eight passes is taken as it then is',
  'decodings MAX_DEPTH': {
    says: 'SECURITY.md says that encodings deeper than this are not undone',
    test: 'test/limits-of-texts.test.ts › a secret that was encoded three times is found, and SECURITY.md says that a fourth is not',
  },
  'decodings MAX_DECODINGS': 'the same',
  'run-route MOST_AT_ONCE': {
    says: 'routes wait for their turn; one whose turn does not come is `own.out_of_time`',
    test: 'test/run/routes.test.ts › more routes than run at once cost one connection each, and never too many',
  },
  'packet MOST_AT_ONCE': {
    says: 'the same in a target of `inside`',
    test: 'test/inside/run-inside.test.ts › %s says of routes whose turn came too late that nothing was sent',
  },
  'path-checks LARGEST_BODY': {
    says: 'the setting is refused',
    test: 'test/settings/values.test.ts › the path check %s is refused in its own words',
  },
  'body MOST_STEPS': 'the limit is given as a range',
}

const LEAST: Group['limits'] = {
  'wrapped SHORTEST': 'a shorter line was not broken',
  'keys MIN_SECRET': {
    says: 'a shorter value is no key of a front end',
    test: 'test/browser/limits.test.ts › that this run knows is looked for from twelve characters on',
  },
  'keys NEAR_HOST': {
    says: '32 hex digits further away are no key of that resource',
    test: 'test/browser/limits.test.ts › of Azure is one within 3,000 bytes of its host',
  },
  'guard SHORTEST_TOKEN': {
    says: 'the function refuses to serve',
    test: 'test/limits-of-texts.test.ts › a token of fewer than sixteen characters is refused',
  },
  'fragments SHORTEST_FRAGMENT': {
    says: 'shorter pieces of a secret are not looked for',
    test: 'test/properties/redaction.test.ts › a piece of fifteen characters, of a short secret, or of words alone stays',
  },
  'fragments SHORTEST_SECRET': {
    says: 'of shorter secrets only the whole is',
    test: 'test/properties/redaction.test.ts › a piece of fifteen characters, of a short secret, or of words alone stays',
  },
  'literals SHORTEST_ANYWHERE': {
    says: 'shorter values are removed only where a credential stands',
    test: 'test/redaction/redactor.test.ts › does not shred the text',
  },
  'literals SHORTEST_JOINED': {
    says: 'not looked for across white space',
    test: 'test/limits-of-texts.test.ts › of twelve characters is found across white space',
  },
  'literals SHORTEST_BARE': {
    says: 'not looked for without punctuation',
    test: 'test/limits-of-texts.test.ts › of sixteen letters and digits is found without its punctuation',
  },
  'surrounding-secrets SHORTEST': {
    says: 'shorter values of the environment are not masked',
    test: 'test/limits-of-texts.test.ts › a value of the environment is masked from twelve characters on',
  },
  'source-files DEEPEST_MANIFEST': {
    says: 'manifests deeper than this are not looked for; the README says where',
    test: 'test/limits-of-texts.test.ts › manifests are looked for three levels deep',
  },
}

const CLOCKS: Group['limits'] = {
  'usage SHORTEST_MS': {
    says: 'the flag is refused',
    test: 'test/limits-of-texts.test.ts › --watch of less is refused',
  },
  'usage LONGEST_MS': {
    says: 'the flag is refused',
    test: 'test/limits-of-texts.test.ts › --watch from one second',
  },
  'preflight-mode FETCHING_MS': 'a notice: the last green run is not compared with',
  'run-route PATIENCE_MS': 'the longer wait is not tried',
  'way NEARBY_MS': {
    says: 'nothing is said of a transparent proxy',
    test: 'test/run/surroundings.test.ts › says nothing of %s after %s ms',
  },
  'second-round LEAST_SILENT_SHARE': 'witnesses are not asked before this part of an attempt',
  'action PUBLISHING_MS': {
    says: 'what was not published is a notice; the verdict stands',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'action LEAST_PUBLISHING_MS': {
    says: 'the same',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'action EXPLAINING_MS': 'what was not read of the log is said, and is no pass',
  'defects GRACE_MS': {
    says: '`own.out_of_time`, with what the run was at',
    test: 'test/hostile/watchdog.test.ts › and may be unknown does not fail the step',
  },
  'other-modes TELLING_MS': 'packets that were not read are `unknown`',
  'watchdog WATCHDOG_MS': {
    says: 'outputs and packet are written by a thread of its own: `own.out_of_time`',
    test: 'test/hostile/watchdog.test.ts › and may be unknown does not fail the step',
  },
  'answer LONGEST_RUN_MS': 'the run of a function ends as any other at its deadline',
  'answer ANSWERING_MS': {
    says: 'a part of that',
    test: 'test/functions/handler.test.ts › a run ends before the platform ends the function',
  },
  'publish CALL_MS': {
    says: 'a notice: no answer came in time',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'inside/route-run.ts LEAST_MS': {
    says: 'the route is not sent: `own.out_of_time`',
    test: 'test/inside/run-inside.test.ts › %s says of routes whose turn came too late that nothing was sent',
  },
  'run-inside LEAST_MS': 'no other runtime is asked: `own.out_of_time`',
  'investigate WITNESS_MS': 'a question that had less is `skipped`, and says nothing of anybody',
  'keyless-request LONGEST_MS':
    'the question is `skipped` or has failed by itself; it blames nobody',
  'other-way CURIOSITY_MS': {
    says: 'the other path is `skipped`',
    test: 'test/probes/other-way.test.ts › a proxy that says nothing costs two seconds and is not called broken',
  },
  'body LEAST_PATIENCE_MS': 'the check is `skipped`',
  'idle BODY_MS': 'the check is `skipped`',
  'idle AROUND_MS': 'the check is `skipped`',
  'index LEAST_MS': 'the check is `skipped`',
  'ahead RENEWED_BY_MACHINE_MS': 'which certificates are warned about late',
  'slow SLOW_LOOKUP_MS': 'a faster answer gets no note',
  'no-answer SLOW_ANSWER_MS': {
    says: 'the verdict is of low confidence, and says why',
    test: 'test/run/silence.test.ts › is of low confidence where its witnesses were silent for less than a slow answer takes',
  },
  'dates TELLING_SKEW_MS': 'a smaller difference of clocks explains nothing',
  'stream TELLING_MS': {
    says: 'a shorter delay gets no finding',
    test: 'test/limits-of-texts.test.ts › from 400 ms of waiting on',
  },
  'stream TOGETHER_MS': {
    says: 'which events count as one',
    test: 'test/limits-of-texts.test.ts › when its events came within 20 ms',
  },
  'look-ahead LONGEST_MS': 'the question is `skipped`; a pass stays one',
  'patience FIRST_PAUSE_MS': {
    says: 'the pause is in the packet',
    test: 'test/decisions.test.ts › pauses double from half a second up to eight seconds',
  },
  'patience LONGEST_PAUSE_MS': {
    says: 'the pause is in the packet',
    test: 'test/decisions.test.ts › pauses double from half a second up to eight seconds',
  },
  'patience LEAST_ATTEMPT_MS': {
    says: 'no further attempt; the packet says why',
    test: 'test/small-decisions.test.ts › is given up where the deadline leaves no second for the attempt behind it',
  },
  'run/route-run.ts LEAST_MS': 'the route is not sent: `own.out_of_time`',
  'path-checks LONGEST_REST_MS': {
    says: 'the setting is refused',
    test: 'test/settings/values.test.ts › the path check %s is refused in its own words',
  },
  'event-stream BURST_MS': 'which events count as one',
  'tunnel BODY_PATIENCE_MS': 'the proxy is judged without its page',
}

const UNCHANGED: Group['limits'] = {
  'encoded MIN_LENGTH': 'too short for a key',
  'triggers LONGEST': 'a word is no longer than this',
  'variables MOST_ASKED': 'a memory that is full; names are compared afresh',
  'certificate MOST_REMEMBERED': 'a certificate beyond it is read anew for each connection',
  'trust MOST_READ': 'a memory that is full; files are read afresh',
  'incidents MAX_KNOWN': 'a memory that is emptied; blocks are judged afresh',
  'repeats MAX_KNOWN': 'a memory that is emptied; lines are read afresh',
  'required-words MOST': 'when the source is built: the pattern is asked about every line',
  'required-words MOST_EXTENDED': 'the word stays as short as it is',
  'required-words MOST_ALTERNATIVES': 'the same',
  'redactor LONGEST_REMEMBERED': 'a memory: longer texts are looked at afresh',
  'redactor MOST_REMEMBERED': 'a memory that is full; texts are looked at afresh',
  'words SHORTEST': 'when the source is built: shorter words are not searched for',
  'endpoints FEWEST_TOKENS': 'what the request asks for',
  'preflight-mode TELLING_MS': 'a part of the deadline',
  'live PATIENCE_MS': 'nothing is shown of a shorter wait',
  'second-round BUSY_MS': 'a part of what a witness is given',
  'pace BETWEEN_MS': 'the search goes on at the next turn',
  'watchdog-thread LOADING_MS': 'a part of that',
  'watchdog-thread TELLING_MS': 'a part of that',
  'watchdog-thread KILLING_MS': 'the process is killed',
  'watchdog-thread ENDING_MS': 'a part of that',
  'write-now PATIENCE_MS': 'what nobody reads is not printed',
  'write-now PAUSE_MS': 'a part of that',
  'node ADDRESS_TIMEOUT_MS': "Node's own limit for one address, as the application has it",
  'inside/route-run.ts RETURN_MS': 'a part of the deadline',
  'run-inside RETURN_MS': 'a part of the deadline',
  'changes CLEAR_MS': 'a smaller difference of two runs is not reported',
  'preflight REPORTING_MS': 'a part of the deadline',
  'preflight REPORTING_A_ROUTE_MS': 'a part of the deadline',
  'second-round LOOK_MS': 'how soon a silence is noticed',
  'budget LOOK_EVERY_MS': 'how soon a flood is noticed',
}

/** In the order of the page. */
export const GROUPS: readonly Group[] = [
  {
    title: 'What may leave something out',
    about: 'Each is said where it is met, and none turns into a pass.',
    limits: LEFT_OUT,
  },
  {
    title: 'What is shown',
    about:
      'The packet has all of it. `test/reports/limits.test.ts` meets these with an enormous packet.',
    limits: SHOWN,
  },
  {
    title: 'What is recorded of others',
    about:
      'Servers, resolvers and certificates may send more; the verdict rests on what is recorded.',
    limits: RECEIVED,
  },
  {
    title: 'What bounds the work',
    about:
      'Texts of strangers end in time (`test/*/hostile.test.ts`); what happens is never in favour of a pass.',
    limits: BOUNDED,
  },
  {
    title: 'Least values',
    about: 'Shorter, it would be found everywhere.',
    limits: LEAST,
  },
  {
    title: 'Clocks',
    about: 'In milliseconds. `timeout`, `deadline` and `wait-up-to` are settings; these are ours.',
    limits: CLOCKS,
  },
  {
    title: 'What changes no verdict',
    about:
      'Memories, the rhythm of waiting, parts of a deadline, and what is decided when the source is built: where one is met, the verdict is the same.',
    limits: UNCHANGED,
  },
]

/** What happens at a limit; `undefined` when the list has forgotten it. */
export function metAt({
  key,
  file,
}: Limit): { readonly group: Group; readonly met: Met } | undefined {
  const keys = [`${file} ${key.split(' ')[1] ?? ''}`, key]
  for (const group of GROUPS) {
    for (const one of keys) {
      const met = Object.hasOwn(group.limits, one) ? group.limits[one] : undefined
      if (met !== undefined) return { group, met: typeof met === 'string' ? { says: met } : met }
    }
  }
  return undefined
}

/** The tables of docs/limits.md. */
export function limitTables(): string {
  const all = limitsOfSource().map((limit) => ({ limit, ...metAt(limit) }))
  return GROUPS.map((group) => {
    const rows = all.flatMap(({ limit, group: own, met }) => {
      if (own !== group || met === undefined) return []
      const test = met.test === undefined ? '' : ` (\`${met.test.split(' › ')[0] ?? ''}\`)`
      const place = `\`${limit.file}\` \`${limit.key.split(' ')[1] ?? ''}\``
      return [`| ${place} | ${limit.number} | ${cell(limit.why)} | ${cell(met.says)}${test} |`]
    })
    const head = ['| Limit | Number | Why | When it is met |', '| :-- | --: | :-- | :-- |']
    return [`## ${group.title}`, '', group.about, '', ...head, ...rows].join('\n')
  }).join('\n\n')
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`)
}
