import { Readable } from 'node:stream'
import type { Failure, ResponseFacts, Route, SdkAnswer } from '../model/index.ts'
import { given, Secret, effectiveDepth } from '../model/index.ts'
import { isModelList } from '../routes/calls.ts'
import { ROUTE_KINDS_BY_NAME } from '../routes/index.ts'
import { readBody, type ReadBody } from '../wire/body.ts'
import type { Recorder } from '../wire/recorder.ts'
import { responseFacts } from '../evidence/response.ts'
import { brokenAt, failureOf, isUnsent, namesOf } from './failure.ts'
import type { RemoteEvents } from './observe.ts'
import type { RawEvent, RawResponse } from './raw.ts'

/** The bytes of a raw response, decoded as far as they came and at most 64 KiB of them. */
async function decodedBody(raw: RawResponse): Promise<ReadBody> {
  const encoding = raw.encoded ? (valueOf(raw, 'content-encoding') ?? '') : ''
  return await readBody(Readable.from([raw.body]), encoding)
}

function valueOf({ headers }: Pick<RawResponse, 'headers'>, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** Asks the SDK what it makes of an answer that came elsewhere. Nothing is sent; never throws. */
async function readAnswer(
  route: Route,
  response: { readonly status: number; readonly contentType: string; readonly bytes: Uint8Array },
): Promise<SdkAnswer | undefined> {
  const kind = ROUTE_KINDS_BY_NAME[route.kind]
  try {
    const { status, contentType, bytes } = response
    const headers = { 'content-type': contentType }
    const answer = async (): Promise<Response> =>
      new Response(new Uint8Array(bytes), { status, headers })
    return await kind.askRequest(
      { ...route, apiKey: new Secret('replay', 'replay') },
      { fetch: answer, timeoutMs: 5000, clientRequestId: '' },
    )
  } catch {
    return undefined
  }
}

type AnswerEvent = Extract<RawEvent, { step: 'response' | 'sdk' }>

/** Notes the response, and what the API's own SDK makes of it. */
export async function observeAnswer(
  event: AnswerEvent,
  seen: RemoteEvents,
  recorder: Recorder,
  end: () => void,
): Promise<void> {
  const { request, carriesKey, clientRequestId } = seen.draft
  if (event.step === 'sdk' && isUnsent(event)) return observeUnsent(event, seen, recorder)
  if (event.step === 'sdk' && event.placed === true) {
    return skipAnswer(seen, recorder, ['no response came', ...namesOf(event.chain)], event)
  }
  const note = recorder.begin(seen.as ?? 'response', `${request.method} ${request.path}`)
  const { response } = event
  if (response === undefined) {
    end()
    const { error, ...rest } = brokenBefore(event)
    note.failed(error, { method: request.method, path: request.path, authenticated: carriesKey })
    if (seen.as === undefined)
      skipAnswer(seen, recorder, ['no response came', ...rest.chain], event)
    return
  }
  const body = await decodedBody(response)
  const facts = responseFacts({
    method: request.method,
    url: new URL(request.target, seen.route.baseUrl),
    status: response.status,
    httpVersion: response.version.startsWith('2') ? '2' : '1.1',
    headers: response.headers,
    bytes: body.bytes,
    truncated: response.truncated || body.truncated,
    complete: response.complete,
    authenticated: carriesKey,
    ...given({
      firstByteMs: response.firstByteMs && Math.round(response.firstByteMs),
      clientRequestId: clientRequestId === '' ? undefined : clientRequestId,
    }),
    nowMs: seen.now(),
  })
  end()
  if (!response.complete && !response.truncated) {
    note.failed(brokenBody(event), facts)
    return
  }
  note.ok(facts)
  if (seen.as === undefined && carriesKey) {
    await observeSdk(event, seen, recorder, { response, facts, bytes: body.bytes })
  }
}

function brokenBefore(event: AnswerEvent): {
  readonly error: Failure
  readonly chain: readonly string[]
} {
  if (event.step === 'response') return { error: failureOf(event.error ?? {}, 'http'), chain: [] }
  const { layer, error } = brokenAt(event.chain)
  // Lower rungs are noted on their own rung, see `placeSdk`; here it is the exchange that broke.
  return { error: failureOf(error, layer === 'http' ? layer : 'http'), chain: namesOf(event.chain) }
}

function brokenBody(event: AnswerEvent): Failure {
  const error = event.step === 'sdk' ? brokenAt(event.chain).error : (event.error ?? {})
  if (error.timeout === true) return { code: 'http.body_timed_out', errno: 'TIMEOUT' }
  const failure = failureOf(error, 'http')
  return failure.code === 'http.response.invalid'
    ? failure
    : { ...failure, code: 'http.body_incomplete' }
}

/** The SDK refused before anything was sent: its settings, or a package that is missing. */
function observeUnsent(
  event: Extract<RawEvent, { step: 'sdk' }>,
  seen: RemoteEvents,
  recorder: Recorder,
): void {
  const { sdk, chain } = event
  const note = recorder.begin('answer', targetOf(seen, sdk))
  const facts = { sdk, valid: false, errorChain: namesOf(chain) }
  note.failed({ code: 'config.request_not_sendable' }, facts)
}

function skipAnswer(
  seen: RemoteEvents,
  recorder: Recorder,
  because: readonly string[],
  event: AnswerEvent,
): void {
  if (!seen.draft.carriesKey) return
  const [first = '', ...chain] = because
  const words = chain.length === 0 ? first : `${first}: ${chain.join(' > ')}`
  const by = event.step === 'sdk' ? event.sdk : seen.sdk
  recorder.skip('answer', targetOf(seen, by), words.slice(0, 400))
}

async function observeSdk(
  event: AnswerEvent,
  seen: RemoteEvents,
  recorder: Recorder,
  came: { readonly response: RawResponse; readonly facts: ResponseFacts; readonly bytes: Buffer },
): Promise<void> {
  const { route } = seen
  const sdk = event.step === 'sdk' ? event.sdk : seen.sdk
  const chain = event.step === 'sdk' ? namesOf(event.chain) : []
  const { status } = came.facts
  if (status >= 300) {
    skipAnswer(seen, recorder, [`the response has status ${status}`, ...chain], event)
    return
  }
  const answer =
    effectiveDepth(route) === 'request'
      ? await readAnswer(route, {
          status: Math.max(200, status),
          contentType: valueOf(came.response, 'content-type') ?? '',
          bytes: came.bytes,
        })
      : { valid: isModelList(came.facts), finish: 'completed' }
  const note = recorder.begin('answer', targetOf(seen, sdk))
  const finish = answer === undefined || answer.finish === '' ? undefined : answer.finish
  const facts = { sdk, ...given({ finish, errorChain: chain.length === 0 ? undefined : chain }) }
  if (answer?.valid === true && chain.length === 0) note.ok({ ...facts, valid: true })
  else note.failed({ code: 'http.response.invalid' }, { ...facts, valid: false })
}

function targetOf({ route }: RemoteEvents, by: string): string {
  return `${by} ${effectiveDepth(route) === 'auth' ? 'models.list' : route.endpoint}`
}
