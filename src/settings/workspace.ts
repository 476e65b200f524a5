/** The checkout of the job, else the folder that the shell stands in. */
export function workspaceOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['GITHUB_WORKSPACE'] || currentFolder(env)
}

/** A shell may stand in a folder that somebody removed: there is nothing to read then. */
function currentFolder(env: Readonly<Record<string, string | undefined>>): string {
  try {
    return process.cwd()
  } catch {
    return env['PWD'] ?? '/nowhere'
  }
}
