import { eachLine, type Named } from './manifest.ts'

const GROUP = /\bgroup\s*[:=]\s*["']([\w.-]+)["']/
const NAME = /\bname\s*[:=]\s*["']([\w.-]+)["']/
const VERSION = /\bversion\s*[:=]\s*["']([\w.-]+)["']/
const REFERENCE = /\bversion\.ref\s*=\s*["']([\w.-]+)["']/

/**
 * `group:name:version`, `group: 'g', name: 'n', version: 'v'`, and in a version catalogue
 * `module = "group:name", version.ref = "of [versions]"`.
 */
export function gradleDependencies(text: string): Named {
  const versions = new Map<string, string>()
  const found = eachLine(text, (line) => {
    const [, key, value] = /^\s*([\w-]+)\s*=\s*"([\w.-]+)"\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) versions.set(key, value)
    const [group = '', name = '', version = '', reference = ''] = [
      GROUP,
      NAME,
      VERSION,
      REFERENCE,
    ].map((part) => part.exec(line)?.[1] ?? '')
    const apart: Named = group === '' ? [] : [[`${group}:${name}`, version]]
    const together = [
      ...line.matchAll(/(?<![\w.-])([\w.-]{1,200}:[\w.-]{1,200})(?::([\w.-]{1,200}))?/g),
    ].map(([, both = '', own]): Named[number] => [
      both,
      own ?? (reference === '' ? version : `ref ${reference}`),
    ])
    return [...apart, ...together]
  })
  return withBoms(
    found.map(([name, version]) => [
      name,
      version.startsWith('ref')
        ? (versions.get(version.slice('ref'.length).trim()) ?? '')
        : version,
    ]),
  )
}

/** Elements of a `<dependency>` stand on one line or on many: the last group, artifact and version. */
export function mavenDependencies(text: string): Named {
  const found: (readonly [string, string])[] = []
  const said = { groupId: '', artifactId: '', version: '' }
  const parts = text.split('<')
  const properties = new Map<string, string>()
  for (const part of parts) {
    const end = part.indexOf('>')
    if (end === -1 || end > 40) continue
    const tag = part.slice(0, end)
    if (tag.endsWith('version') && tag !== 'version') {
      properties.set(`\${${tag}}`, part.slice(end + 1, end + 101).trim())
    } else if (tag === 'dependency')
      Object.assign(said, { groupId: '', artifactId: '', version: '' })
    else if (tag === 'groupId' || tag === 'artifactId' || tag === 'version')
      said[tag] = part.slice(end + 1, end + 101).trim()
    else if (tag === '/dependency') found.push([`${said.groupId}:${said.artifactId}`, said.version])
  }
  return withBoms(found.map(([name, version]) => [name, properties.get(version) ?? version]))
}

/** Artifacts without a version have that of the bill of materials of their group. */
function withBoms(found: Named): Named {
  const group = (name: string): string => name.slice(0, name.indexOf(':'))
  const isBom = ([name]: Named[number]): boolean => name.endsWith('-bom')
  const boms = new Map(found.filter(isBom).map(([name, version]) => [group(name), version]))
  return found
    .filter((one) => !isBom(one))
    .map(([name, version]) => [name, version === '' ? (boms.get(group(name)) ?? '') : version])
}
