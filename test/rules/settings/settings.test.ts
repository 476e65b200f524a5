import { describe, expect, test } from 'vitest'
import type { Code, Egress, SettingProblem } from '../../../src/model/index.ts'
import { LAW } from '../../../src/rules/index.ts'
import { LAW_OF_SETTINGS, each } from '../../../src/rules/law.ts'
import { judge } from '../../../src/run/judge.ts'
import { SETTING_NOTES, SETTINGS_RULES } from '../../../src/rules/settings.ts'
import { findings } from '../connection/decide.ts'
import { evidence, failed, ok } from '../evidence-builder.ts'

function problem(code: Code, more: Partial<SettingProblem> = {}): SettingProblem {
  return {
    code,
    setting: 'OPENAI_API_KEY',
    message: `${code} is wrong.`,
    fix: `Correct ${code}.`,
    severity: 'fatal',
    owner: 'request',
    ...more,
  }
}

function stopped(...problems: readonly SettingProblem[]) {
  return failed('settings', problems[0]?.code ?? 'config.invalid', { problems })
}

describe('settings that stop the request', () => {
  test.each([
    ['config.key_missing', 'auth', 'settings/key'],
    ['config.key_has_newline', 'auth', 'settings/key'],
    ['config.base_url_invalid', 'request', 'settings/base-url'],
    ['config.base_url_plain_http', 'request', 'settings/base-url'],
    ['config.conflict_key', 'auth', 'settings/conflict'],
    ['config.api_version_missing', 'route-provider', 'settings/other'],
    ['config.proxy_invalid', 'connection-path', 'settings/way-out'],
    ['config.file_invalid', 'request', 'settings/file'],
    ['config.sdk_mismatch', 'request', 'settings/other'],
  ] as const)('%s is a finding of %s', (code, owner, rule) => {
    const seen = stopped(problem(code, { owner }))
    expect(findings(evidence([seen]), each(SETTINGS_RULES))).toEqual([
      {
        rule,
        owner,
        rung: 'config',
        code,
        retryable: false,
        summary: `${code} is wrong.`,
        doNext: [`Correct ${code}.`],
        doNot: expect.arrayContaining([expect.stringContaining('no packet was sent')]),
        cites: [seen],
      },
    ])
  })

  test('problems of one kind are one finding with all their fixes', () => {
    const seen = stopped(problem('config.key_quoted'), problem('config.key_has_newline'))
    const [finding, ...others] = findings(evidence([seen]), each(SETTINGS_RULES))
    expect(others).toEqual([])
    expect(finding?.code).toBe('config.key_quoted')
    expect(finding?.doNext).toEqual([
      'Correct config.key_quoted.',
      'Correct config.key_has_newline.',
    ])
  })

  test('problems of several kinds are several findings, the key first', () => {
    const seen = stopped(problem('config.base_url_invalid'), problem('config.key_missing'))
    expect(findings(evidence([seen]), each(SETTINGS_RULES)).map(({ code }) => code)).toEqual([
      'config.key_missing',
      'config.base_url_invalid',
    ])
  })

  test('a problem that shows only on the socket counts as well', () => {
    const early = ok('settings', { problems: [] })
    const late = { ...stopped(problem('config.base_url_plain_http')), id: 'settings#2' }
    expect(
      findings(evidence([early, late]), each(SETTINGS_RULES)).map(({ cites }) => cites),
    ).toEqual([[late]])
  })
})

describe('settings that are worth a word', () => {
  const warned = ok('settings', {
    problems: [problem('config.base_url_no_version', { severity: 'warning' })],
  })

  test('never decide', () => {
    expect(findings(evidence([warned]), each(SETTINGS_RULES))).toEqual([])
  })

  test.each([
    ['config.base_url_no_version', 'settings/base-url-note'],
    ['config.key_has_space', 'settings/key-note'],
    ['config.conflict_deadline', 'settings/conflict-note'],
    ['config.proxy_invalid', 'settings/way-out-note'],
    ['config.file_unknown_key', 'settings/file-note'],
    ['config.fail_on_empty', 'settings/other-note'],
  ] as const)('%s is the note %s', (code, rule) => {
    const seen = ok('settings', { problems: [problem(code, { severity: 'warning' })] })
    expect(findings(evidence([seen]), each(SETTING_NOTES))).toMatchObject([
      { rule, code, cites: [seen] },
    ])
  })

  test('are not repeated for what is fatal', () => {
    expect(
      findings(evidence([stopped(problem('config.key_missing'))]), each(SETTING_NOTES)),
    ).toEqual([])
  })
})

describe('while nothing was sent', () => {
  const proxy = {
    scheme: 'http',
    host: 'proxy.internal',
    port: 3128,
    source: 'HTTP_PROXY',
    hasCredentials: false,
  } as const
  const unusable = { variable: 'HTTPS_PROXY', because: 'it names no port.', fix: 'Name one.' }
  const ignored = [{ variable: 'ALL_PROXY', because: 'curl alone reads it', fix: 'Unset it.' }]

  test.each<Partial<Egress>>([
    {},
    { verifies: false },
    { ignored, assumes: ['since 24 it reads HTTPS_PROXY'] },
    { proxy, clientUnknown: true as const },
    { unusable: { ...unusable, by: 'client' as const } },
    { unusable: { ...unusable, by: 'preflight' as const }, verifies: false, ignored },
  ])('the settings alone say what all rules say, with %j', (egress) => {
    const warning = problem('config.key_quoted', { severity: 'warning' })
    const all = [
      [stopped(problem('config.key_missing', { owner: 'auth' }), warning)],
      [stopped(problem('config.base_url_invalid'), problem('config.file_invalid'))],
      [ok('settings', { problems: [warning] })],
    ]
    for (const depth of ['route', 'auth', 'request'] as const) {
      for (const baseUrl of ['https://api.openai.com/v1', 'http://gateway.internal:4000']) {
        for (const seen of all) {
          const one = evidence(seen, { route: { depth, baseUrl }, egress })
          expect(judge(one, LAW_OF_SETTINGS)).toEqual(judge(one, LAW))
        }
      }
    }
  })
})
