/**
 * The one style sheet of the report. Text keeps at least 4.5:1 to its ground in both schemes
 * (WCAG 2.2, 1.4.3); colour is never the only sign.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --text: #1b1f24; --quiet: #57606a; --line: #d8dee4;
  --good: #1a7f37; --bad: #c4232d; --warn: #8a5a00; --link: #0b5cad;
  --good-ground: #e6f5ea; --bad-ground: #fdecec; --warn-ground: #fff5dc; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --card: #161b22; --text: #e6edf3; --quiet: #9aa5b1; --line: #30363d;
    --good: #4ac26b; --bad: #ff7b72; --warn: #e3b341; --link: #6cb6ff;
    --good-ground: #12261a; --bad-ground: #2d1517; --warn-ground: #2b2110; --code: #21262d;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: clamp(1.4rem, 1.1rem + 1.6vw, 2rem); line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.1rem; margin: 0 0 .9rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0; }
p, li { overflow-wrap: anywhere; }
a { color: var(--link); }
section, .verdict { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin: 0 0 1rem; }
.verdict { border-left: 6px solid var(--tone); background: var(--tone-ground); }
.verdict.pass { --tone: var(--good); --tone-ground: var(--good-ground); }
.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.verdict.inconclusive { --tone: var(--warn); --tone-ground: var(--warn-ground); }
.eyebrow { margin: 0 0 .35rem; font-size: .8rem; font-weight: 700; letter-spacing: .06em; text-transform: uppercase; color: var(--tone); }
.lead { font-size: 1.08rem; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
code, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
code { background: var(--code); border-radius: 5px; padding: .1em .35em; }
pre { background: var(--code); border-radius: 8px; padding: .9rem; overflow-x: auto; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.advice { margin-bottom: 1rem; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.advice section { margin: 0; }
.advice h2 { margin-bottom: .4rem; }
.advice ol, .advice ul { margin: 0; padding-left: 1.3rem; }
.advice li { margin: .35rem 0; overflow-wrap: anywhere; }
.advice .do h2 { color: var(--good); }
.advice .dont h2 { color: var(--bad); }
.ladder { list-style: none; margin: 0; padding: 0; }
.ladder li { display: grid; grid-template-columns: 1.8rem 5.2rem 4.6rem 1fr; gap: .5rem; align-items: baseline; padding: .45rem .4rem; border-top: 1px solid var(--line); }
.ladder li:first-child { border-top: 0; }
.ladder li.failed { background: var(--bad-ground); border-radius: 8px; }
.ladder .time { text-align: right; font-variant-numeric: tabular-nums; color: var(--quiet); white-space: nowrap; }
.ladder .seen { overflow-wrap: anywhere; padding-left: .4rem; }
.mark { font-weight: 700; text-align: center; }
.ok .mark, .mark.ok { color: var(--good); }
.failed .mark, .mark.failed { color: var(--bad); }
.skipped .mark, .mark.skipped { color: var(--quiet); }
.skipped .name, .skipped .seen { color: var(--quiet); }
.name { font-weight: 600; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-top: 1px solid var(--line); overflow-wrap: break-word; }
thead th { border-top: 0; color: var(--quiet); font-size: .8rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
td .target { display: inline-block; min-width: 9rem; }
.nowrap { white-space: nowrap; font-variant-numeric: tabular-nums; }
.matrix td { text-align: center; }
.matrix td:last-child, .matrix th:last-child { text-align: left; }
.matrix thead th:not(:first-child, :last-child) { text-align: center; }
dl { margin: 0; display: grid; gap: .1rem; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .75rem; padding: .35rem 0; border-top: 1px solid var(--line); }
dl > div:first-child { border-top: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
details > summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
details > details { margin-left: .5rem; }
.certificate { border-left: 3px solid var(--line); padding-left: .9rem; margin: .8rem 0; }
.waterfall { width: 100%; height: auto; display: block; }
.waterfall text { fill: var(--text); font: 13px system-ui, sans-serif; }
.waterfall .axis { fill: var(--quiet); font-size: 11px; }
.waterfall .grid { stroke: var(--line); stroke-width: 1; }
.waterfall .ok { fill: var(--good); }
.waterfall .failed { fill: var(--bad); }
.waterfall .time { font-variant-numeric: tabular-nums; }
.scroll .waterfall { min-width: 46rem; }
footer { color: var(--quiet); font-size: .875rem; padding: 0 .25rem; }
@media (max-width: 40rem) {
  main { padding: .75rem .6rem 3rem; }
  section, .verdict { padding: 1rem .85rem; border-radius: 10px; }
  .ladder li { grid-template-columns: 1.5rem 1fr auto; }
  .ladder .seen { grid-column: 2 / -1; padding-left: 0; font-size: .92rem; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
}
@media print { body { background: #fff; } section, .verdict { break-inside: avoid; } }
`.trim()
