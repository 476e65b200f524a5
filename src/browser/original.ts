import { posix } from 'node:path'

/** Where an original file lies, by the name that a source map in `mapFile` gives it. */
export function originalFile(mapFile: string, source: string): string {
  const bare = source.replace(/\?[^/]*$/, '')
  // `webpack://name/./src/a.ts`, `turbopack:///[project]/src/a.ts`: from the root of the project.
  const bundled =
    /^(?:webpack|turbopack|rspack|ng|meteor|vite):\/\/[^/]*\/(?:\[project\]\/)?(.*)$/.exec(
      bare,
    )?.[1]
  if (bundled !== undefined) return posix.normalize(bundled)
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('/'))
    return bare.replace(/^file:\/\//, '')
  return posix.normalize(posix.join(posix.dirname(mapFile), bare))
}
