/**
 * A child of scripts/mutate.ts, in a copy of the project: keeps one vitest, so that a mutant costs the
 * tests and not the start (0.7 s instead of 7). Asked over IPC: which test notices that this file has
 * another text? Only those run that import the file at all.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node'

export interface Question {
  /** A path from the root of the copy. */
  readonly file: string
  /** What it holds while the tests run. */
  readonly text: string
  readonly tests: Tests
}

export interface Tests {
  /** Of vitest. */
  readonly project?: string
  /** Parts of paths; without any, all of the project. */
  readonly files: readonly string[]
}

/** The test file that noticed, empty when none did; `begins` before that, whenever a group begins. */
export type Reply = string

const root = process.cwd()
/** How many mutants each test file noticed: who notices much is asked first. */
const notices = new Map<string, number>()
/** Whether a test file passes without a mutant: what does not would notice everything, and is left out. */
const passes = new Map<string, boolean>()
const countOf = ({ moduleId }: TestSpecification): number => notices.get(moduleId) ?? 0

const vitest = await createVitest('test', {
  root,
  watch: false,
  maxWorkers: 1,
  reporters: [{}],
  sequence: {
    sequencer: class {
      sort = (files: TestSpecification[]) => files.toSorted((a, b) => countOf(b) - countOf(a))
      shard = (files: TestSpecification[]) => files
    },
  },
})
await vitest.standalone()

/** Every file that was seen to import this one, over however many others. */
function importersOf(file: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { vite } of vitest.projects) {
    for (const { moduleGraph } of Object.values(vite.environments)) {
      const waiting = [...(moduleGraph.getModulesByFile(file) ?? [])]
      for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
        if (one.file === null || found.has(one.file)) continue
        found.add(one.file)
        waiting.push(...one.importers)
      }
    }
  }
  return found
}

/** Runs them up to so many failures (0: all), and says which files failed. */
async function failing(
  specifications: readonly TestSpecification[],
  bail: number,
): Promise<readonly TestModule[]> {
  if (specifications.length === 0) return []
  for (const { config } of vitest.projects) config.bail = bail
  // `bail` counts the failures that vitest remembers, and those were of the mutant before.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  const { testModules } = await vitest.runTestSpecifications([...specifications])
  return testModules.filter((one) => !one.ok())
}

async function noticed({ file, text, tests: { project, files } }: Question): Promise<Reply> {
  if (project === undefined && files.length === 0) return ''
  const path = join(root, file)
  const original = readFileSync(path, 'utf8')
  const all = await vitest.globTestSpecifications([...files])
  const group = all.filter((one) => project === undefined || one.project.name === project)
  const unknown = group.filter(({ moduleId }) => !passes.has(moduleId))
  for (const { moduleId } of unknown) passes.set(moduleId, true)
  for (const { moduleId, relativeModuleId } of await failing(unknown, 0)) {
    passes.set(moduleId, false)
    process.stderr.write(`${relativeModuleId} fails without a mutant, and is left out\n`)
  }
  const importers = importersOf(path)
  const related = group.filter(
    ({ moduleId }) => passes.get(moduleId) === true && importers.has(moduleId),
  )
  try {
    writeFileSync(path, text)
    vitest.invalidateFile(path)
    process.send?.('begins' satisfies Reply)
    const [by] = await failing(related, 1)
    if (by !== undefined) notices.set(by.moduleId, (notices.get(by.moduleId) ?? 0) + 1)
    return by?.relativeModuleId ?? ''
  } finally {
    writeFileSync(path, original)
    vitest.invalidateFile(path)
  }
}

process.on('message', (question: Question) => {
  void noticed(question).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})

// Nobody waits any more.
process.on('disconnect', () => process.exit())
