import { responseOf } from '../model/reading.ts'
import { fields } from '../model/index.ts'
import { askAside } from './aside.ts'
import type { Investigation } from './investigation.ts'

/** Statuspage-compatible (incident.io). Another host on another path: a witness, never the judge. */
const STATUS_PAGE = 'https://status.openai.com/api/v2/summary.json'
const MOST_COMPONENTS = 12

export const statusPage: Investigation = {
  probe: 'status-page',
  worthAsking: ({ evidence, route }) => {
    const status = responseOf(evidence)?.facts.status ?? 0
    return (
      route.kind === 'openai' && new URL(route.baseUrl).host.endsWith('openai.com') && status >= 500
    )
  },
  ask: async (scene) => {
    const url = new URL(STATUS_PAGE)
    const note = scene.recorder.begin('status-page', url.host)
    const { response, bytes, failed } = await askAside(scene, scene.wayTo(url), { url })
    const page = bytes === undefined ? undefined : parse(bytes)
    if (page !== undefined) note.ok({ host: url.host, ...page })
    else if (failed?.outcome.status === 'failed') note.failed(failed.outcome.failure)
    else
      note.failed(
        { code: 'http.response.invalid' },
        { host: url.host, indicator: String(response?.status ?? '') },
      )
  },
}

interface Page {
  readonly indicator: string
  readonly updatedAt?: string
  readonly components: readonly { readonly name: string; readonly status: string }[]
}

/** Words of the page as tokens; `undefined` when it is no such page (a block page, an HTML 404). */
function parse(bytes: Buffer): Page | undefined {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
  const { status, page, components } = fields(json)
  const indicator = fields(status)['indicator']
  if (typeof indicator !== 'string' || !/^\w{1,32}$/.test(indicator)) return undefined
  const updatedAt = fields(page)['updated_at']
  const unhealthy = (Array.isArray(components) ? components : [])
    .map((component) => fields(component))
    .filter(({ status: word }) => typeof word === 'string' && word !== 'operational')
    .map(({ name, status: word }) => ({ name: token(name), status: token(word) }))
  return {
    indicator,
    ...(typeof updatedAt === 'string' && !Number.isNaN(Date.parse(updatedAt))
      ? { updatedAt: new Date(updatedAt).toISOString() }
      : {}),
    components: unhealthy.slice(0, MOST_COMPONENTS),
  }
}

function token(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[^\w .()/-]/g, '').slice(0, 48) : ''
}
