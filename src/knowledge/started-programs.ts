/**
 * Folders of PATH whose programs are the machine's: absolute, and outside of the checkout, where they are a
 * stranger's. A checkout that is the root of a drive is none.
 * @param checkout absolute
 */
export function outside(searchPath: string, checkout: string, windows = false): readonly string[] {
  const plain = (folder: string): string =>
    `${windows ? folder.replaceAll('\\', '/').toLowerCase() : folder}/`.replaceAll(/\/+/g, '/')
  const own = plain(checkout)
  return searchPath.split(windows ? ';' : ':').filter((folder) => {
    const place = plain(folder)
    const isAbsolute = (windows ? /^[a-z]:[/\\]/i : /^\//).test(folder) && !place.includes('/../')
    return isAbsolute && (/^(?:[a-z]:)?\/$/.test(own) || !place.startsWith(own))
  })
}

/** What the programs that are started see of the environment: no key of another service is among it. */
const SEES = {
  /** The command of Azure, a script around Python. */
  az: /^(?:PATH|HOME|USERPROFILE|LANG|LC_\w+|TMPDIR|TE?MP|XDG_\w+|PYTHON\w*|AZURE_CONFIG_DIR|AZURE_CORE_\w+|(?:https?|all|no)_proxy|REQUESTS_CA_BUNDLE|SSL_CERT_\w+|CURL_CA_BUNDLE)$/i,
  /** A runtime that says its version; a version manager chooses it. */
  runtime: /^(?:HOME|PATHEXT|SYSTEMROOT|USERPROFILE|(?:PYENV|RBENV|ASDF|MISE)_[A-Z_]+)$/i,
  /** The prefix of `inside`, a command of the user's own; the inputs of the step are none of its business. */
  prefix: /^(?!INPUT_)/i,
} as const

/** The environment of a program that is started. */
export function environmentOf(
  program: keyof typeof SEES,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => SEES[program].test(name)))
}
