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
