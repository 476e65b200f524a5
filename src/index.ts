import { enlargeThreadPool, exitCodeFrom, leave, listenForCancellation } from './doors/start.ts'

enlargeThreadPool(process.env)

const { signal } = listenForCancellation(process)
const { runAction } = await import('./doors/action.ts')
leave(await exitCodeFrom(() => runAction(process, signal)))
