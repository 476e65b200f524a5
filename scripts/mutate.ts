/**
 * `node scripts/mutate.ts [MOST] [PATH]`: mutation testing of what decides: the judge, promises,
 * settings, egress, the run, exit codes, quota rules. Changes one operator or constant of the source at a time, in a copy, and runs the tests of that place; a
 * mutant that no test notices is printed. At most MOST mutants (40) for each target, evenly spread
 * over its lines; PATH is a part of the names of files. With a number in `MUTATE_SEED` it takes MOST of
 * all mutants together, by chance: a sample that no test was written for. `node scripts/mutate.ts promises` breaks each
 * promise of the contract once (scripts/promises.ts) and fails where its test does not notice. Written by ourselves because Stryker's runner cannot select single tests of vitest 5.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROMISES, type Promised } from './promises.ts'

const ROOT = join(import.meta.dirname, '..')
const OF_PROMISES = process.argv[2] === 'promises'
const MOST = Number(process.argv[2] ?? 40)
const ONLY = process.argv[3] ?? ''
const SEED = Number(process.env['MUTATE_SEED'] ?? 0)
const WORKERS = Number(process.env['MUTATE_WORKERS'] ?? 2)
/** Tests that take longer than this have met an endless loop. */
const LONGEST_MS = 180_000

interface Target {
  readonly files: readonly string[]
  /** Those that should notice when one of the files is wrong. */
  readonly tests: readonly string[]
  /** With servers of their own: asked when none of those noticed. */
  readonly slow?: readonly string[]
  /** Of the lab, for what needs a network of its own: asked with a fresh build when no other test noticed. */
  readonly lab?: readonly string[]
}

const src = (folder: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `src/${folder}/${name}.ts`)

const all = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, 'src', folder))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => `src/${folder}/${name}`)

/** Written for mutants that nothing else noticed. */
const SMALL = 'test/small-decisions.test.ts'

const TARGETS: readonly Target[] = [
  {
    files: src('redaction', 'fragments', 'literals', 'search'),
    tests: ['test/redaction', 'test/properties/redaction.test.ts', 'test/decisions.test.ts'],
  },
  {
    files: src('wire', 'traced-agent'),
    tests: ['test/decisions.test.ts', 'test/wire', 'test/hostile/key-discipline.test.ts'],
    lab: ['test/hostile/hanging.lab.test.ts', '-t', 'plain HTTP'],
  },
  { files: all('settings'), tests: ['test/settings', SMALL, 'test/limits.test.ts'] },
  { files: all('egress'), tests: ['test/egress', SMALL, 'test/limits.test.ts'] },
  {
    files: all('run'),
    tests: ['test/properties', 'test/decisions.test.ts', SMALL],
    slow: [
      'application',
      'client',
      'client-paths',
      'compare',
      'repeats',
      'routes',
      'surroundings',
      'told-once',
      'verify-command',
      'walk-through',
    ].map((name) => `test/run/${name}.test.ts`),
  },
  { files: src('doors', 'exit-code'), tests: ['test/decisions.test.ts'] },
  {
    files: src('rules/answers', 'quota'),
    tests: ['test/rules/answers', SMALL],
  },
  { files: src('knowledge', 'addresses', 'distance', 'hosts'), tests: ['test/knowledge', SMALL] },
]

const OPERATORS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \?\? /g, ' && '],
  [/ < /g, ' >= '],
  [/ >= /g, ' < '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  // Not the digits of an address, where a mask takes them away again; nor `-1`, of which comparing
  // functions and `indexOf` look at the sign alone.
  [/(?<![\d.-])\b1\b(?![.\d])/g, '2'],
  [/(?<![\d.])\b0\b(?![.\d])/g, '1'],
  [/\.filter\(/g, '.slice('],
]

/** A mutant of these lines behaves as the line does, so that no test can notice it. */
const EQUIVALENT: readonly (readonly [after: string, reason: string])[] = [
  ['?.restMs ?? 1', 'without a rest there is 0 or 1 ms of it, and a deadline is at least a second'],
  [
    ".slice((entry) => entry !== '')",
    'an empty entry allows the host without a name, and http has none',
  ],
  ['{ length: to.length + 2 }', 'the last column of the table is never read'],
]

interface Mutant {
  readonly file: string
  readonly line: number
  readonly before: string
  readonly after: string
  readonly text: string
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** MOST of all together: shuffled by the seed, and cut. */
function byChance(mutants: readonly Mutant[]): ReadonlySet<Mutant> {
  const next = chance(SEED)
  const shuffled = mutants.map((one) => ({ one, at: next() })).toSorted((a, b) => a.at - b.at)
  return new Set(shuffled.slice(0, MOST).map(({ one }) => one))
}

/** Comments and imports say nothing that a test could notice. */
function isCode(line: string): boolean {
  return !/^\s*(?:\/\/|\*|\/\*|import |export type|export \* )/.test(line)
}

function mutantsOf(file: string): readonly Mutant[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  return lines.flatMap((before, index) =>
    isCode(before)
      ? OPERATORS.flatMap(([pattern, replacement]) =>
          [...before.matchAll(pattern)].flatMap((match): readonly Mutant[] => {
            const after =
              before.slice(0, match.index) +
              replacement +
              before.slice(match.index + match[0].length)
            const text = lines.with(index, after).join('\n')
            if (EQUIVALENT.some(([equal]) => after.includes(equal))) return []
            return [{ file, line: index + 1, before: before.trim(), after: after.trim(), text }]
          }),
        )
      : [],
  )
}

/** Evenly spread, so that a smaller number still looks everywhere. */
function sample<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most)
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, n) => all[Math.floor(n * step)],
  ).filter((one) => one !== undefined)
}

/** Everything that the tests may read, as it is here and now. */
function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-mutants-'))
  for (const name of readdirSync(ROOT)) {
    const linked = name === 'node_modules' || name === 'dist'
    if (linked) symlinkSync(join(ROOT, name), join(folder, name))
    else if (name !== '.git') cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  }
  return folder
}

function noticed(
  folder: string,
  tests: readonly string[],
  project: readonly string[] = [],
): Promise<boolean> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', ...project, '--bail', '1', '--reporter', 'dot', ...tests]
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: 'ignore',
      timeout: LONGEST_MS,
    })
    child.once('close', (code) => done(code !== 0))
  })
}

const LAB = ['--config', 'test/lab/vitest.config.ts']

/** Tests of the lab run what is shipped: it is built from the source of the copy. */
function noticedInLab(folder: string, tests: readonly string[]): Promise<boolean> {
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, stdio: 'ignore' })
  return noticed(folder, tests, LAB)
}

/** The test of a promise passes as it is, and fails when the promise is broken. */
async function breakPromise({ file, mutant, test }: Promised): Promise<string> {
  const folder = copyOfProject()
  // What is built from a broken source must not land in the real folder.
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
  const lab = test.file.includes('.lab.')
  // Titles of tables have placeholders.
  const title = test.title.split(/%\w/).toSorted((a, b) => b.length - a.length)[0] ?? ''
  const named = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const asked = [test.file, '-t', named.trim()]
  const how = lab ? LAB : []
  try {
    if (await noticed(folder, asked, how)) return 'fails before anything is broken'
    const path = join(folder, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(...mutant))
    // Some tests run what is shipped.
    spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, stdio: 'ignore' })
    return (await noticed(folder, asked, how)) ? '' : 'does not notice'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (OF_PROMISES) {
  let broken = 0
  for (const one of PROMISES) {
    if (!one.holder.includes(ONLY)) continue
    const trouble = await breakPromise(one)
    if (trouble !== '') broken += 1
    process.stdout.write(
      `${one.promise} ${one.holder}: ${trouble === '' ? 'killed' : `${one.test.file} ${trouble}`}\n`,
    )
  }
  process.exit(broken === 0 ? 0 : 1)
}

const candidates = TARGETS.map(({ files }) =>
  files.filter((file) => file.includes(ONLY)).flatMap(mutantsOf),
)
const chosen = SEED === 0 ? undefined : byChance(candidates.flat())
let [killed, total] = [0, 0]
for (const [index, { files, tests, slow, lab }] of TARGETS.entries()) {
  const own = candidates[index] ?? []
  const waiting =
    chosen === undefined ? [...sample(own, MOST)] : own.filter((one) => chosen.has(one))
  if (waiting.length === 0) continue
  const [count, before] = [waiting.length, killed]
  const work = async (): Promise<void> => {
    const folder = copyOfProject()
    // Tests that fail by themselves would notice everything.
    if (await noticed(folder, [...tests, ...(slow ?? [])]))
      throw new Error(`without a mutant they fail: ${tests.join(' ')}`)
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const path = join(folder, one.file)
      const original = readFileSync(path, 'utf8')
      writeFileSync(path, one.text)
      const isNoticed =
        (await noticed(folder, tests)) ||
        (slow !== undefined && (await noticed(folder, slow))) ||
        (lab !== undefined && (await noticedInLab(folder, lab)))
      if (isNoticed) killed += 1
      else process.stdout.write(`${one.file}:${one.line}\n  - ${one.before}\n  + ${one.after}\n`)
      writeFileSync(path, original)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  total += count
  process.stdout.write(`${files.join(', ')}: ${killed - before} of ${count} noticed\n`)
}
process.stdout.write(
  `All: ${killed} of ${total} noticed (${Math.round((100 * killed) / total)} %)\n`,
)
