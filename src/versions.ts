import { VERSION } from 'openai/version'
import undici from 'undici/package.json' with { type: 'json' }
import own from '../package.json' with { type: 'json' }
import type { Packet } from './model/index.ts'

/** What this program is made of, as built. */
export const VERSIONS: Packet['tool'] = {
  name: 'openai-preflight',
  version: own.version,
  node: process.version,
  openai: VERSION,
  undici: undici.version,
}
