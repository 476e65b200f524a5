import { listenForCancellation } from './doors/cancellation.ts'
import { exitCodeFrom } from './doors/last-words.ts'

import { enlargeThreadPool } from './doors/threads.ts'

enlargeThreadPool(process.env)

// Before the rest is loaded: a run that is cancelled in its first moments leaves outputs, too.
const { signal } = listenForCancellation(process)
const { runAction } = await import('./doors/action.ts')
const { leave } = await import('./doors/leave.ts')
leave(await exitCodeFrom(() => runAction(process, signal)))
