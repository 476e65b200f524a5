import type { LadderStep, Packet, PacketRoute, Verdict } from '../model/index.ts'
import { RUNGS } from '../model/index.ts'
import { linkTarget, plainText } from '../redaction/index.ts'
import type { Report, ReportView } from './artifact.ts'
import { baselineLines } from './baseline.ts'
import { environmentRows, routeRows } from './environment.ts'
import {
  attemptTable,
  certificateChain,
  definitions,
  type Markup,
  markup,
  NOTHING,
  observationTable,
  section,
  table,
  waterfallDrawing,
} from './html-details.ts'
import { STYLE } from './html-style.ts'
import { proofOf } from './proof.ts'
import {
  confidenceNote,
  CANCELLED_NOTE,
  CRASH_NOTE,
  MARKS,
  OWNER_NAMES,
  RUNG_NAMES,
  count,
  decidingRoute,
  duration,
  findingUrl,
  firstBadStep,
  ladderOf,
  ownerTitle,
  provenUpTo,
  verdictWord,
  withOrder,
} from './words.ts'

/** One file that reads by itself: no network, no script. */
export const htmlReport: Report = (packet, view) => [
  { kind: 'file', name: 'report.html', content: page(packet, view).markup },
]

/** Even if something got through the escaping, the browser would load and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

function page(packet: Packet, view: ReportView): Markup {
  const deciding = decidingRoute(packet)
  const others = packet.routes.filter((route) => route !== deciding)
  const title = `${ownerTitle(packet.verdict)} · openai-preflight`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
${verdictCard(packet, deciding, view)}
${advice(packet.verdict)}
${packet.routes.length > 1 ? section('Routes', matrix(packet), 'routes') : NOTHING}
${deciding === undefined ? NOTHING : routeSections(deciding, packet.routes.length > 1)}
${section('Compared with the earlier run', baseline(view), 'baseline')}
${otherRoutes(packet, others)}
${section('Environment', definitions(environmentRows(packet)), 'environment')}
${section('Removed from this report', removed(packet), 'removed')}
${view.crash === undefined ? NOTHING : section('Stack', markup`<pre>${plainText(view.crash.stack)}</pre>`, 'stack')}
</main>
</body>
</html>
`
}

function verdictCard(packet: Packet, route: PacketRoute | undefined, view: ReportView): Markup {
  const { verdict } = packet
  const facts = [
    ['Code', `${verdict.code}${confidenceNote(verdict)}`],
    ['Responder', [verdict.responder, verdict.product].filter((one) => one !== '').join(', ')],
    ['HTTP status', String(verdict.httpStatus)],
    ['Retry may help', verdict.verdict === 'pass' ? '' : verdict.retryable ? 'yes' : 'no'],
  ] as const
  const more =
    verdict.rule === ''
      ? NOTHING
      : markup`<p><a href="${linkTarget(findingUrl(view.docsUrl, verdict.rule))}" rel="noreferrer">What this finding means</a></p>`
  const notes = [
    ...(view.cancelled === true ? [CANCELLED_NOTE] : []),
    ...(view.crash === undefined ? [] : [CRASH_NOTE]),
  ].map((note) => markup`<p><strong>${note}</strong></p>`)
  return markup`<header class="verdict ${verdict.verdict}">
<p class="eyebrow">${verdictWord(verdict, view.failing)}${verdict.verdict === 'pass' ? '' : ` · ${provenUpTo(verdict)}`}</p>
<h1>${ownerTitle(verdict)}</h1>
<p class="lead">${verdict.summary}</p>
${notes}
${route === undefined || verdict.verdict === 'pass' ? NOTHING : markup`<p class="small">${proofOf(packet, route)}</p>`}
${definitions(facts.filter(([, value]) => value !== '').map(([name, value]) => [name, markup`<span class="mono">${value}</span>`]))}
${more}
</header>`
}

/** Our sentences set commands and settings in backticks. */
function withCode(text: string): readonly Markup[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`))
}

function advice(verdict: Verdict): Markup {
  const items = (texts: readonly string[]): readonly Markup[] =>
    texts.map((text) => markup`<li>${withCode(text)}</li>`)
  const parts = [
    verdict.doNext.length === 0
      ? NOTHING
      : markup`<section class="do" aria-labelledby="do"><h2 id="do">What to do next</h2><ol>${items(verdict.doNext)}</ol></section>`,
    verdict.doNot.length === 0
      ? NOTHING
      : markup`<section class="dont" aria-labelledby="dont"><h2 id="dont">What not to do</h2><ul>${items(verdict.doNot)}</ul></section>`,
  ]
  return parts.every((part) => part.markup === '')
    ? NOTHING
    : markup`<div class="advice">${parts}</div>`
}

function routeSections(route: PacketRoute, several: boolean): Markup {
  const of = several ? ` of ${route.name}` : ''
  const also = route.verdict.also.map(
    (one) => markup`<li>${withCode(withOrder(one))} <code>${one.code}</code></li>`,
  )
  return markup`${section(`Ladder${of}`, ladder(route), 'ladder')}
${section('Timings', waterfallDrawing(route), 'timings')}
${section('Attempts', attemptTable(route), 'attempts')}
${section('Also seen', also.length === 0 ? NOTHING : markup`<ul>${also}</ul>`, 'also')}
${section('Certificate chain', certificateChain(route), 'chain')}
${section('Observations', observationTable(route), 'observations')}`
}

function ladder(route: PacketRoute): Markup {
  return markup`<ol class="ladder">${ladderOf(route.verdict).map(rung)}</ol>`
}

function rung(step: LadderStep): Markup {
  const time = step.elapsedMs === undefined ? '' : duration(step.elapsedMs)
  return markup`<li class="${step.status}"><span class="mark" role="img" aria-label="${step.status}">${MARKS[step.status]}</span><span class="name">${RUNG_NAMES[step.rung]}</span><span class="time">${time}</span><span class="seen">${step.because}</span></li>`
}

/** UTF-16 units of routes in full, of routes in short, and rows of the table. */
const MOST_FULL = 1_400_000
const MOST_SHORT = 700_000
const MOST_ROWS = 1200

/**
 * The other routes: in full while there is room, those that did not pass first, then in short. A page
 * of a thousand routes in full is 15 MB that no browser likes to open; packet.json has them all.
 */
function otherRoutes(packet: Packet, others: readonly PacketRoute[]): Markup {
  const left = { full: MOST_FULL, short: MOST_SHORT }
  const told = new Map<PacketRoute, Markup>()
  const byWeight = [
    ...others.filter(({ verdict }) => verdict.verdict !== 'pass'),
    ...others.filter(({ verdict }) => verdict.verdict === 'pass'),
  ]
  for (const route of byWeight) {
    const full = left.full > 0 ? otherRoute(packet, route, others.indexOf(route)) : undefined
    if (full !== undefined) left.full -= full.markup.length
    if (full !== undefined && left.full >= 0) {
      told.set(route, full)
    } else if (route.verdict.verdict !== 'pass' && left.short > 0) {
      const short = shortRoute(route)
      left.short -= short.markup.length
      if (left.short >= 0) told.set(route, short)
    }
  }
  const short = others.filter((route) => told.get(route)?.markup.startsWith('<details') === true)
  const silent = others.length - told.size
  const inFull = others.flatMap((route) => (short.includes(route) ? [] : (told.get(route) ?? [])))
  const inShort = short.flatMap((route) => told.get(route) ?? [])
  const limits = [
    short.length === 0 ? '' : `${count(short.length, 'route')} in short.`,
    silent === 0 ? '' : `${count(silent, 'route')} only in the table above.`,
    'packet.json has every observation.',
  ].filter((part) => part !== '')
  if (short.length + silent === 0) return markup`${inFull}`
  return markup`${inFull}${section('More routes', markup`<p>${limits.join(' ')}</p>${inShort}`, 'more')}`
}

function shortRoute(route: PacketRoute): Markup {
  const { verdict } = route
  const orders = verdict.doNext.map((order) => markup`<li>${withCode(order)}</li>`)
  const bad = firstBadStep(verdict)
  const seen = bad === undefined ? '' : `${RUNG_NAMES[bad.rung]}: ${bad.because}`
  return markup`<details><summary>${route.name}: ${ownerTitle(verdict)}</summary><p>${verdict.summary}</p><p class="small">${seen} <code>${verdict.code}</code></p><ol>${orders}</ol></details>`
}

function matrix(packet: Packet): Markup {
  const shown = [
    ...packet.routes.filter(({ verdict }) => verdict.verdict !== 'pass'),
    ...packet.routes.filter(({ verdict }) => verdict.verdict === 'pass'),
  ].slice(0, MOST_ROWS)
  const kept = new Set(shown)
  const left = packet.routes.length - shown.length
  const more = left === 0 ? NOTHING : markup`<p>${count(left, 'more route')}: see packet.json.</p>`
  const rows = packet.routes
    .filter((route) => kept.has(route))
    .map((route) => [
      route.name,
      ...ladderOf(route.verdict).map(
        (step) =>
          markup`<span class="mark ${step.status}" role="img" aria-label="${step.status}">${MARKS[step.status]}</span>`,
      ),
      OWNER_NAMES[route.verdict.owner],
    ])
  return markup`<div class="matrix">${table('Routes and rungs', ['Route', ...RUNGS.map((one) => RUNG_NAMES[one]), 'Owner'], rows)}</div>${more}`
}

function otherRoute(packet: Packet, route: PacketRoute, index: number): Markup {
  const content = markup`<p>${route.verdict.summary}</p><p class="small">${proofOf(packet, route)}</p>${ladder(route)}${waterfallDrawing(route)}<details><summary>Settings, observations, certificates</summary>${definitions(routeRows(route))}${observationTable(route)}${certificateChain(route)}</details>`
  return section(`${route.name}: ${ownerTitle(route.verdict)}`, content, `route-${index + 1}`)
}

function baseline(view: ReportView): Markup {
  const rows =
    view.baseline?.changes.map((one) => [one.what, one.before || 'none', one.now || 'none']) ?? []
  if (rows.length > 0) return table('Changes', ['What', 'Before', 'Now'], rows)
  const lines = baselineLines(view)
  return lines.length === 0 ? NOTHING : markup`${lines.map((line) => markup`<p>${line}</p>`)}`
}

function removed(packet: Packet): Markup {
  const rows = packet.redactions.map((one) => [
    one.what,
    markup`<span class="mono">${one.where}</span>`,
    String(one.count),
  ])
  return table('Removed secrets', ['What', 'Where', 'Times'], rows)
}
