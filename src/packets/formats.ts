import type { Packet, PacketRoute, VerdictFormat } from '../model/index.ts'
import { html } from '../redaction/index.ts'
import type { ReportView } from '../reports/index.ts'
import { OWNER_NAMES, RUNG_NAMES, findingUrl, ladderOf } from '../reports/words.ts'

/** What a form needs besides the packet: SARIF points to the step. */
type FormatView = Pick<ReportView, 'docsUrl' | 'step'>

/** The verdict of every route, as one text. */
export function formatted(packet: Packet, format: VerdictFormat, view: FormatView): string {
  return FORMATS[format](packet, view)
}

const FORMATS: Readonly<Record<VerdictFormat, (packet: Packet, view: FormatView) => string>> = {
  junit,
  sarif: (packet, view) => `${JSON.stringify(sarif(packet, view), undefined, 2)}\n`,
  prometheus,
  'otlp-json': (packet) => `${JSON.stringify(otlp(packet))}\n`,
}

/** One suite for each route, one case for each rung: panels of tests show both. */
function junit({ routes, startedAt, verdict }: Packet): string {
  const suites = routes.map((route) => {
    const steps = ladderOf(route.verdict)
    const failing = route.verdict.verdict !== 'pass'
    const cases = steps.map((step) => {
      const deciding = failing && step.rung === route.verdict.firstBad
      const { owner, code, summary, doNext } = route.verdict
      const body = deciding
        ? element(
            'failure',
            { type: code, message: `${OWNER_NAMES[owner]}: ${summary}` },
            xml(doNext.join('\n')),
          )
        : step.status === 'skipped'
          ? element('skipped', { message: step.because })
          : ''
      const time = ((step.elapsedMs ?? 0) / 1000).toFixed(3)
      return element('testcase', { classname: route.name, name: RUNG_NAMES[step.rung], time }, body)
    })
    // A failure without a rung still is one.
    if (failing && route.verdict.firstBad === 'none')
      cases.push(verdictCase(route.name, route.verdict))
    return suiteOf(route.name, startedAt, cases)
  })
  const all =
    suites.length === 0 ? [suiteOf('run', startedAt, [verdictCase('run', verdict)])] : suites
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'openai-preflight' }, all.join(''))}\n`
}

function suiteOf(name: string, timestamp: string, cases: readonly string[]): string {
  const having = (part: string) => String(cases.filter((one) => one.includes(part)).length)
  const counts = {
    tests: String(cases.length),
    failures: having('<failure'),
    skipped: having('<skipped'),
  }
  return element('testsuite', { name, timestamp, ...counts }, cases.join(''))
}

function verdictCase(
  classname: string,
  { verdict, code, summary }: PacketRoute['verdict'],
): string {
  const body = verdict === 'pass' ? '' : element('failure', { type: code, message: summary })
  return element('testcase', { classname, name: 'Verdict' }, body)
}

function element(name: string, attributes: Readonly<Record<string, string>>, body = ''): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`)
  return `<${name}${given.join('')}>${body}</${name}>`
}

/** Entities as HTML writes them; XML 1.0 takes no control characters in any form. */
function xml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return html(text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' '))
}

/** SARIF 2.1.0: one result for each finding, on the line of the step where that is known. */
function sarif({ tool, routes, verdict }: Packet, { docsUrl, step }: FormatView) {
  const found = (routes.length > 0 ? routes.map((route) => route.verdict) : [verdict]).flatMap(
    (one) => [
      ...(one.verdict === 'pass'
        ? []
        : [{ ...one, level: one.verdict === 'fail' ? 'error' : 'warning' }]),
      ...one.also.map((also) => ({ ...also, level: 'note' })),
    ],
  )
  const ids = [...new Set(found.map(idOf))]
  const locations =
    step === undefined
      ? []
      : [
          {
            physicalLocation: {
              artifactLocation: { uri: step.file },
              region: { startLine: step.line },
            },
          },
        ]
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            rules: ids.map((id) => ({ id, helpUri: findingUrl(docsUrl, id) })),
          },
        },
        results: found.map((one) => ({
          ruleId: idOf(one),
          level: one.level,
          message: { text: [one.summary, ...one.doNext].join('\n') },
          locations,
          partialFingerprints: { verdict: [idOf(one), one.code, one.owner].join(' ') },
        })),
      },
    ],
  }
}

function idOf({ rule, code }: { readonly rule: string; readonly code: string }): string {
  return rule || code || 'unknown/unexplained'
}

interface Metric {
  readonly name: string
  readonly help: string
  /** UCUM, as OpenTelemetry wants it. */
  readonly unit: string
  readonly samples: readonly {
    readonly labels: Readonly<Record<string, string>>
    readonly value: number
  }[]
}

/** What is worth a series over time: both text forms below are made from it. */
function metricsOf({ routes, startedAt, elapsedMs }: Packet): readonly Metric[] {
  const each = (value: (route: PacketRoute) => number | undefined) =>
    routes.flatMap((route) => {
      const sample = value(route)
      return sample === undefined ? [] : [{ labels: labelsOf(route), value: sample }]
    })
  const alone = (value: number) => [{ labels: {}, value }]
  const metric = (
    name: string,
    unit: string,
    help: string,
    samples: Metric['samples'],
  ): Metric => ({
    name: `openai_preflight_${name}`,
    help,
    unit,
    samples,
  })
  return [
    metric(
      'pass',
      '1',
      '1 when everything asked for was proven, else 0.',
      each(({ verdict }) => (verdict.verdict === 'pass' ? 1 : 0)),
    ),
    metric(
      'verdict',
      '1',
      'Always 1; the labels say what was found.',
      routes.map((route) => {
        const { verdict, owner, branch, code, rung } = route.verdict
        return { labels: { ...labelsOf(route), verdict, owner, branch, code, rung }, value: 1 }
      }),
    ),
    metric(
      'http_status',
      '1',
      'HTTP status of the deciding response.',
      each(({ verdict }) => verdict.httpStatus || undefined),
    ),
    metric(
      'rung_seconds',
      's',
      'Time spent on a rung of the path.',
      routes.flatMap((route) =>
        route.verdict.ladder.flatMap(({ rung, elapsedMs: spent }) =>
          spent === undefined
            ? []
            : [{ labels: { ...labelsOf(route), rung }, value: spent / 1000 }],
        ),
      ),
    ),
    metric('duration_seconds', 's', 'Time of the whole run.', alone(elapsedMs / 1000)),
    metric(
      'start_time_seconds',
      's',
      'When the run began, since the Unix epoch.',
      alone(Date.parse(startedAt) / 1000 || 0),
    ),
  ]
}

function labelsOf({ name, baseUrl, model }: PacketRoute): Readonly<Record<string, string>> {
  return { route: name, host: URL.parse(baseUrl)?.host ?? '', model }
}

/** Text exposition format 0.0.4, for the textfile collector of node_exporter. */
function prometheus(packet: Packet): string {
  const escaped = (value: string): string =>
    value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  const lines = metricsOf(packet).flatMap(({ name, help, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...samples.map(({ labels, value }) => {
      const list = Object.entries(labels).map(([key, one]) => `${key}="${escaped(one)}"`)
      return `${name}${list.length === 0 ? '' : `{${list.join(',')}}`} ${value}`
    }),
  ])
  return `${lines.join('\n')}\n`
}

/** The body of `POST /v1/metrics`: OTLP 1.x as JSON, where 64-bit integers are texts. */
function otlp(packet: Packet) {
  const { tool, startedAt, runtime } = packet
  const timeUnixNano = `${Date.parse(startedAt) || 0}000000`
  const attributes = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([key, stringValue]) => ({ key, value: { stringValue } }))
  return {
    resourceMetrics: [
      {
        resource: {
          attributes: attributes({
            'service.name': tool.name,
            'service.version': tool.version,
            'os.type': runtime.os,
            'host.arch': runtime.arch,
            'host.name': runtime.runnerName,
          }),
        },
        scopeMetrics: [
          {
            scope: { name: tool.name, version: tool.version },
            metrics: metricsOf(packet).map(({ name, help, unit, samples }) => ({
              name: name.replaceAll('_', '.').replace(/\.seconds$/, ''),
              description: help,
              unit,
              gauge: {
                dataPoints: samples.map(({ labels, value }) => ({
                  attributes: attributes(labels),
                  timeUnixNano,
                  asDouble: value,
                })),
              },
            })),
          },
        ],
      },
    ],
  }
}
