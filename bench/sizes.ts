import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { figureOf } from './measure.ts'
import type { Row } from './row.ts'

/** Bytes of the built files: all of them, and what a run loads before its request. */
export function sizes(dist: string): Row[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dist, name))
    .filter((name) => name.endsWith('.js') && statSync(name).isFile())
  const row = (name: string, paths: readonly string[], note: string): Row => ({
    section: 'Bytes of dist',
    name,
    unit: 'KiB',
    figure: figureOf([paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1024]),
    note,
  })
  const action = reached(join(dist, 'chunks', 'action.js'))
  const own = (path: string): boolean => action.has(path)
  return [
    row('everything', files, `${String(files.length)} files, not minified`),
    row(
      'the action before its request',
      files.filter(own),
      `${String(files.filter(own).length)} files; the rest is loaded when it is used`,
    ),
  ]
}

/** A chunk and all that it imports statically. */
function reached(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export) .*?from "(\.[^"]+)";$/gm)) {
    reached(join(dirname(file), name), seen)
  }
  return seen
}
