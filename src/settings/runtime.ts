import { existsSync, readlinkSync } from 'node:fs'
import { arch, release, type } from 'node:os'
import type { Runtime } from '../model/index.ts'

/** Variables in which the big clouds name the region of a machine or a function. */
const REGION_VARIABLES = [
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'GOOGLE_CLOUD_REGION',
  'FUNCTION_REGION',
  'REGION_NAME',
  'VERCEL_REGION',
  'FLY_REGION',
] as const

/** The region that the environment names; empty when it names none. */
export function regionOf(env: Readonly<Record<string, string | undefined>>): string {
  return REGION_VARIABLES.map((name) => env[name]).find((value) => value) ?? ''
}

/** Where this process runs, as far as the environment says it without asking anyone. */
export function describeRuntime(
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): Runtime {
  return {
    os: `${type()} ${release()}`,
    arch: arch(),
    container:
      exists('/.dockerenv') ||
      exists('/run/.containerenv') ||
      env['KUBERNETES_SERVICE_HOST'] !== undefined,
    runnerName: env['RUNNER_NAME'] ?? '',
    runnerKind:
      env['RUNNER_ENVIRONMENT'] === 'github-hosted'
        ? 'github-hosted'
        : env['GITHUB_ACTIONS'] === 'true'
          ? 'self-hosted'
          : 'none',
    region: regionOf(env),
    source: 'live',
  }
}

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
