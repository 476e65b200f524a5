import type { EgressQuestion, Environment } from '../../src/egress/index.ts'

export const TARGET = new URL('https://api.openai.test/v1')

/** Not real certificates: nothing here parses them. */
export const pem = (name: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString('base64')}\n-----END CERTIFICATE-----\n`

export const ROOTS = { bundled: () => [pem('bundled')], system: () => [pem('keychain')] }

/** A Debian machine with nothing set, unless the test says otherwise. */
export function question(
  env: Environment,
  more: Partial<EgressQuestion> & { readonly files?: Readonly<Record<string, string>> } = {},
): EgressQuestion {
  const files: Readonly<Record<string, string>> = {
    '/etc/debian_version': '12.11\n',
    '/etc/ssl/certs/ca-certificates.crt': pem('system'),
    ...more.files,
  }
  return {
    url: TARGET,
    env,
    releases: { node: 'v24.21.0' },
    own: { node: 'v24.21.0' },
    platform: 'linux',
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    listFolder: (folder) => listed(Object.keys(files), folder),
    roots: ROOTS,
    ...more,
  }
}

function listed(paths: readonly string[], folder: string): readonly string[] | undefined {
  const below = paths.filter((path) => path.startsWith(`${folder}/`))
  if (below.length === 0) return undefined
  return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
}
