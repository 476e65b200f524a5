import { marked } from 'marked'

/** GitHub's look of a job summary, as far as the summary uses it. */
const STYLE = `
body { margin: 0; background: #fff; }
main { box-sizing: border-box; width: 1000px; padding: 24px 32px; border: 1px solid #d1d9e0;
  border-radius: 6px; color: #1f2328; font: 16px/1.5 -apple-system, 'Segoe UI', 'DejaVu Sans',
  'Liberation Sans', Helvetica, Arial, sans-serif, 'Noto Color Emoji'; }
h2 { margin: 0 0 16px; padding-bottom: 8px; border-bottom: 1px solid #d1d9e0; font-size: 24px;
  line-height: 1.25; }
p, ul, ol, table, details { margin: 0 0 16px; }
ul, ol { padding-left: 2em; }
li + li { margin-top: 4px; }
code { padding: 0.2em 0.4em; border-radius: 6px; background: #818b981f; font: 85% ui-monospace,
  'DejaVu Sans Mono', monospace; }
table { border-collapse: collapse; width: max-content; max-width: 100%; display: block; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
th { font-weight: 600; }
tr:nth-child(even) td { background: #f6f8fa; }
a { color: #0969da; text-decoration: underline; }
details { margin-bottom: 8px; }
sub { color: #59636e; }
`

/** A job summary as a page; it says its own height in the attribute `data-height`. */
export function summaryPage(markdown: string): string {
  const content = marked.parse(markdown, { gfm: true, async: false })
  const script = 'document.body.dataset.height = String(document.body.scrollHeight)'
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><body><main>${content}</main><script>${script}</script></body></html>`
}
