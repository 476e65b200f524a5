import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
  const action = reached(join(dist, 'chunks', 'doors-action.js'))
  const own = (path: string): boolean => action.has(path)
  const { always } = JSON.parse(readFileSync(join(dist, 'inside/node.json'), 'utf8'))
  return [
    row('everything', files, `${String(files.length)} files, not minified`),
    row(
      'the action before its request',
      files.filter(own),
      `${String(files.filter(own).length)} files; the rest is loaded when it is used`,
    ),
    row(
      'what inside sends to a Node.js target',
      always.map((name: string) => join(dist, name)),
      'uncompressed (450 KiB packed); only Entra ID is sent when it is asked for',
    ),
    {
      section: 'Bytes of dist',
      name: 'download of a job',
      unit: 'KiB',
      figure: figureOf([archive(dist) / 1024]),
      note: 'the archive of a tag, gz',
    },
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

/** Bytes of the archive that GitHub makes of a tag: what is not `export-ignore`, with this dist. */
function archive(dist: string): number {
  const root = join(import.meta.dirname, '..')
  const folder = mkdtempSync(join(tmpdir(), 'bench-archive-'))
  try {
    const head = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], {
      cwd: root,
      maxBuffer: 2 ** 28,
    })
    execFileSync('tar', ['-x', '-C', folder], { input: head })
    rmSync(join(folder, 'dist'), { recursive: true, force: true })
    cpSync(dist, join(folder, 'dist'), { recursive: true })
    return execFileSync('tar', ['-cz', '-C', folder, '.'], { maxBuffer: 2 ** 28 }).length
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
