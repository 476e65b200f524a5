/**
 * The Node side of --inside: this whole program, put together in the target by `loader.ts` from the
 * files of `dist/` that came over standard input with the order.
 */
import { leave } from '../doors/start.ts'
import { orderOf } from '../doors/order.ts'
import { preflight } from '../run/preflight.ts'
import type { Application } from '../application/index.ts'
import { readSettings, yamlFor, type SettingsSource } from '../settings/index.ts'
import { fields } from '../model/index.ts'
import { targetSource } from './explicit.ts'
import { GIVEN, encodeJson, frameOf } from './frame.ts'
import type { NodeOrder } from './programs.ts'

async function answer(order: NodeOrder): Promise<unknown> {
  const source: SettingsSource = targetSource(order, process.env)
  const { signal } = new AbortController()
  const settings = readSettings(source, await yamlFor(source))
  // The checkout is where the application runs: it decides which client is meant.
  const here = { ...source, workspace: process.cwd() }
  // The deadline of the order counts from the start of this process, as `orderOf` has it.
  return await preflight(orderOf({ settings, source: here, signal }))
}

const order = takeOrder()
if (order !== undefined) {
  const result = await answer(order).catch((error: unknown) => ({
    crash: error instanceof Error ? `${error.name} ${crashCode(error)}`.trim() : 'unknown',
  }))
  process.stdout.write(frameOf(order.mark, encodeJson(result)), () => leave(0))
}

/** The code alone: a message may quote what is secret. */
function crashCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Takes the order, once; `undefined` where nobody gave one. */
function takeOrder(): NodeOrder | undefined {
  const { order } = fields(Reflect.get(globalThis, GIVEN))
  Reflect.deleteProperty(globalThis, GIVEN)
  if (typeof order !== 'string') return undefined
  const { mark, inputs, files, application } = fields(
    JSON.parse(Buffer.from(order, 'base64').toString('utf8')),
  )
  return {
    mark: String(mark),
    inputs: texts(inputs),
    files: texts(files),
    ...(isApplication(application) ? { application } : {}),
  }
}

/** The caller wrote it: only whether it is there is asked. */
function isApplication(value: unknown): value is Application {
  return Array.isArray(fields(value)['families'])
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields(value)).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    ),
  )
}
