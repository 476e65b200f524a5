import { enlargeThreadPool, exitCodeFrom, listenForCancellation } from './doors/start.ts'

enlargeThreadPool(process.env)

const { signal } = listenForCancellation(process)
const { runAction } = await import('./doors/action.ts')
const { leave } = await import('./doors/start.ts')
leave(await exitCodeFrom(() => runAction(process, signal)))
