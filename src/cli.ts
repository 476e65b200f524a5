#!/usr/bin/env node
import { nodeIsTooOld } from './doors/node-version.ts'

// Said before anything else is loaded: an old Node fails on the imports with a page of stack.
const complaint = nodeIsTooOld(process.version)
if (complaint === undefined) {
  const { runCommandLine } = await import('./doors/command-line.ts')
  const { leave } = await import('./doors/leave.ts')
  leave(await runCommandLine(process))
} else {
  process.stderr.write(`${complaint}\n`)
  process.exitCode = 2
}
