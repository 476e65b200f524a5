import { destinationOf, given, fields, type ProxyHop } from '../model/index.ts'
import type { RouteRun } from '../run/route-run.ts'
import { curlEvents } from './curl-events.ts'
import { curlRun, shellValues } from './curl-run.ts'
import { decodeJson, readFrame } from './frame.ts'
import type { Remote } from './route-run.ts'
import type { RemoteOrder } from './draft.ts'
import { readRawResult } from './raw.ts'
import { InsideTrouble, died, mixedOutput, ownCrash } from './problem.ts'
import { runInTarget, type Target } from './target.ts'
import { shellOrder, shellPrologue } from './shell-order.ts'
import { programText } from './programs.ts'
import { pythonFacts, shellFacts, type TargetFacts } from './target-facts.ts'
import { isVendorKey } from '../knowledge/credentials.ts'
import { FINGERPRINT_SALT } from '../run/packet.ts'

/** Where the key of a route is: in a variable of the target, or given to the caller for this run. */
export interface KeyPlace {
  readonly variable: string
  readonly key?: string
}

/** Variables of the target by name, besides those that are always worth knowing. */
export async function askFacts(
  target: Target,
  runtime: 'python3' | 'sh',
  names: readonly string[],
): Promise<TargetFacts> {
  const safe = names.filter((name) => /^[A-Za-z_]\w{0,200}$/.test(name))
  if (runtime === 'python3') {
    const answer = await askPython(target, { do: 'facts', mark: target.mark, names: safe })
    const facts = pythonFacts(answer)
    if (facts === undefined) throw new InsideTrouble(mixedOutput(target))
    return facts
  }
  const prologue = shellPrologue({ mark: target.mark, do: 'facts', names: safe.join(' ') })
  return shellFacts(await askShell(target, prologue))
}

/** A runtime of this target, where the key of each route is known. */
type RemoteOf = (
  target: Target,
  facts: TargetFacts,
  keyOf: (routeRun: RouteRun) => KeyPlace,
) => Remote

export const pythonRemote: RemoteOf = (target, facts, keyOf) => ({
  sdk: 'python3 http.client',
  looksBeforeSending: true,
  send: async ({ routeRun, draft, timeoutMs }) => {
    const { egress } = routeRun.plan
    const viaProxyInClear = routeRun.route.baseUrl.startsWith('http:') && egress.proxy !== undefined
    const useSdk = facts.pythonOpenai !== '' && draft.sdk !== undefined && !viaProxyInClear
    const order = orderOf(target, routeRun, draft, timeoutMs, keyOf(routeRun))
    const file = egress.trust.find(({ store, path }) => store === 'file' && path !== undefined)
    const certifi = file?.source === 'certifi' ? file.path : undefined
    const more = given({ caFile: certifi, sdk: useSdk ? draft.sdk : undefined })
    const answer = await askPython(target, { ...order, ...more })
    const result = readRawResult(answer)
    if (result === undefined) throw new InsideTrouble(crashed(target, answer))
    return result
  },
})

export const shellRemote: RemoteOf = (target, facts, keyOf) => ({
  sdk: `curl ${facts.curl.text}`.trim(),
  looksBeforeSending: false,
  send: async ({ routeRun, draft, timeoutMs, pinTo }) => {
    const order = orderOf(target, routeRun, draft, timeoutMs, keyOf(routeRun))
    const values = await askShell(target, shellOrder(order, facts.curl, pinTo))
    if (values.has('refused')) throw new InsideTrouble(wouldShowKey())
    const events = curlEvents(curlRun(values, facts.curl.tls), order, routeRun.plan)
    return { events, fingerprint: fingerprintIn(values) }
  },
})

function orderOf(
  target: Target,
  routeRun: RouteRun,
  draft: Parameters<Remote['send']>[0]['draft'],
  timeoutMs: number,
  { variable, key }: KeyPlace,
): RemoteOrder {
  const url = new URL(routeRun.route.baseUrl)
  const { proxy } = routeRun.plan.egress
  return {
    do: 'probe',
    mark: target.mark,
    ...destinationOf(url),
    carriesKey: draft.carriesKey,
    request: draft.request,
    keySlot: draft.keySlot,
    // Known also where it is not sent: a server that has seen it may echo it later.
    keyVariable: variable,
    ...given({ key, proxy: proxy && hopOf(proxy) }),
    timeoutMs: Math.round(timeoutMs),
    // The stand-in of the key has its beginning, its length and its kinds of characters.
    salt: isVendorKey(routeRun.route.apiKey?.reveal() ?? '') ? FINGERPRINT_SALT : '',
  }
}

const hopOf = ({ scheme, host, port, source }: ProxyHop) => ({ scheme, host, port, source })

async function askPython(target: Target, order: object): Promise<unknown> {
  const packed = Buffer.from(JSON.stringify(order), 'utf8').toString('base64')
  const program = `PREFLIGHT_ORDER = "${packed}"\n${programText('remote.py')}`
  // Without -B it would write compiled files beside its library before the first line runs.
  const finished = await runInTarget(target, ['python3', '-B', '-'], program)
  const framed = readFrame(finished.stdout, target.mark)
  if (framed.kind === 'damaged') throw new InsideTrouble(mixedOutput(target))
  if (framed.kind === 'absent') throw new InsideTrouble(died(target, 'Python', finished))
  return decodeJson(framed.payload)
}

async function askShell(target: Target, prologue: string): Promise<ReadonlyMap<string, Buffer>> {
  const finished = await runInTarget(target, ['sh'], `${prologue}${programText('remote.sh')}`)
  const framed = readFrame(finished.stdout, target.mark)
  if (framed.kind === 'absent') throw new InsideTrouble(died(target, 'The shell', finished))
  const values = framed.kind === 'found' ? shellValues(framed.payload) : undefined
  if (values === undefined) throw new InsideTrouble(mixedOutput(target))
  return values
}

function crashed(target: Target, answer: unknown): InsideTrouble['problem'] {
  const { crash } = fields(answer)
  if (typeof crash !== 'string' || !/^\w{1,60}$/.test(crash)) return mixedOutput(target)
  return ownCrash('Python', crash)
}

function wouldShowKey(): InsideTrouble['problem'] {
  return {
    code: 'own.inside_no_runtime',
    message:
      'The shell of the target has no printf of its own, so the key would appear on a command line: nothing was sent.',
    fix: 'Install Node.js or Python 3 in the target, or a shell with a printf of its own (dash, bash, busybox).',
  }
}

function fingerprintIn(values: ReadonlyMap<string, Buffer>): string {
  const text = values.get('fingerprint')?.toString('latin1').trim() ?? ''
  return /^[\da-f]{12}$/.test(text) ? text : ''
}
