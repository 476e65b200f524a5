import { describe, expect, test } from 'vitest'
import type { Artifact, ReportId } from '../../src/reports/index.ts'
import { REPORTS } from '../../src/reports/index.ts'
import type { Golden } from './golden-packets.ts'
import { GOLDEN } from './golden-packets.ts'
import { planted } from './planted.ts'

const IDS = Object.keys(REPORTS).filter((id): id is ReportId => id in REPORTS)
const CASES = IDS.flatMap((id) =>
  Object.entries(GOLDEN).map(([name, golden]) => [id, name, golden] as const),
)

const EXTENSIONS: Readonly<Record<ReportId, string>> = {
  terminal: 'txt',
  annotations: 'txt',
  outputs: 'txt',
  summary: 'md',
  packet: 'json',
  html: 'html',
  escalation: 'md',
  comment: 'md',
  'check-run': 'md',
}

function shown(artifacts: readonly Artifact[]): string {
  return artifacts.map(textOf).join('\n')
}

function textOf(artifact: Artifact): string {
  switch (artifact.kind) {
    case 'summary': {
      return artifact.markdown
    }
    case 'terminal': {
      return artifact.text
    }
    case 'file': {
      return [...artifact.content].join('')
    }
    case 'output': {
      return `${artifact.name}=${artifact.value}`
    }
    case 'annotation': {
      const place =
        artifact.file === undefined ? 'no place' : `${artifact.file}:${artifact.line ?? 0}`
      return `[${artifact.level}] ${artifact.title}\n(${place})\n${artifact.message}\n`
    }
    case 'comment': {
      return artifact.markdown
    }
    case 'check-run': {
      const notes = artifact.annotations.map(textOf).join('\n')
      return `${artifact.conclusion}: ${artifact.title}\n\n${artifact.summary}\n${notes}`
    }
  }
}

describe.each(CASES)('report %s of packet %s', (id, name, golden) => {
  const artifacts = REPORTS[id](golden.packet, golden.view)

  test('reads as agreed', async () => {
    await expect(shown(artifacts)).toMatchFileSnapshot(`golden/${name}.${id}.${EXTENSIONS[id]}`)
  })

  test('is the same for the same packet', () => {
    expect(REPORTS[id](structuredClone(golden.packet), golden.view)).toEqual(artifacts)
  })

  test('stays within the limits of its sink', () => {
    expect(overLimit(artifacts)).toEqual([])
  })

  test('stays harmless and within limits when every string is an attack', () => {
    const attacked: Golden = planted(golden)
    const result = REPORTS[id](attacked.packet, attacked.view)
    expect(overLimit(result)).toEqual([])
    expect(result.flatMap(injections)).toEqual([])
  })
})

function overLimit(artifacts: readonly Artifact[]): readonly string[] {
  const annotations = artifacts.filter((one) => one.kind === 'annotation')
  const tooMany = annotations.length > 10 ? [`${annotations.length} annotations`] : []
  return [...tooMany, ...artifacts.flatMap(limitOf)]
}

function limitOf(artifact: Artifact): readonly string[] {
  const over = (what: string, size: number, limit: number): readonly string[] =>
    size > limit ? [`${what}: ${size} > ${limit}`] : []
  switch (artifact.kind) {
    case 'summary': {
      return over('summary', Buffer.byteLength(artifact.markdown), 200 * 1024)
    }
    case 'annotation': {
      return over('message', artifact.message.length, 4096)
    }
    case 'comment': {
      return over('comment', artifact.markdown.length, 65_000)
    }
    case 'check-run': {
      return [
        ...over('check run', artifact.summary.length, 65_535),
        ...over('title', artifact.title.length, 255),
      ]
    }
    case 'output': {
      return over(artifact.name, artifact.value.length, 1000)
    }
    case 'terminal':
    case 'file': {
      return []
    }
  }
}

/** What an attack would have to leave behind, for each sink. */
function injections(artifact: Artifact): readonly string[] {
  const text = textOf(artifact)
  const found = (what: string, pattern: RegExp): readonly string[] => {
    const match = pattern.exec(text)
    return match === null
      ? []
      : [
          `${artifact.kind} has ${what}: ${text.slice(Math.max(0, match.index - 40), match.index + 60)}`,
        ]
  }
  const everywhere = [
    // oxlint-disable-next-line no-control-regex
    ...found('a control character', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/),
    ...found('an invisible character', /[\u200b-\u200f\u2028-\u202e\u2066-\u2069]/),
  ]
  if (artifact.kind === 'terminal')
    return [...everywhere, ...found('a command', /^\s*::[a-z]|##\[/m)]
  // The writer escapes these for the runner: only line ends matter in outputs.
  if (artifact.kind === 'output') return [...everywhere, ...found('a line end', /\n/)]
  if (artifact.kind === 'annotation') return everywhere
  if (artifact.kind === 'file' && artifact.name.endsWith('.json')) return everywhere
  if (artifact.kind === 'file' && artifact.name.endsWith('.html'))
    return [...everywhere, ...foreignTags(text).map((tag) => `html has ${tag}`)]
  const whole = artifact.kind === 'check-run' ? artifact.summary : text
  // GitHub looks for no mentions and links in code.
  const prose = whole
    .replaceAll(/<code>[^<]*<\/code>/g, 'code')
    .replaceAll(/^(`{3,}).*?\n[\s\S]*?\n\1$/gm, '')
  const markdown = (what: string, pattern: RegExp): readonly string[] => {
    const match = pattern.exec(prose)
    return match === null
      ? []
      : [
          `${artifact.kind} has ${what}: ${prose.slice(Math.max(0, match.index - 40), match.index + 60)}`,
        ]
  }
  return [
    ...everywhere,
    ...markdown(
      'foreign markup',
      /<(?!\/?(?:details|summary|code|sub)>|!-- openai-preflight:[\w./:-]+ -->\n)/,
    ),
    ...markdown('a mention', /@[a-z]/i),
    ...markdown(
      'a foreign link or image',
      // Ours are `](https://github.com/…)`, with nothing in the path that would begin a link itself.
      /!\[(?!WARNING\]|CAUTION\])|\]\((?!https:\/\/github\.com\/)|(?<!\]\(https:\/\/github\.com\/\S*)https?:\/\/evil/,
    ),
    ...markdown('a broken table', unevenTable(prose)),
  ]
}

/** Matches the first table row that has another number of cells than its table's head. */
function unevenTable(text: string): RegExp {
  let columns = 0
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) columns = 0
    else {
      const cells = line.split('|').length
      if (columns !== 0 && cells !== columns)
        return new RegExp(line.replaceAll(/\W/g, String.raw`\$&`))
      columns = cells
    }
  }
  return /(?!)/
}

const OUR_TAGS =
  /^<(?:!doctype html|\/?(?:a|body|caption|code|dd|details|div|dl|dt|footer|g|h[1-3]|head|header|html|li|line|main|meta|ol|p|pre|rect|section|span|strong|style|summary|svg|table|tbody|td|text|th|thead|title|tr|tspan|ul)(?: [a-z][\w:-]*="[^"<>]*")*\/?)>$/i
const LOADING = / (?:src|srcset|action|style|on\w+)=|href="(?!https:\/\/github\.com\/|#)/i

/** Tags that the report does not write itself, and attributes that load or run something. */
function foreignTags(text: string): readonly string[] {
  const tags = text.match(/<[^>]*>?/g) ?? []
  return tags.filter((tag) => !OUR_TAGS.test(tag) || LOADING.test(tag))
}
