import type { ClientBundleFacts } from '../model/index.ts'

export type BundleHit = ClientBundleFacts['hits'][number]

/** Something found in a stretch of text, before it is known which line that is. */
export interface Match {
  readonly kind: BundleHit['kind']
  readonly what: string
  /** Offset in the text that was looked at; bytes, for the text is latin1. */
  readonly at: number
  readonly encoded?: 'base64' | 'split'
  /** A Google key is a secret only where Gemini is called: it counts when some file does that. */
  readonly needsGemini?: boolean
}

/** A hit that may still turn out to be harmless, or a copy of another. */
export type FileHit = BundleHit & {
  readonly needsGemini?: true
  /** Found in a source that a source map carries. */
  readonly inSources?: true
}

/** One file of the bundle. */
export interface BundleFile {
  /** Folder that is searched, absolute. */
  readonly root: string
  /** Relative to `root`, with `/`. */
  readonly name: string
  /** As it is reported. */
  readonly shown: string
}
