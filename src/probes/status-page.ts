import { statusPageOf, type StatusPage } from '../knowledge/hosts.ts'
import { entryOf, exitOf, fields, given, isoTime, jsonIn } from '../model/index.ts'
import { lacksUsableResponse } from '../model/reading.ts'
import { askBriefly, type KeylessReply, failureIn } from './keyless-request.ts'
import type { Investigation, Scene } from './investigation.ts'

/** OpenAI lists about thirty, and few are in trouble at once. */
const MOST_COMPONENTS = 12

/** Another host on another path: a witness, never the judge. */
export const statusPage: Investigation = {
  probe: 'status-page',
  worthAsking: ({ evidence }) => {
    const known = pageFor(evidence)
    return known !== undefined && known.form !== 'people' && lacksUsableResponse(evidence)
  },
  ask: async (scene) => {
    const known = pageFor(scene.evidence)
    if (known === undefined) return
    const url = new URL(known.url)
    const { host } = url
    const note = scene.recorder.begin('status-page', host)
    const plan = scene.wayTo(url)
    const reply = await askBriefly(scene, plan, {
      url,
      headers: { accept: known.form === 'feed' ? 'application/rss+xml' : 'application/json' },
    })
    const { response, bytes, failed } = reply
    const page =
      bytes === undefined || response?.status !== 200 ? undefined : READ[known.form](bytes)
    if (page !== undefined) {
      note.ok({ host, ...page })
      return
    }
    const because = `${by(scene, exitOf(plan.egress))}: ${reasonOf(reply)}`
    note.failed(failureIn(failed) ?? { code: 'http.response.invalid' }, { host, because })
  },
}

function pageFor({ route }: Pick<Scene['evidence'], 'route'>): StatusPage | undefined {
  return statusPageOf(new URL(route.baseUrl).hostname)
}

/** The page is asked as the client would ask it, which need not be as it asks the API. */
function by({ plan }: Scene, exit: string): string {
  if (exit !== exitOf(plan.egress)) return exit === 'direct' ? 'directly' : `by ${exit}`
  return exit === 'direct' ? 'through the same egress' : 'through the same proxy'
}

function reasonOf({ response, failed }: KeylessReply): string {
  if (response !== undefined) {
    return response.status === 200 ? 'the answer is not a status page' : String(response.status)
  }
  if (failed?.outcome.status !== 'failed') return 'no answer'
  const { failure, facts } = failed.outcome
  const status = failed.probe === 'tunnel' ? fields(facts)['status'] : undefined
  return typeof status === 'number' ? String(status) : failure.code
}

interface Page {
  readonly indicator: string
  readonly updatedAt?: string
  readonly components: readonly { readonly name: string; readonly status: string }[]
}

/** How Better Stack says it, in the words of the others. */
const AGGREGATE: Readonly<Record<string, string>> = {
  operational: 'none',
  degraded: 'minor',
  downtime: 'major',
  maintenance: 'maintenance',
}

/** Words of the page as tokens; `undefined` when it is no such page (a block page, an HTML 404). */
const READ: Readonly<Record<StatusPage['form'], (bytes: Buffer) => Page | undefined>> = {
  summary: (bytes) => {
    const { status, page, components } = fields(jsonIn(bytes.toString('utf8')))
    const indicator = fields(status)['indicator']
    if (typeof indicator !== 'string' || !/^\w{1,32}$/.test(indicator)) return undefined
    const unhealthy = (Array.isArray(components) ? components : [])
      .map((component) => fields(component))
      .filter(({ status: word }) => typeof word === 'string' && word !== 'operational')
      .map(({ name, status: word }) => ({ name: token(name), status: token(word) }))
    return {
      indicator,
      ...given({ updatedAt: isoTime(fields(page)['updated_at']) }),
      components: unhealthy.slice(0, MOST_COMPONENTS),
    }
  },
  'better-stack': (bytes) => {
    const { data, included } = fields(jsonIn(bytes.toString('utf8')))
    const state = fields(fields(data)['attributes'])['aggregate_state']
    const indicator = typeof state === 'string' ? entryOf(AGGREGATE, state) : undefined
    if (indicator === undefined) return undefined
    const unwell = (Array.isArray(included) ? included : [])
      .map((one) => fields(fields(one)['attributes']))
      .filter(({ status }) => status === 'degraded' || status === 'downtime')
      .map(({ public_name: name, status }) => ({ name: token(name), status: token(status) }))
    return { indicator, components: unwell.slice(0, MOST_COMPONENTS) }
  },
  people: () => undefined,
  // RSS 2.0: an item for each incident, none while all is well. Titles only; entities stay escaped.
  feed: (bytes) => {
    const text = bytes.toString('utf8')
    if (!/^\s*(?:<\?xml[^>]*>\s*)?<rss\b/i.test(text) || !text.trimEnd().endsWith('</rss>')) {
      return undefined
    }
    const components = text
      .split(/<item\b/i)
      .slice(1, MOST_COMPONENTS + 1)
      .map((item) => ({
        name: token(/<title>(?:<!\[CDATA\[)?([^<\]]*)/i.exec(item)?.[1]),
        status: 'incident',
      }))
    return { indicator: components.length === 0 ? 'none' : 'incident', components }
  },
}

function token(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[^\w .()/-]/g, '').slice(0, 48) : ''
}
