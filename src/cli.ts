#!/usr/bin/env node
import {
  leave,
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
  // Whoever presses Ctrl-C twice does not want to wait for a verdict.
  const { signal, code } = listenForCancellation(process, leave)
  const { runCommandLine } = await import('./doors/command-line.ts')
  const ended = await exitCodeFrom(() => runCommandLine(process, signal))
  leave(code() ?? ended)
} else {
  lastWords(complaint)
  process.exitCode = 2
}
