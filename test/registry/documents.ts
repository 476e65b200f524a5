import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)

export function textOf(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8')
}

/** Paths of all TypeScript files under a folder, from the root of the repository. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, ROOT)), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}${path}`)
    .toSorted()
}

/** A level-two heading with the text up to the next heading. */
export interface Section {
  readonly heading: string
  readonly text: string
}

export function sectionsOf(markdown: string): readonly Section[] {
  return markdown
    .split(/^(?=#{1,2} )/m)
    .filter((part) => part.startsWith('## '))
    .map((part) => {
      const [first = '', ...rest] = part.split('\n')
      return { heading: first.slice(3).trim(), text: rest.join('\n') }
    })
}

/** GitHub's anchors, computed apart from `findingUrl` so that each checks the other. */
export function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    Array.from(title.trim().toLowerCase(), (character) => {
      if (character === ' ') return '-'
      return /[\p{L}\p{N}_-]/u.test(character) ? character : ''
    }).join(''),
  )
}
