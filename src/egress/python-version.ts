import { CLIENT_RELEASES } from '../knowledge/client-releases.ts'
import type { Checkout, EgressQuestion } from './question.ts'
import { filled } from './variables.ts'

/** A Python by its minor version (of 3), or a bound of it, and where that was read. */
export interface PythonVersion {
  readonly minor: number
  /** `below` and `from`: what a bound such as `>=3.13` leaves open. */
  readonly is: 'exactly' | 'from' | 'below'
  /** e.g. `.python-version`. */
  readonly source: string
}

/** Roots of one environment: venv and uv, conda, actions/setup-python. */
const PREFIXES = ['VIRTUAL_ENV', 'CONDA_PREFIX']
/** A version or a path that ends in one: uv, pyenv, actions/setup-python. */
const VERSIONS = 'UV_PYTHON PYENV_VERSION pythonLocation Python3_ROOT_DIR Python_ROOT_DIR'.split(
  ' ',
)

/**
 * The Python that runs the application here: the environment that is active, then what the checkout
 * asks for, then what `python3 --version` says.
 */
export function runningPython(question: EgressQuestion): PythonVersion | undefined {
  const minor = minorOf(question.releases?.python ?? '')
  const onPath: PythonVersion | undefined =
    minor === undefined ? undefined : { minor, is: 'exactly', source: 'python3 on PATH' }
  return named(question) ?? question.installed?.python ?? onPath
}

function named(question: EgressQuestion): PythonVersion | undefined {
  for (const name of PREFIXES) {
    const prefix = filled(question, name)?.value
    const minor = prefix === undefined ? undefined : inPrefix(question, prefix)
    if (minor !== undefined) return { minor, is: 'exactly', source: name }
  }
  for (const name of VERSIONS) {
    const minor = minorOf(filled(question, name)?.value ?? '')
    if (minor !== undefined) return { minor, is: 'exactly', source: name }
  }
  return undefined
}

/** `lib/python3.13` of an environment, or `version = 3.13.1` of its pyvenv.cfg (Windows has no such folder). */
function inPrefix(question: EgressQuestion, prefix: string): number | undefined {
  const folders = question.listFolder?.(`${prefix}/lib`) ?? []
  const config = question.readFile(`${prefix}/pyvenv.cfg`) ?? ''
  return (
    theOnly(folders.flatMap((name) => /^python3\.(\d+)$/.exec(name)?.[1] ?? [])) ??
    minorOf(/^version(?:_info)?\s*=\s*(\S+)/m.exec(config)?.[1] ?? '')
  )
}

function theOnly(minors: readonly string[]): number | undefined {
  const [minor, ...others] = [...new Set(minors)]
  return minor === undefined || others.length > 0 ? undefined : Number(minor)
}

/** `3.13`, `3.13.1`, `cpython-3.13.1-linux-x86_64-gnu`, `/opt/hostedtoolcache/Python/3.13.1/x64`. */
function minorOf(text: string): number | undefined {
  const minor = /(?:^|[^\d.])3\.(\d{1,2})(?=$|[^\d])/.exec(text)?.[1]
  return minor === undefined ? undefined : Number(minor)
}

/** Files at the top of a checkout that say which Python it wants, the most exact first, and where in them. */
const ASKS: readonly (readonly [file: string, read: typeof exactly, where: RegExp])[] = [
  ['.python-version', exactly, /^[ \t]*([^#\s]\S*)/m],
  ['.tool-versions', exactly, /^[ \t]*python[ \t]+(\S+)/m],
  ['mise.toml', exactly, /^[ \t]*python[ \t]*=[ \t]*["']([^"']+)["']/m],
  ['runtime.txt', exactly, /^python-(\S+)/m],
  ['Pipfile', exactly, /^python_(?:full_)?version\s*=\s*"([^"]+)"/m],
  ['uv.lock', bounded, /^requires-python\s*=\s*"([^"]+)"/m],
  ['pyproject.toml', bounded, /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"']+)["']/m],
  // Poetry's own table.
  ['pyproject.toml', bounded, /^[ \t]*python[ \t]*=[ \t]*["']([^"']+)["']/m],
]

/** The Python that the checkout asks for; `undefined` where its files leave 3.12 and 3.13 open. */
export function askedPython({ files, readFile }: Checkout): PythonVersion | undefined {
  for (const [file, read, where] of ASKS) {
    const text = files.includes(file) ? readFile(file) : undefined
    const found = text === undefined ? undefined : read(where.exec(text)?.[1])
    if (found !== undefined) return { ...found, source: file }
  }
  return undefined
}

function exactly(text = ''): Omit<PythonVersion, 'source'> | undefined {
  const minor = minorOf(text)
  return minor === undefined ? undefined : { minor, is: 'exactly' }
}

/** PEP 440 and Poetry's `^`: both ends count where they are given, and the lower one is a floor only. */
function bounded(specifier = ''): Omit<PythonVersion, 'source'> | undefined {
  const exact = /(?:^|,)\s*(?:===?|~=?)\s*(3\.\d{1,2})(?:\.[\d*]+)?\s*(?:$|,)/.exec(specifier)
  // `~=3.13` alone is `>=3.13, <4` (PEP 440); `~3.13` and `~=3.13.0` stay below 3.14.
  if (exact !== null && !/~=\s*3\.\d{1,2}\s*(?:$|,)/.test(exact[0])) return exactly(exact[1])
  const below = /<\s*3\.(\d{1,2})/.exec(specifier)?.[1]
  const upTo = /<=\s*3\.(\d{1,2})/.exec(specifier)?.[1]
  const from = /(?:>=|\^|~=)\s*3\.(\d{1,2})/.exec(specifier)?.[1]
  const end =
    below === undefined ? (upTo === undefined ? undefined : Number(upTo) + 1) : Number(below)
  if (end !== undefined && end <= STRICT_SINCE) return { minor: end, is: 'below' }
  if (from !== undefined && Number(from) >= STRICT_SINCE) return { minor: Number(from), is: 'from' }
  return undefined
}

/** First minor version whose `ssl.create_default_context` sets VERIFY_X509_STRICT and VERIFY_X509_PARTIAL_CHAIN. */
const STRICT_SINCE = minorOf(CLIENT_RELEASES.python.changes.strict.since[0]) ?? 0

/** Whether this Python's default context verifies by the letter. */
export function isStrict({ minor, is }: PythonVersion): boolean {
  return is !== 'below' && minor >= STRICT_SINCE
}

/** `Python 3.13 (.python-version)`. */
export function nameOf({ minor, is, source }: PythonVersion): string {
  const bound = is === 'exactly' ? '' : is === 'from' ? ' or later' : ' or earlier'
  return `Python 3.${String(is === 'below' ? minor - 1 : minor)}${bound} (${source})`
}
