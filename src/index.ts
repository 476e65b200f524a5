import { runAction } from './doors/action.ts'
import { leave } from './doors/leave.ts'

leave(await runAction(process))
