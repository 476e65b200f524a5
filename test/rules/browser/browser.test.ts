import { describe, expect, test } from 'vitest'
import type { ClientBundleFacts } from '../../../src/model/index.ts'
import { LAW } from '../../../src/rules/index.ts'
import { each } from '../../../src/rules/law.ts'
import { BROWSER_NOTES, BROWSER_RULES } from '../../../src/rules/browser.ts'
import { judge } from '../../../src/run/judge.ts'
import { findings } from '../connection/decide.ts'
import { GENUINE, responseFacts } from '../answers/replies.ts'
import { connects, resolves, shakes } from '../connection/scenes.ts'
import { evidence, failed, ok, skipped } from '../evidence-builder.ts'

type Hit = ClientBundleFacts['hits'][number]

const KEY: Hit = {
  kind: 'key',
  what: 'openai',
  file: 'dist/app.js',
  line: 1,
  column: 2041,
  original: { file: 'src/chat.ts', line: 12, column: 5 },
}
const CALL: Hit = {
  kind: 'api-call',
  what: 'api.openai.com',
  file: 'dist/app.js',
  line: 1,
  column: 9,
}
const SWITCH: Hit = {
  kind: 'browser-switch',
  what: 'dangerouslyAllowBrowser',
  file: 'dist/app.js',
  line: 1,
  column: 30,
}

function searched(...hits: readonly Hit[]) {
  const facts = { files: 3, bytes: 9000, hits, ignored: 0 }
  return hits.length === 0
    ? ok('client-bundle', facts)
    : failed('client-bundle', 'client.found', facts)
}

const codes = (...hits: readonly Hit[]) =>
  findings(evidence([searched(...hits)]), each(BROWSER_RULES)).map(
    ({ owner, code, rule }) => `${owner} ${code} ${rule}`,
  )

describe('the front end', () => {
  test('a key decides, the call and the switch next to it are told as well', () => {
    expect(codes(SWITCH, CALL, KEY)).toEqual([
      'client-app client.key_in_bundle browser/key-in-bundle',
      'client-app client.direct_api_call browser/direct-api-call',
      'client-app client.browser_switch browser/browser-switch',
    ])
  })

  test('the path that was climbed beside it stays proven', () => {
    const climbed = [
      resolves(),
      connects(),
      shakes(),
      ok('response', responseFacts({ status: 401, headers: GENUINE })),
    ]
    const seen = evidence([searched(KEY), ...climbed], { route: { depth: 'route' } })
    expect(judge(seen, LAW)).toMatchObject({
      owner: 'client-app',
      rung: 'config',
      lastGood: 'http',
    })
  })

  test('a direct call without a key is a finding of its own', () => {
    expect(codes(CALL)).toEqual(['client-app client.direct_api_call browser/direct-api-call'])
  })

  test('the place is the original file, and further places are counted', () => {
    const [finding] = findings(evidence([searched(KEY, KEY, KEY)]), each(BROWSER_RULES))
    expect(finding?.summary).toBe(
      'The built front end contains a key (openai) at src/chat.ts:12:5 (dist/app.js:1:2041) and 2 more places: everybody who opens the page can use it.',
    )
    expect(finding?.doNext[0]).toMatch(/^Revoke the key/)
  })

  test('what a limit left out of the list is counted in the sentence', () => {
    const facts = { files: 3, bytes: 9, hits: [KEY], ignored: 0, omitted: { key: 4 } }
    const [finding] = findings(
      evidence([failed('client-bundle', 'client.key_in_bundle', facts)]),
      each(BROWSER_RULES),
    )
    expect(finding?.summary).toContain('and 4 more places')
  })

  test('what was not searched is nobody’s fault and no pass', () => {
    const facts = {
      files: 3,
      bytes: 9,
      hits: [],
      ignored: 0,
      notSearched: [{ what: 'dist/private', because: 'it cannot be read (EACCES)' }],
      notSearchedBesides: 2,
    }
    const [finding] = findings(
      evidence([failed('client-bundle', 'client.bundle_not_searched', facts)]),
      each(BROWSER_RULES),
    )
    expect(finding).toMatchObject({
      rule: 'browser/not-searched',
      owner: 'unknown',
      code: 'client.bundle_not_searched',
      summary:
        'The front end was not searched to its end (3 files were): dist/private was left out because it cannot be read (EACCES), and 2 more files or folders.',
    })
    expect(finding?.doNext[0]).toContain('chmod -R u+rX')
  })

  test('a folder that cannot be searched is a setting to put right', () => {
    const seen = failed('client-bundle', 'config.client_bundle_unusable')
    expect(findings(evidence([seen]), each(BROWSER_RULES))).toMatchObject([
      { rule: 'browser/folder-unusable', owner: 'request', code: 'config.client_bundle_unusable' },
    ])
  })

  test('a line of the ignore file that does nothing is a note', () => {
    const facts = {
      files: 3,
      bytes: 9,
      hits: [],
      ignored: 0,
      problems: [
        {
          code: 'config.ignore_file_invalid',
          setting: 'ignore:1:1',
          message: 'This line gives no reason.',
          fix: 'Give one.',
          severity: 'warning',
          owner: 'request',
        },
      ],
    } as const
    expect(findings(evidence([ok('client-bundle', facts)]), each(BROWSER_NOTES))).toMatchObject([
      { rule: 'browser/ignore-file', code: 'config.ignore_file_invalid' },
    ])
  })

  test.each([
    ['nothing was found', searched()],
    ['nothing was searched', skipped('client-bundle', 'the folder does not exist')],
  ])('%s: no finding', (_title, seen) => {
    expect(findings(evidence([seen]), each(BROWSER_RULES))).toEqual([])
  })
})

describe('the CORS question', () => {
  const facts = { origin: 'https://app.example', allowed: true, headers: {}, status: 204 }
  const notes = (...given: Parameters<typeof evidence>[0]) =>
    findings(evidence(given), each(BROWSER_NOTES)).map(({ code, rule }) => `${code} ${rule}`)

  test('an open door is a note', () => {
    expect(notes(ok('browser-origin', facts))).toEqual(['client.cors_open browser/cors-open'])
  })

  test('a closed door is a note that says why', () => {
    const because = 'the answer has no access-control-allow-origin.'
    const seen = failed('browser-origin', 'client.cors_refused', {
      ...facts,
      allowed: false,
      because,
    })
    const [note] = findings(evidence([seen]), each(BROWSER_NOTES))
    expect(note?.code).toBe('client.cors_refused')
    expect(note?.rule).toBe('browser/cors-refused')
    expect(note?.summary).toContain(because)
    expect(note?.summary).toContain('on https://app.example may not call https://api.openai.com/v1')
    expect(note?.doNext[0]).toContain('server of your own')
  })

  test('a question that was not answered says nothing', () => {
    expect(notes(failed('browser-origin', 'tcp.refused'))).toEqual([])
  })
})
