#!/usr/bin/env node
import {
  enlargeThreadPool,
  exitCodeFrom,
  lastWords,
  listenForCancellation,
  nodeIsTooOld,
} from './doors/start.ts'

enlargeThreadPool(process.env)

// Said before anything else is loaded: an old Node fails on the imports with a page of stack.
const complaint = nodeIsTooOld(process.version)
if (complaint === undefined) {
  const { signal } = listenForCancellation(process)
  const { runCommandLine } = await import('./doors/command-line.ts')
  const { leave } = await import('./doors/leave.ts')
  leave(await exitCodeFrom(() => runCommandLine(process, signal)))
} else {
  lastWords(complaint)
  process.exitCode = 2
}
