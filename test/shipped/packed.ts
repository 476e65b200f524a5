import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, SYSTEM_PATH, type Finished } from '../lab/namespace.ts'
import { labRoot } from '../loopback/pki.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** The Node.js of the action and of the command line. */
export const NODE = join(ROOT, 'node_modules/node/bin/node')

/** The package as its users get it: packed by npm and unpacked where nothing else is. */
export interface Packed extends Disposable {
  /** Of the test: everything that it makes goes below. */
  readonly folder: string
  /** Where the package lies. */
  readonly home: string
  /** `dist/cli.js` with these flags, in an environment of its own. */
  readonly cli: (
    flags: readonly string[],
    options?: {
      readonly env?: Readonly<Record<string, string>>
      readonly input?: string
      readonly cwd?: string
    },
  ) => Promise<Finished>
}

export function unpack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-shipped-'))
  const made = execFileSync(
    'npm',
    ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder],
    { cwd: ROOT, encoding: 'utf8' },
  )
  const home = join(folder, 'package')
  execFileSync('tar', ['-xzf', join(folder, made.trim()), '-C', folder])
  const root = join(folder, 'root.pem')
  writeFileSync(root, labRoot().pem)
  return {
    folder,
    home,
    cli: (flags, { env = {}, ...rest } = {}) =>
      run(NODE, [join(home, 'dist/cli.js'), ...flags], {
        cwd: folder,
        timeoutMs: 50_000,
        ...rest,
        env: { PATH: SYSTEM_PATH, NODE_EXTRA_CA_CERTS: root, TMPDIR: folder, ...env },
      }),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
