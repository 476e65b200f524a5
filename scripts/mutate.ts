/**
 * `node scripts/mutate.ts [MOST] [PATH]`: mutation testing of what decides: the judge, promises,
 * settings, egress, the run, exit codes, rules about OpenAI's answers. Changes one operator or constant of the source at
 * a time (scripts/mutants.ts), in a copy, and runs the tests of that place, then all others without
 * sockets, then those of the run with servers; a mutant that no test notices is printed. At most MOST
 * mutants (40) for each target, evenly spread over its lines; PATH is a part of the names of files.
 * With a number in `MUTATE_SEED` it takes MOST of all mutants together, by chance: a sample that no test
 * was written for. `MUTATE_WORKERS` (2) run side by side. `node scripts/mutate.ts promises` breaks each
 * promise of the contract once (scripts/promises.ts) and fails where its test does not notice. Written
 * by ourselves because Stryker's runner cannot select single tests of vitest 5.
 */
import { fork, spawn, spawnSync } from 'node:child_process'
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
import { mutantsOf, type Mutant } from './mutants.ts'
import type { Question, Reply, Tests } from './mutation-tests.ts'
import { PROMISES, type Promised } from './promises.ts'

const ROOT = join(import.meta.dirname, '..')
const OF_PROMISES = process.argv[2] === 'promises'
const MOST = Number(process.argv[2] ?? 40)
const ONLY = process.argv[3] ?? ''
const SEED = Number(process.env['MUTATE_SEED'] ?? 0)
const WORKERS = Number(process.env['MUTATE_WORKERS'] ?? 2)
/** Tests that take longer than this have met an endless loop. */
const LONGEST_MS = 150_000

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

/** Written for mutants that nothing else noticed; what needs no socket of `src/run` stands in test/decisions. */
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
  { files: all('settings'), tests: ['test/settings/', SMALL] },
  { files: all('egress'), tests: ['test/egress/', SMALL] },
  {
    files: all('run'),
    tests: ['test/properties/', 'test/decisions', SMALL],
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
    files: src('rules/answers', 'openai'),
    tests: ['test/rules/answers', SMALL],
  },
  { files: src('knowledge', 'addresses', 'distance', 'hosts'), tests: ['test/knowledge', SMALL] },
]

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

/** MOST of all together: shuffled by the seed, and cut; those of one target stay together. */
function byChance(all: readonly Job[]): readonly Job[] {
  const next = chance(SEED)
  const shuffled = all.map((one) => ({ one, at: next() })).toSorted((a, b) => a.at - b.at)
  const chosen = new Set(shuffled.slice(0, MOST).map(({ one }) => one))
  return all.filter((one) => chosen.has(one))
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

/** Tests of the lab run what is shipped: it is built from the mutant. */
async function noticedInLab(
  folder: string,
  { file, text }: Mutant,
  tests: readonly string[],
): Promise<boolean> {
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  writeFileSync(join(folder, file), text)
  spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, stdio: 'ignore' })
  const isNoticed = await noticed(folder, tests, LAB)
  writeFileSync(join(folder, file), readFileSync(join(ROOT, file)))
  return isNoticed
}

/** Said in place of a test by a mutant in which some loop has no end. */
const ENDLESS = 'its endless loop'

/** The vitest of a copy: see scripts/mutation-tests.ts. */
function startTests(folder: string): {
  readonly ask: (question: Question) => Promise<Reply>
  readonly stop: () => void
} {
  const child = fork(join(folder, 'scripts/mutation-tests.ts'), {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // With its workers, which an endless loop keeps from hearing anything else.
  const stop = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  const ask = (question: Question): Promise<Reply> =>
    new Promise((done, fail) => {
      let clock: NodeJS.Timeout | undefined
      const end = (): void => {
        child.removeAllListeners()
        stop()
        done(ENDLESS)
      }
      child.removeAllListeners()
      child.once('exit', () => fail(new Error('vitest ended')))
      child.on('message', (reply: Reply) => {
        clearTimeout(clock)
        if (reply === 'begins') clock = setTimeout(end, LONGEST_MS)
        else done(reply)
      })
      child.send(question)
    })
  return { ask, stop }
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

interface Job {
  readonly mutant: Mutant
  readonly target: Target
}

const candidates = TARGETS.map((target): readonly Job[] =>
  target.files
    .filter((file) => file.includes(ONLY))
    .flatMap((file) => mutantsOf(ROOT, file))
    .map((mutant) => ({ mutant, target })),
)
const jobs =
  SEED === 0 ? candidates.flatMap((own) => sample(own, MOST)) : byChance(candidates.flat())

/** What is asked of a survivor next, and what that is called; each is slower than the one before. */
const STAGES: readonly (readonly [name: string, tests: (target: Target) => Tests])[] = [
  ['the tests of the place', ({ tests }) => ({ files: tests })],
  ['all tests without sockets', () => ({ project: 'main', files: [] })],
  ['tests with servers', ({ slow = [] }) => ({ files: slow })],
]

/** One copy and one vitest for many mutants; a mutant that does not end takes its vitest along. */
async function survivors(all: readonly Job[], tests: (target: Target) => Tests): Promise<Job[]> {
  const waiting = [...all]
  const left: Job[] = []
  const work = async (): Promise<void> => {
    const folder = copyOfProject()
    let child = startTests(folder)
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { file, text } = job.mutant
      const reply = await child.ask({ file, text, tests: tests(job.target) })
      if (reply === ENDLESS) {
        child = startTests(folder)
        writeFileSync(join(folder, file), readFileSync(join(ROOT, file)))
      }
      if (reply === '') left.push(job)
    }
    child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  await Promise.all(Array.from({ length: Math.min(WORKERS, all.length) }, work))
  return left
}

function tell(name: string, left: readonly Job[]): void {
  const killed = jobs.length - left.length
  const share = Math.round((100 * killed) / jobs.length)
  process.stdout.write(`${name}: ${killed} of ${jobs.length} noticed (${share} %)\n`)
}

let left: readonly Job[] = jobs
for (const [name, tests] of STAGES) {
  left = await survivors(left, tests)
  // A run may be cut before the slow tests have spoken.
  tell(`With ${name}`, left)
}
const folder = copyOfProject()
for (const job of left) {
  const { lab } = job.target
  if (lab !== undefined && (await noticedInLab(folder, job.mutant, lab)))
    left = left.filter((one) => one !== job)
}
rmSync(folder, { recursive: true, force: true })
for (const { mutant } of left) {
  const { file, line, before, after } = mutant
  process.stdout.write(`${file}:${line}\n  - ${before}\n  + ${after}\n`)
}
for (const target of TARGETS) {
  const [all, those] = [jobs, left].map(
    (some) => some.filter((one) => one.target === target).length,
  )
  if (all !== undefined && all > 0)
    process.stdout.write(`${target.files.join(', ')}: ${all - (those ?? 0)} of ${all} noticed\n`)
}
tell('All', left)
