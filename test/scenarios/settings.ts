/** Wrong before any packet: nothing may be sent. */
import type { Code, Owner } from '../../src/model/index.ts'
import { atMost, direct } from './loopback.ts'
import { fails } from './scenario.ts'
import type { Scenario } from './scenario.ts'

interface Setting {
  readonly id: string
  readonly title: string
  readonly key?: (key: string) => string
  readonly flags?: Readonly<Record<string, string>>
  readonly owner: Owner
  readonly code: Code
}

const SETTINGS_TABLE: readonly Setting[] = [
  {
    id: 'CFG01',
    title: 'The key is missing',
    key: () => '',
    owner: 'auth',
    code: 'config.key_missing',
  },
  {
    id: 'CFG02',
    title: 'The key has a line break inside',
    key: (key) => `${key.slice(0, 20)}\n${key.slice(20)}`,
    owner: 'auth',
    code: 'config.key_has_newline',
  },
  {
    id: 'CFG03',
    title: 'The key is an expression that was not expanded',
    key: () => ['$', '{{ secrets.OPENAI_API_KEY }}'].join(''),
    owner: 'auth',
    code: 'config.key_unexpanded',
  },
  {
    id: 'CFG04',
    title: 'The base URL has no scheme',
    flags: { 'base-url': 'api.openai.com/v1' },
    owner: 'request',
    code: 'config.base_url_no_scheme',
  },
  {
    id: 'CFG05',
    title: 'The base URL is plain HTTP to a public host',
    flags: { 'base-url': 'http://api.openai.com/v1' },
    owner: 'request',
    code: 'config.base_url_plain_http',
  },
]

export const SETTINGS: readonly Scenario[] = SETTINGS_TABLE.map((row) => ({
  id: row.id,
  title: row.title,
  needs: 'loopback',
  expect: fails(row.owner, 'config', row.code, 'none'),
  async arrange(lab) {
    const api = await lab.api()
    return {
      flags: { ...direct(api.port), ...row.flags, 'missing-key': 'fail' },
      ...(row.key === undefined ? {} : { env: { OPENAI_API_KEY: row.key(lab.key) } }),
      complaints: () => atMost('connections', api.connections(), 0),
    }
  },
}))
