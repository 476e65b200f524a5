import { given } from '../model/index.ts'
/** What a collector, container runtime or CI service puts in front of a line. */
export interface LinePrefix {
  /** Length of everything that was recognised. */
  readonly length: number
  readonly source: string
  readonly time?: string
  /** Something that begins a record was there. */
  readonly fresh: boolean
}

interface Shape {
  /** Sticky; groups `source` and `time` are read. */
  readonly pattern: RegExp
  /** It opens a record: a time, a level. Container names alone do not. */
  readonly fresh: boolean
}

const ISO = String.raw`(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)`

const SHAPES: readonly Shape[] = [
  // gh run view --log: job, step and time, with tabs between them
  {
    pattern: new RegExp(
      String.raw`(?<source>[^\t{]{1,120}\t[^\t{]{1,120})\t(?=\uFEFF?${ISO.replace('<time>', '<_>')} )`,
      'y',
    ),
    fresh: false,
  },
  // Container Runtime Interface
  { pattern: new RegExp(String.raw`${ISO} (?:stdout|stderr) [FP] `, 'y'), fresh: false },
  // AWS Lambda: time, request ID, level
  { pattern: new RegExp(String.raw`${ISO}\t[\da-f-]{36}\t(?:[A-Z]{3,8}\t)?`, 'y'), fresh: true },
  // Heroku and Cloud Foundry: `app[web.1]:`, `[APP/PROC/WEB/0] ERR`
  {
    pattern: new RegExp(String.raw`${ISO} (?<source>[a-z]{1,20}\[[\w.-]{1,60}\]): `, 'y'),
    fresh: false,
  },
  {
    pattern: new RegExp(String.raw`${ISO} (?<source>\[[A-Z/\d]{3,40}\]) (?:OUT|ERR) `, 'y'),
    fresh: false,
  },
  // RFC 5424
  {
    pattern: new RegExp(
      String.raw`<\d{1,3}>1 ${ISO} \S{1,255} (?<source>\S{1,48}) \S{1,128} \S{1,32} (?:-|\[[^\]]{0,500}\]) `,
      'y',
    ),
    fresh: true,
  },
  // RFC 3164 and journalctl
  {
    pattern:
      /(?:<\d{1,3}>)?(?<time>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) \S{1,255} (?<source>[\w./@-]{1,80})(?:\[\d{1,10}\])?: /y,
    fresh: false,
  },
  {
    pattern: new RegExp(
      String.raw`${ISO} [\w.-]{1,80} (?<source>[\w./@-]{1,80})\[\d{1,10}\]: `,
      'y',
    ),
    fresh: false,
  },
  // BuildKit: step and seconds
  { pattern: /(?:#\d{1,4} )?\d{1,6}\.\d{2,3} (?=[A-Za-z>[])/y, fresh: false },
  // a time of its own line, with or without brackets
  { pattern: new RegExp(String.raw`\[?\(?${ISO}\]?\)?(?: ?[|:-] ?| |\t|$)`, 'y'), fresh: true },
  {
    pattern: /\[?(?<time>\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)(?: [A-Z]{3,5})?\]? (?:[-|] )?/y,
    fresh: true,
  },
  { pattern: /\[?(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?)\]? /y, fresh: true },
  // docker compose, pm2
  { pattern: /(?<source>[A-Za-z\d][\w.-]{0,80}) +\| ?/y, fresh: false },
  { pattern: /(?<source>\d{1,4}\|[\w.-]{1,60}) +\| /y, fresh: false },
  // kubectl logs --prefix, concurrently
  { pattern: /\[(?<source>pod\/[\w./-]{1,200})\] /y, fresh: false },
  { pattern: /\[(?<source>\d{1,3})\] /y, fresh: false },
  // GitHub Actions and Azure Pipelines
  { pattern: /##\[(?:error|warning|notice|debug|group|endgroup|section|command)\]/y, fresh: true },
  { pattern: /::(?:error|warning|notice|debug)(?: [^:]{0,300})?::/y, fresh: true },
]

const ROUNDS = 6

/** Everything in front of the message proper. Linear: each shape is tried at one place only. */
export function prefixOf(text: string): LinePrefix {
  let length = 0
  let time: string | undefined
  let fresh = false
  const sources: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = shapeAt(text, length)
    if (found === undefined) break
    const { 0: whole, groups = {} } = found.match
    length += whole.length
    fresh ||= found.fresh
    time ??= groups['time'] && isoOf(groups['time'])
    if (groups['source'] !== undefined) sources.push(groups['source'])
  }
  return { length, source: sources.join(' '), fresh, ...given({ time }) }
}

function shapeAt(text: string, at: number): { match: RegExpExecArray; fresh: boolean } | undefined {
  for (const { pattern, fresh } of SHAPES) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null && match[0] !== '') return { match, fresh }
  }
  return undefined
}

/** `2024-01-02 03:04:05,678` → `2024-01-02T03:04:05.678`; other forms stay as they are. */
export function isoOf(time: string): string {
  return time
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3')
    .replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
    .replace(',', '.')
    .replace(/ ?UTC$/, 'Z')
    .replace(/ ([+-]\d\d:?\d\d)$/, '$1')
}
