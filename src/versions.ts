import { VERSION as OPENAI_VERSION } from 'openai/version'
import undici from 'undici/package.json' with { type: 'json' }
import type { Packet } from './model/index.ts'
import { VERSION } from './version.ts'

/** What this program is made of, as built. */
export const VERSIONS: Packet['tool'] = {
  name: 'openai-preflight',
  version: VERSION,
  node: process.version,
  openai: OPENAI_VERSION,
  undici: undici.version,
}
