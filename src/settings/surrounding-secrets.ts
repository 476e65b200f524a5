import { Secret } from '../model/index.ts'
import type { SettingsSource } from './sources.ts'

/** Variables of SDKs and of the runner that hold secrets, whether this run uses them or not. */
const VARIABLES = `OPENAI_API_KEY AZURE_OPENAI_API_KEY OPENAI_ADMIN_KEY OPENAI_WEBHOOK_SECRET
  AZURE_OPENAI_AD_TOKEN AZURE_CLIENT_SECRET AZURE_CLIENT_CERTIFICATE_PASSWORD IDENTITY_HEADER
  MSI_SECRET ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_RUNTIME_TOKEN GITHUB_TOKEN GH_TOKEN`.split(
  /\s+/,
)

/** Shorter values are words like `true`; masking them would shred every text. */
const SHORTEST = 12

/** Secrets in the environment that a server or a log could give back to us. */
export function knownSecrets(env: SettingsSource['env']): readonly Secret[] {
  const secrets: Secret[] = []
  for (const name of VARIABLES) {
    const value = env[name]?.trim() ?? ''
    if (value.length >= SHORTEST && !/[\s$<>*]/.test(value)) secrets.push(new Secret(value, name))
  }
  // OPENAI_CUSTOM_HEADERS: one `Name: value` on each line.
  for (const line of (env['OPENAI_CUSTOM_HEADERS'] ?? '').split('\n')) {
    const value = line.slice(line.indexOf(':') + 1).trim()
    if (value.length >= SHORTEST) secrets.push(new Secret(value, 'OPENAI_CUSTOM_HEADERS'))
  }
  return secrets
}
