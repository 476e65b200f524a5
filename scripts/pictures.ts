/**
 * `node scripts/pictures.ts [cli.js]`: the README's pictures, from a real run of a demo scenario.
 * Port and times are those of this run. Needs Chromium and a font with emoji
 * (`apt-get install chromium fonts-noto-color-emoji`).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readPacket } from '../src/packets/compare/index.ts'
import { REPORTS, type ReportView } from '../src/reports/index.ts'
import { summaryPage } from './summary-page.ts'
import { terminalSvg } from './terminal-svg.ts'

const SCENARIO = 'tls-intercepted'
const ROOT = join(import.meta.dirname, '..')
const PICTURES = join(ROOT, 'docs', 'pictures')
const DOCS_URL = 'https://github.com/openai-preflight/openai-preflight/blob/main/docs/findings.md'
const WIDTH = 1000

const cli = process.argv[2] ?? join(ROOT, 'dist', 'cli.js')
const text = execFileSync(process.execPath, [cli, 'demo', SCENARIO, '--json'], { encoding: 'utf8' })
const read = readPacket(text, 'packet.json')
if (!('packet' in read)) throw new Error(read.problem.message)
const { packet } = read

// The packet of the run, told by the reports of the program.
const view: ReportView = {
  failing: true,
  docsUrl: DOCS_URL,
  terminal: { width: 96, colour: true },
}
for (const artifact of REPORTS.terminal(packet, view)) {
  if (artifact.kind !== 'terminal') continue
  const svg = terminalSvg(artifact.text, `npx openai-preflight demo ${SCENARIO}`)
  writeFileSync(join(PICTURES, 'terminal.svg'), svg)
}
for (const artifact of REPORTS.summary(packet, view)) {
  if (artifact.kind === 'summary') photograph(summaryPage(artifact.markdown), 'summary.png')
}

function photograph(page: string, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  try {
    const file = join(folder, 'page.html')
    writeFileSync(file, page)
    const url = pathToFileURL(file).href
    const height = /data-height="(\d+)"/.exec(chromium(folder, ['--dump-dom', url]))?.[1]
    if (height === undefined) throw new Error('the page does not say its height')
    chromium(folder, [
      `--screenshot=${join(PICTURES, name)}`,
      `--window-size=${WIDTH},${height}`,
      url,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function chromium(folder: string, more: readonly string[]): string {
  const common = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${join(folder, 'profile')}`,
  ]
  const program = process.env['CHROMIUM'] ?? 'chromium'
  return execFileSync(program, [...common, ...more], { encoding: 'utf8', stdio: 'pipe' })
}
