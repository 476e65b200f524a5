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
    says: 'only Windows meets it; then as with any folder that cannot be written: outputs are empty, a notice names the file',
    test: 'test/dist/action.test.ts › packet-dir %s: outputs are empty, a notice names each file',
  },
  'values MOST_BODY_BYTES': {
    says: 'a response, and the page of a proxy, are judged by what was read, and `truncated` stands in the observation; a longer message of a WebSocket is refused, and what a log quotes is read so far',
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
  'artifact MOST_ANNOTATIONS': 'the tenth says how many are missing',
  'artifact LONGEST_MESSAGE': 'cut with "…"',
  'artifact LONGEST_TITLE': 'cut with "…"',
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
  'report MOST_LISTED': 'the rest is counted',
  'causes MOST_NAMES': 'the rest is counted',
  'other-modes MOST_NAMES': 'the rest is counted',
  'incidents MAX_LISTED': 'sources and request IDs of an incident beyond it are not listed',
  'evidence MAX_CITES': 'more places of one line are not listed',
  'problem LONGEST_QUOTE': 'what a target said is cut',
  'problem LONGEST': 'a value that is shown is cut with "…"',
  'run-reports LONGEST_STACK': 'a stack of our own defect is cut',
  'live MOST_LINES': 'the report has all',
  'completion LONGEST_TEXT': 'the line beside a flag is cut',
  'watchdog LONGEST_DOING': 'what the run was at is cut',
  'live LONGEST': 'the line is cut',
  'application MOST_MODELS': 'further models are not named beside the one that is asked for',
}

const RECEIVED: Group['limits'] = {
  'last-green MOST_CANDIDATES': {
    says: 'older artifacts of that name are not looked at; the notice says so',
    test: 'test/github/last-green.test.ts › is looked for in five artifacts, and the notice says so where there are more',
  },
  'headers MOST': {
    says: 'further header fields are not recorded',
    test: 'test/evidence/headers.test.ts › there are at most 64',
  },
  'headers LONGEST': {
    says: 'the value is cut, after secrets were removed; so is a claim of a token',
    test: 'test/evidence/headers.test.ts › values are one line of 200 printable characters',
  },
  'body MAX_KEYS': {
    says: 'further keys of an error object are not recorded',
    test: 'test/limits-of-texts.test.ts › twenty keys of an error object are recorded',
  },
  'body MOST_ENCODINGS': {
    says: 'the outer encodings are undone, what is left is judged as it came',
    test: 'test/limits-of-texts.test.ts › of three encodings around each other two are undone',
  },
  'certificate LONGEST_CHAIN': {
    says: 'further certificates of a chain are not recorded',
    test: 'test/wire/certificate.test.ts › ten certificates of a chain are recorded, however many were served',
  },
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
  'name-servers MOST_SERVERS': {
    says: 'further name servers are not asked by themselves',
    test: 'test/limits-of-texts.test.ts › four name servers of a machine are asked',
  },
  'name-servers MOST_ADDRESSES': {
    says: 'further addresses and aliases of an answer are not recorded',
    test: 'test/probes/name-servers.test.ts › sixteen addresses of an answer are recorded',
  },
  'name-servers MOST_SEARCHED': {
    says: 'further search domains are not tried',
    test: 'test/limits-of-texts.test.ts › six domains of a search list are tried',
  },
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
  'other-way MOST_PATHS': {
    says: 'further paths of other clients are not tried',
    test: 'test/probes/other-way.test.ts › three paths of other clients are tried, and three trust stores on each',
  },
  'other-way MOST_TRUSTS': {
    says: 'further trust stores are not tried',
    test: 'test/probes/other-way.test.ts › three paths of other clients are tried, and three trust stores on each',
  },
}

const BOUNDED: Group['limits'] = {
  'written MOST_ARGUMENTS': {
    says: 'arguments behind it are unknown, as if they were computed',
    test: 'test/limits-of-texts.test.ts › an argument behind 4,000 characters is unknown',
  },
  'written MOST_GIVEN': {
    says: 'what a further argument was built from is unknown',
    test: 'test/limits-of-texts.test.ts › what the first five arguments of a call are built from is looked at',
  },
  'calls MOST_NAMES': {
    says: 'calls by a further name of a provider in one file are not seen',
    test: 'test/limits-of-texts.test.ts › ten names that a file gives to its providers are known',
  },
  'failure MOST_LINKS': {
    says: 'deeper causes are not read',
    test: 'test/evidence/failure.test.ts › may refer to itself, or have no end',
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
  'calls MAX_USES': {
    says: 'the address counts as one that is only mentioned',
    test: 'test/browser/limits.test.ts › is seen among forty uses of its address, and further uses are not followed',
  },
  'calls NEAR': {
    says: 'the short name proves nothing there',
    test: 'test/browser/limits.test.ts › by a name of one letter is seen within 2,000 characters',
  },
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
  'literals MAX_LENGTH': {
    says: 'more text than any key needs is not put together',
    test: 'test/browser/limits.test.ts › is put together to 4,096 characters, more than any has',
  },
  'literals MAX_PIECES': {
    says: 'more pieces, and more sums of one name, are not put together',
    test: 'test/browser/limits.test.ts › is looked for in the first 64 sums of a name',
  },
  'literals MAX_DEPTH': {
    says: 'a deeper object of a log is text',
    test: 'test/explain/limits.test.ts › one of thirteen is text',
  },
  'literals MAX_NODES': {
    says: 'a larger object of a log is text',
    test: 'test/explain/limits.test.ts › of a list 2,000 values are read',
  },
  'source-map MAX_MAP': {
    says: 'the map is searched as text; places are those of the built file',
    test: 'test/browser/limits.test.ts › of more than 32 MiB is searched as text, and places are those of the built file',
  },
  'source-map MAX_MAPPINGS': {
    says: 'places are those of the built file; the sources are searched',
    test: 'test/browser/limits.test.ts › of more than 8 MiB of mappings gives no places, and its sources are searched',
  },
  'source-map MAX_LINK': {
    says: 'the map is looked for beside the script only',
    test: 'test/browser/limits.test.ts › with a name of more than 4,096 characters is not looked for',
  },
  'surroundings MAX_BACK': {
    says: 'the address counts as one that is only mentioned',
    test: 'test/browser/limits.test.ts › is seen up to 4,000 characters before its address',
  },
  'surroundings MAX_LEVELS': {
    says: 'the same',
    test: 'test/browser/limits.test.ts › is seen through five brackets around its address',
  },
  'manifest LONGEST_LINE': {
    says: 'the line names no dependency',
    test: 'test/limits-of-texts.test.ts › a line of more than 1,000 characters names no dependency',
  },
  'blocks MAX_LINES': {
    says: 'the block ends, and what follows is reported by itself',
    test: 'test/explain/limits.test.ts › are 400 at most, and what follows is reported by itself',
  },
  'blocks MAX_BYTES': {
    says: 'the same',
    test: 'test/explain/limits.test.ts › are 128 KiB at most, and what follows is reported by itself',
  },
  'blocks MAX_SOURCES': {
    says: 'the block that was opened first ends, and what follows of its source is reported by itself',
    test: 'test/explain/limits.test.ts › of 256 containers are kept apart, and of more each is told',
  },
  'blocks MAX_GAP': {
    says: 'the block ends, and what follows is reported by itself',
    test: 'test/explain/limits.test.ts › have less than thirty others between them',
  },
  'blocks MAX_WRAPPED': {
    says: 'the lines are two incidents',
    test: 'test/explain/limits.test.ts › of a transport and of the SDK around it are three apart at most',
  },
  'bodies MAX_TRIES': {
    says: 'further braces of a line begin no object',
    test: 'test/explain/limits.test.ts › an error body behind more than 64 other braces of a line is none',
  },
  'bodies MAX_HTML': {
    says: 'the page is judged by its beginning',
    test: 'test/explain/limits.test.ts › a page is judged by its first 16 KiB',
  },
  'lines MOST_HINTS': {
    says: 'a later call that was answered is not reported; a failure is',
    test: 'test/explain/limits.test.ts › calls that were answered are looked at four hundred times, and no more is never less than a failure',
  },
  'records MAX_LINES': {
    says: 'the record ends',
    test: 'test/explain/limits.test.ts › a record of a logger has at most 200 lines, and objects of six levels',
  },
  'records MAX_DEPTH': {
    says: 'a deeper object is text',
    test: 'test/explain/limits.test.ts › a record of a logger has at most 200 lines, and objects of six levels',
  },
  'read-line MAX_MATCHES': {
    says: 'further matches of one line are repetitions',
    test: 'test/explain/limits.test.ts › eight matches of one pattern are read of a line',
  },
  'redactor MAX_DEPTH': {
    says: 'what lies deeper is removed whole: "[cut: too deep]"',
    test: 'test/limits-of-texts.test.ts › data deeper than 64 levels is removed whole',
  },
  'decodings MAX_DEPTH': {
    says: 'SECURITY.md says that encodings deeper than this are not undone',
    test: 'test/limits-of-texts.test.ts › a secret that was encoded three times is found, and SECURITY.md says that a fourth is not',
  },
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
  'body MOST_STEPS': {
    says: 'the limit is given as a range',
    test: 'test/run/path-checks.test.ts › halves the range five times',
  },
}

const LEAST: Group['limits'] = {
  'wrapped SHORTEST': {
    says: 'a shorter line was not broken',
    test: 'test/explain/limits.test.ts › are put together again where a terminal of twenty columns broke them',
  },
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
  'patience LONGEST_WAIT_MS': {
    says: 'a service that stays silent so long is reported as silent',
    test: 'test/small-decisions.test.ts › a silent service is waited for %s',
  },
  'notes NEARBY_MS': {
    says: 'nothing is said of a transparent proxy',
    test: 'test/run/surroundings.test.ts › says nothing of %s after %s ms (%s)',
  },
  'second-round LEAST_SILENT_SHARE': {
    says: 'witnesses are not asked before this part of an attempt',
    test: 'test/run/silence.test.ts › with a timeout of %s has the same owner when the witness needs %i ms',
  },
  'action PUBLISHING_MS': {
    says: 'what was not published is a notice; the verdict stands',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'action LEAST_PUBLISHING_MS': {
    says: 'the same',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'action EXPLAINING_MS': {
    says: 'what was not read of the log is said, and is no pass',
    test: 'test/hostile/files.test.ts › a log of 60 MB at a short deadline ends in time, with what was read',
  },
  'defects GRACE_MS': {
    says: '`own.out_of_time`, with what the run was at',
    test: 'test/hostile/watchdog.test.ts › and may be unknown does not fail the step',
  },
  'other-modes TELLING_MS': {
    says: 'packets that were not read are `unknown`',
    test: 'test/packets/aggregate/read-folder.test.ts › what the deadline left unread',
  },
  'watchdog WATCHDOG_MS': {
    says: 'outputs and packet are written by a thread of its own: `own.out_of_time`',
    test: 'test/hostile/watchdog.test.ts › and may be unknown does not fail the step',
  },
  'answer LONGEST_RUN_MS': {
    says: 'the run of a function ends as any other at its deadline',
    test: 'test/functions/handler.test.ts › a run ends before the platform ends the function',
  },
  'answer ANSWERING_MS': {
    says: 'a part of that',
    test: 'test/functions/handler.test.ts › a run ends before the platform ends the function',
  },
  'api CALL_MS': {
    says: 'a notice: no answer came in time',
    test: 'test/hostile/github-api.test.ts › what happens while publishing never touches the verdict',
  },
  'inside/route-run.ts LEAST_MS': {
    says: 'the route is not sent: `own.out_of_time`',
    test: 'test/inside/run-inside.test.ts › %s says of routes whose turn came too late that nothing was sent',
  },
  'run-inside LEAST_MS': {
    says: 'no other runtime is asked: `own.out_of_time`',
    test: 'test/inside/run-inside.test.ts › a Node.js that starts and never answers is out of time, and no broken prefix',
  },
  'investigate WITNESS_MS': {
    says: 'a question that had less is `skipped`, and says nothing of anybody',
    test: 'test/probes/http-questions.test.ts › that gets no answer ends with the time of the round',
  },
  'keyless-request BRIEF_MS': {
    says: 'the question is `skipped` or has failed by itself; it blames nobody, and a pass stays one',
    test: 'test/probes/status-page.test.ts › a page that says nothing is not waited for longer than three seconds',
  },
  'other-way CURIOSITY_MS': {
    says: 'the other path is `skipped`',
    test: 'test/probes/other-way.test.ts › a proxy that says nothing costs two seconds and is not called broken',
  },
  'body LEAST_PATIENCE_MS': {
    says: 'the limit is given as a range: no step that has less is tried',
    test: 'test/run/path-checks.test.ts › narrows the limit no further than there is time for',
  },
  'idle BODY_MS': {
    says: 'the rest of the answer is read while the connection rests',
    test: 'test/run/path-checks.test.ts › reads the rest of a long answer that comes slowly while the connection rests',
  },
  'idle AROUND_MS': {
    says: 'the check is `skipped`',
    test: 'test/run/path-checks.test.ts › is skipped where the deadline leaves no time to rest, and says so',
  },
  'index LEAST_MS': {
    says: 'the check is `skipped`',
    test: 'test/run/path-checks.test.ts › are skipped where the deadline leaves less than a second, and said to be not tested',
  },
  'ahead RENEWED_BY_MACHINE_MS': {
    says: 'which certificates are warned about late',
    test: 'test/run/ahead.test.ts › of a public authority is left to its machine until a quarter of its life',
  },
  'notes SLOW_LOOKUP_MS': {
    says: 'a faster answer gets no note',
    test: 'test/rules/connection/registry.test.ts › DNS17/20/26: a lookup of three seconds is slow',
  },
  'exchanges SLOW_ANSWER_MS': {
    says: 'the verdict is of low confidence, and says why',
    test: 'test/run/silence.test.ts › is of low confidence where its witnesses were silent for less than a slow answer takes',
  },
  'certificates TELLING_SKEW_MS': {
    says: 'a smaller difference of clocks explains nothing',
    test: 'test/rules/connection/tls.test.ts › a clock that is a minute off explains nothing',
  },
  'path-checks TELLING_MS': {
    says: 'a shorter delay gets no finding',
    test: 'test/limits-of-texts.test.ts › from 400 ms of waiting on',
  },
  'path-checks TOGETHER_MS': {
    says: 'which events count as one',
    test: 'test/limits-of-texts.test.ts › when its events came within 20 ms',
  },
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
  'run/route-run.ts LEAST_MS': {
    says: 'the route is not sent: `own.out_of_time`',
    test: 'test/run/routes.test.ts › a route whose turn never came is out of time, and no broken path',
  },
  'path-checks LONGEST_REST_MS': {
    says: 'the setting is refused',
    test: 'test/settings/values.test.ts › the path check %s is refused in its own words',
  },
  'event-stream BURST_MS': {
    says: 'which events count as one',
    test: 'test/limits-of-texts.test.ts › events of a stream within 60 ms of the first came with it, and then the watch stops',
  },
  'tunnel BODY_PATIENCE_MS': {
    says: 'the proxy is judged without its page',
    test: 'test/hostile/proxies.test.ts › refuses with a page that never comes',
  },
}

const UNCHANGED: Group['limits'] = {
  'encoded MIN_LENGTH': 'too short for a key',
  'triggers LONGEST': 'a word is no longer than this',
  'variables MOST_ASKED': 'a memory that is full; names are compared afresh',
  'keyed MOST_ANSWERS':
    'what further accounts of one file ask for is asked by each of their routes',
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
