import type { Client } from '../model/index.ts'

/** A package that a manifest or lock file of the checkout names. */
export interface Mention {
  readonly client: Client
  readonly path: string
  /** Normalised name of the package. */
  readonly package: string
  /** Version or range as written, without blanks; empty when there is none. */
  readonly version: string
  /** `manifest`: somebody asked for it. `lock`: it is installed, perhaps for another package. */
  readonly in: 'manifest' | 'lock'
}

export interface ManifestReader {
  readonly client: Client
  readonly in: Mention['in']
  /** Of the path. */
  readonly file: RegExp
  /** Names and versions of the packages in it that matter. May throw on garbage. */
  readonly read: (text: string) => readonly (readonly [name: string, version: string])[]
}

export type Named = ReturnType<ManifestReader['read']>

/** A value of parsed JSON, when it is an object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function parsedJson(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  return record(value)
}
