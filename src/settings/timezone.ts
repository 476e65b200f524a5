import { readlinkSync } from 'node:fs'

/** Debian, Fedora, macOS and the images of most containers link the zone of the machine here. */
const LINK = '/etc/localtime'

/**
 * IANA name of this machine's time zone. Only ICU knows it everywhere, and takes 15 ms of CPU to
 * load for this one word (measured); where the system has the name in a link, the link is read.
 */
export function timezoneName(
  env: Readonly<Record<string, string | undefined>> = process.env,
  readLink: (path: string) => string = readlinkSync,
): string {
  return (
    (env['TZ'] === undefined ? linkedName(readLink) : undefined) ??
    Intl.DateTimeFormat().resolvedOptions().timeZone
  )
}

function linkedName(readLink: (path: string) => string): string | undefined {
  try {
    const name = /\/zoneinfo\/([A-Za-z]\w*(?:\/[\w+-]+)*)$/.exec(readLink(LINK))?.[1]
    // As ICU calls it.
    return name === 'Etc/UTC' ? 'UTC' : name
  } catch {
    return undefined
  }
}
