import type { ModelSeen, ModelsFacts, Route } from '../model/index.ts'
import { given, fields, jsonIn } from '../model/index.ts'
import type { Exchange } from '../wire/exchange.ts'
import type { Recorder } from '../wire/recorder.ts'
import { askKeyed, type Keyed } from './keyed.ts'

/** What may be said of models on one route. */
interface Asked {
  readonly route: Route
  readonly recorder: Recorder
}

/**
 * The models that the application names, as the API's own list has them: one GET beside the request,
 * without cost. OpenAI and the v1 endpoint of Azure say `shutdown_date`, classic Azure `deprecation`,
 * OpenRouter `expiration_date`. What cannot be asked is skipped, and nothing is said.
 * @param served model that answered the real request: a deployment's name is in no list
 */
export async function askModels(keyed: Keyed, served: string | undefined): Promise<void> {
  const { route, recorder } = keyed
  if (route.model === undefined) return
  const isAzure = route.kind === 'azure'
  const own: Named = isAzure
    ? { id: served ?? route.model, from: served === undefined ? SETTING : 'the answer' }
    : { id: route.model, from: SETTING }
  // Names of deployments are in no list of models.
  const others = isAzure ? [] : othersOf(route)
  const one = `/models/${encodeURIComponent(own.id)}`
  const path = others.length === 0 ? one : LIST
  const note = recorder.begin('models', `GET ${path}`)
  const said = await modelsAt(keyed, path)
  if ('because' in said) {
    note.skipped(said.because)
    return
  }
  const facts = factsFrom(said, [own, ...others])
  const cut = path === LIST && !said.whole && facts.models[0]?.shutdownDate === undefined
  const alone = cut ? await modelsAt(keyed, one) : undefined
  const first = alone === undefined || 'because' in alone ? [] : factsFrom(alone, [own]).models
  note.ok({ ...facts, models: [...first, ...facts.models.slice(first.length)] })
}

/** At depth auth the list is the real request itself. */
export function noteModels({ route, recorder }: Asked, exchange: Exchange): void {
  const own = route.model === undefined ? [] : [{ id: route.model, from: SETTING }]
  const named = [...own, ...othersOf(route)]
  if ((route.expiryWarningMs ?? 0) === 0 || route.kind === 'azure' || named.length === 0) return
  const said = readModels(exchange)
  if (said === undefined) return
  recorder.begin('models', `GET ${LIST}`).ok(factsFrom(said, named))
}

const LIST = '/models'
const SETTING = 'the setting model'

interface Named {
  readonly id: string
  readonly from: string
}

interface Said {
  readonly asked: string
  /** Shutdown date by id; empty where none is announced. */
  readonly models: ReadonlyMap<string, string>
  /** It is a list, and it was read to its end. */
  readonly whole: boolean
}

function othersOf({ application }: Route): readonly Named[] {
  return (application?.otherModels ?? []).map(({ value, from }) => ({ id: value, from }))
}

async function modelsAt(keyed: Keyed, path: string): Promise<Said | { readonly because: string }> {
  const exchange = await askKeyed(keyed, path)
  if (exchange === undefined) return { because: 'no answer came' }
  const { status } = exchange
  if (status !== 200) return { because: `the answer has status ${String(status)}` }
  return readModels(exchange) ?? { because: 'the answer names no model' }
}

function factsFrom(said: Said, named: readonly Named[]): ModelsFacts {
  const models = named.map(({ id, from }): ModelSeen => {
    const date = said.models.get(id)
    const listed = said.whole ? { listed: date !== undefined } : {}
    return { id, from, ...listed, ...given({ shutdownDate: date === '' ? undefined : date }) }
  })
  return { asked: said.asked, models, ...(said.whole ? { count: said.models.size } : {}) }
}

/** One model, or the list of them, the last one left out where it was cut at our own limit. */
function readModels({ bytes, facts }: Exchange): Said | undefined {
  const text = bytes.toString('utf8')
  const asked = `${facts.method} ${facts.path}`
  const { truncated } = facts.body
  const { data, id, ...rest } = fields(jsonIn(truncated ? closed(text) : text))
  const list = Array.isArray(data) ? data : typeof id === 'string' ? [{ ...rest, id }] : undefined
  if (list === undefined) return undefined
  const models = new Map<string, string>()
  for (const one of list) {
    const { id: name } = fields(one)
    if (typeof name === 'string') models.set(name, shutdownOf(one) ?? '')
  }
  return { asked, models, whole: Array.isArray(data) && !truncated }
}

/** A list that was cut, ended after its last whole model. */
function closed(text: string): string {
  const boundary = [...text.matchAll(/\}\s*,\s*\{/g)].at(-1)
  return boundary === undefined ? '' : `${text.slice(0, boundary.index + 1)}]}`
}

/** The day, as `2026-12-11`. */
function shutdownOf(model: unknown): string | undefined {
  const { shutdown_date: day, expiration_date: last, deprecation } = fields(model)
  const written = [day, last].find((one) => typeof one === 'string')
  const seconds = fields(deprecation)['inference']
  const time =
    typeof written === 'string'
      ? Date.parse(written)
      : typeof seconds === 'number'
        ? seconds * 1000
        : NaN
  return Math.abs(time) < LATEST_MS ? new Date(time).toISOString().slice(0, 10) : undefined
}

/** Of what a Date can hold: the end of the year 9999. */
const LATEST_MS = 253_402_300_799_000
