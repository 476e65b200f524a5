import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REPORTS } from '../../src/reports/index.ts'
import type { Golden } from './golden-packets.ts'
import { GOLDEN } from './golden-packets.ts'
import { planted } from './planted.ts'

/** Debian's Chromium, from the path alone: nothing is downloaded. */
const chromium = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)))
  .find(isExecutable)

const reason = chromium === undefined ? ' (skipped: no chromium on the path)' : ''

const FLAGS = `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
  --disable-background-networking --disable-component-update --disable-sync`.split(/\s+/)
const DARK = '--blink-settings=preferredColorScheme=0'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function browse(file: string, ...flags: readonly string[]): Promise<string> {
  const profile = mkdtempSync(join(folder, 'profile-'))
  const { stdout } = await promisify(execFile)(
    chromium ?? '',
    [...FLAGS, `--user-data-dir=${profile}`, ...flags, `file://${file}`],
    { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
  )
  return stdout
}

interface Sheet {
  readonly name: string
  readonly width: number
  readonly html: string
}

/** Runs in the page around the reports; measures what a reader would suffer from. */
const MEASURE = `
  const channel = (value) => { const part = value / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4 }
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
  const numbers = (text) => (text.match(/[\\d.]+/g) || []).map(Number)
  const measure = (frame) => {
    const page = frame.contentDocument
    const view = frame.contentWindow
    const all = (selector) => [...page.querySelectorAll(selector)]
    const ground = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const colour = numbers(view.getComputedStyle(one).backgroundColor)
        if (colour.length === 3 || colour[3] > 0) return colour
      }
      return [255, 255, 255]
    }
    const faint = all('body *:not(title)').flatMap((element) => {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return []
      const style = view.getComputedStyle(element)
      const pair = [luminance(numbers(element.closest('svg') ? style.fill : style.color)), luminance(ground(element))].sort((a, b) => b - a)
      const contrast = (pair[0] + 0.05) / (pair[1] + 0.05)
      return contrast < 4.5 ? [element.tagName + ' ' + contrast.toFixed(2) + ' ' + element.textContent.slice(0, 30)] : []
    })
    return {
      faint,
      wider: page.documentElement.scrollWidth - page.documentElement.clientWidth,
      ground: view.getComputedStyle(page.body).backgroundColor,
      mainHeadings: all('h1').length,
      firstHeading: (page.querySelector('h1, h2, h3') || {}).tagName,
      tablesWithoutNames: all('table').filter((one) => !one.caption || !one.querySelector('th[scope]')).length,
      nameless: all('[role=img], [role=region]').filter((one) => !one.getAttribute('aria-label')).length,
      repeatedIds: all('[id]').map((one) => one.id).filter((id, index, ids) => ids.indexOf(id) !== index),
      foreign: all('script, img, iframe, object, embed, link, form, input').map((one) => one.outerHTML),
      loaded: view.performance.getEntriesByType('resource').map((one) => one.name),
      title: page.title,
    }
  }
  const next = (sheets, results) => {
    if (sheets.length === 0) { document.querySelector('pre').textContent = JSON.stringify(results); return }
    const [{ name, width, html }, ...rest] = sheets
    const frame = document.createElement('iframe')
    frame.style = 'height: 3000px; border: 0; width: ' + width + 'px'
    frame.onload = () => { const result = measure(frame); frame.remove(); next(rest, { ...results, [name + ' ' + width]: result }) }
    frame.srcdoc = html
    document.body.append(frame)
  }
  next(SHEETS, {})
`

/** What the browser makes of each sheet, by name and width. */
async function measured(
  sheets: readonly Sheet[],
  ...flags: readonly string[]
): Promise<ReadonlyMap<string, unknown>> {
  const around = join(folder, `around-${flags.length}.html`)
  const data = JSON.stringify(sheets).replaceAll('<', String.raw`\u003c`)
  writeFileSync(
    around,
    `<!doctype html><body><pre></pre><script>const SHEETS = ${data}\n${MEASURE}</script>`,
  )
  const dom = await browse(around, '--dump-dom', '--virtual-time-budget=10000', ...flags)
  const text = /<pre>(\{.*\})<\/pre>/s.exec(dom)?.[1] ?? '{}'
  const result: unknown = JSON.parse(
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )
  return new Map(Object.entries(typeof result === 'object' && result !== null ? result : {}))
}

function sheetsOf(name: string, { packet, view }: Golden): readonly Sheet[] {
  const [artifact] = REPORTS.html(packet, view)
  const html = artifact?.kind === 'file' ? [...artifact.content].join('') : ''
  return [390, 1100].map((width) => ({ name, width, html }))
}

/** A request ID, a host, a path: words without a place to break. */
const LONG = `request ID req_${'0f'.repeat(60)}`
const UNBROKEN: Readonly<Record<string, Golden>> = Object.fromEntries(
  Object.entries(GOLDEN)
    .filter(([name]) => name === 'quota')
    .map(([name, { packet, view }]) => {
      const verdict = { ...packet.verdict, summary: LONG, doNext: [LONG], doNot: [LONG] }
      return [`unbroken ${name}`, { packet: { ...packet, verdict }, view }]
    }),
)

const SHEETS = Object.entries({ ...GOLDEN, ...UNBROKEN }).flatMap(([name, golden]) =>
  sheetsOf(name, golden),
)
const ATTACKED = Object.entries(GOLDEN).flatMap(([name, golden]) =>
  sheetsOf(`attacked ${name}`, planted(golden)),
)

describe.skipIf(chromium === undefined)(`report.html in a browser${reason}`, () => {
  test.each([
    ['light', 'rgb(246, 247, 249)', []],
    ['dark', 'rgb(13, 17, 23)', [DARK]],
  ] as const)(
    'in %s reads on a phone and on a desk: no scrolling sideways, contrast, headings, names',
    async (_scheme, ground, flags) => {
      const seen = await measured(SHEETS, ...flags)
      expect(seen.size).toBe(SHEETS.length)
      const good = {
        faint: [],
        wider: 0,
        ground,
        mainHeadings: 1,
        firstHeading: 'H1',
        tablesWithoutNames: 0,
        nameless: 0,
        repeatedIds: [],
        foreign: [],
        loaded: [],
        title: expect.stringContaining('openai-preflight'),
      }
      expect(Object.fromEntries(seen)).toEqual(
        Object.fromEntries([...seen.keys()].map((name) => [name, good])),
      )
    },
    90_000,
  )

  test('with every string an attack runs, loads and draws nothing of others', async () => {
    const seen = await measured(ATTACKED)
    expect(seen.size).toBe(ATTACKED.length)
    for (const one of seen.values())
      expect(one).toMatchObject({ foreign: [], loaded: [], wider: 0, repeatedIds: [] })
  }, 90_000)

  test('can be drawn as a picture', async () => {
    const [sheet] = SHEETS
    const page = join(folder, 'page.html')
    const picture = join(folder, 'picture.png')
    writeFileSync(page, sheet?.html ?? '')
    await browse(page, `--screenshot=${picture}`, '--window-size=1100,1600')
    expect(statSync(picture).size).toBeGreaterThan(20_000)
  }, 90_000)
})
