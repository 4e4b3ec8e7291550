/** The style sheet of the page. Colours have a contrast of at least 4.5:1 as text, in both schemes. */
export const STYLE = `
:root { --ground: #f6f8fa; --card: #fff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --link: #0757b5;
  --c0: #0f766e; --c1: #b45309; --c2: #1d5fb8; --c3: #7446b8; --c4: #0b7ba8; --c5: #6b7280;
  --good: #116329; --near: #8a4b00; --over: #b42318; --track: #e6eaef; --band: #0f766e38; --area: #0f766e26; --overarea: #b4231826; --shade: #0004 }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --card: #151b23; --text: #f0f6fc; --quiet: #9aa4af; --line: #3d444d; --link: #6cb0ff;
  --c0: #2fb5a5; --c1: #e0954a; --c2: #6aa7f5; --c3: #b594f0; --c4: #4dbde6; --c5: #98a2ad;
  --good: #4ac26b; --near: #e3a03d; --over: #ff7b72; --track: #2a323c; --band: #2fb5a540; --area: #2fb5a52e; --overarea: #ff7b722e; --shade: #fff4 } }
* { box-sizing: border-box }
html { font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Verdana, Arial, sans-serif; background: var(--ground); color: var(--text) }
body { margin: 0 auto; max-width: 1240px; padding: 20px 16px 32px; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 }
h2 { font-size: 1.2rem; margin: 32px 0 10px }
h3 { font-size: 1rem; line-height: 1.35; margin: 0 0 4px }
h3 small, dd span, .state span, .quiet, figcaption, .legend small { color: var(--quiet); font-weight: 400 }
p { margin: 6px 0 }
.source { font-size: 1.05rem; margin: 4px 0 0 }
.quiet { font-size: .87rem; margin: 6px 0 }
code { font: .92em ui-monospace, 'DejaVu Sans Mono', monospace; background: var(--track); border-radius: 4px; padding: 1px 4px }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 } .tile { flex: 1 1 140px }
.tile, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; min-width: 0 }
.tile dt { color: var(--quiet); font-size: .87rem }
.tile dd { margin: 2px 0 0; line-height: 1.35 }
.tile { min-width: min-content; overflow-wrap: normal; padding: 12px 14px } .tile strong { display: block; font-size: 1.45rem; line-height: 1.25 }
.tile span { font-size: .82rem; display: block }
.notes { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--near); border-radius: 6px; margin: 12px 0 0; padding: 8px 12px 8px 28px; font-size: .9rem }
p.notes { padding-left: 12px }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 12px }
.cards.three { grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr)) }
.card.wide { grid-column: 1 / -1 }
.state { margin: 0 0 8px } .state span { display: inline-block } .state strong { font-size: 1.15rem }
.good strong { color: var(--good) } .near strong { color: var(--near) } .over strong { color: var(--over) }
.plot { display: grid; grid-template-columns: max-content minmax(0, 1fr); grid-template-rows: 150px auto; column-gap: 8px; margin-top: 4px }
.plot.small { grid-template-rows: 110px auto }
.plot svg { width: 100%; height: 100%; display: block; overflow: hidden }
.scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; font-size: .78rem; line-height: 1; color: var(--quiet); white-space: nowrap }
.days { grid-column: 2; display: flex; justify-content: space-between; font-size: .78rem; color: var(--quiet); padding-top: 4px }
svg path { vector-effect: non-scaling-stroke; fill: none }
.grid { stroke: var(--line); stroke-width: 1 } .zero { stroke: var(--text); stroke-width: 1 }
.line { stroke: var(--c0); stroke-width: 2; stroke-linejoin: round } .line.over { stroke: var(--over) } .dot { stroke-width: 8; stroke-linecap: round }
.pace { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 5 4 } .limit { stroke: var(--over); stroke-width: 1.5; stroke-dasharray: 5 4 }
.whisker { stroke: var(--band); stroke-width: 14 } .days span:only-child { margin: 0 auto }
svg path.area { fill: var(--area) } svg path.area.over { fill: var(--overarea) } svg path.band { fill: var(--band) }
rect.over { fill: var(--over) } rect.track { fill: var(--track) }
rect.c0 { fill: var(--c0) } rect.c1 { fill: var(--c1) } rect.c2 { fill: var(--c2) } rect.c3 { fill: var(--c3) } rect.c4 { fill: var(--c4) } rect.c5 { fill: var(--c5) }
.key.c0 { background: var(--c0) } .key.c1 { background: var(--c1) } .key.c2 { background: var(--c2) } .key.c3 { background: var(--c3) } .key.c4 { background: var(--c4) } .key.c5 { background: var(--c5) }
.share svg { width: 100%; height: 20px; display: block; border-radius: 4px; margin: 6px 0 8px }
svg .part { stroke: var(--card); stroke-width: 1; vector-effect: non-scaling-stroke }
.legend { list-style: none; margin: 0; padding: 0; font-size: .9rem } .legend.row { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 8px }
.legend li { display: flex; gap: 8px; align-items: baseline } .legend .name { flex: 1; min-width: 0 } .legend .figure { white-space: nowrap }
.key { flex: none; width: 11px; height: 11px; border-radius: 3px }
.bar { display: block; width: 100%; height: 6px; margin-top: 3px; border-radius: 3px }
.scroll { overflow-x: auto; max-width: 100% }
/* A shade at the side on which a table goes on; the covers scroll with the table, the shades do not. */
.card .scroll, .scroll.card { background: linear-gradient(90deg, var(--card) 40%, transparent) left / 40px 100% local, linear-gradient(270deg, var(--card) 40%, transparent) right / 40px 100% local,
  radial-gradient(farthest-side at 0, var(--shade), transparent) left / 12px 100%, radial-gradient(farthest-side at 100%, var(--shade), transparent) right / 12px 100%, var(--card); background-repeat: no-repeat }
.scroll:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
table { overflow-wrap: break-word }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th { font-weight: 600 } tbody th { font-weight: 400; min-width: 130px; overflow-wrap: anywhere } thead th { color: var(--quiet); font-size: .82rem; vertical-align: bottom }
.number { text-align: right; white-space: nowrap } thead .number { white-space: normal }
.scroll:has(> .stacked) { container-type: inline-size }
@container (max-width: 460px) {
  .stacked, .stacked thead, .stacked tbody, .stacked tr { display: block } .stacked tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line) }
  .stacked th, .stacked td { flex: 1 1 0; min-width: 0; border: 0; padding: 2px 2px 6px; font-size: .82rem; white-space: normal; overflow-wrap: normal } .stacked tr > :first-child { flex: 1 0 100%; padding: 6px 2px 0; font-size: .9rem; overflow-wrap: anywhere }
}
footer { margin-top: 28px } details { margin-top: 8px; font-size: .9rem } summary { cursor: pointer; color: var(--link) }
.tools { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 8px 0 }
.tools label:not(.check) { display: grid; font-size: .82rem; color: var(--quiet); gap: 2px; min-width: 0 } label.check { display: flex; gap: 6px; align-items: center; align-self: center; font-size: .9rem }
.tools .grow { flex: 1 1 240px }
input, select, button { font: inherit; font-size: .9rem; color: var(--text); background: var(--card); border: 1px solid var(--quiet); border-radius: 6px; padding: 5px 10px; min-width: 0; max-width: 100% }
button { cursor: pointer } button:disabled { color: var(--quiet); cursor: default; border-color: var(--line) }
th button { all: unset; cursor: pointer; color: inherit } th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
th[aria-sort=ascending] button::after { content: ' ▲' } th[aria-sort=descending] button::after { content: ' ▼' }
#explorer tbody th { white-space: nowrap; min-width: 0 } #explorer td.text span { display: block; width: max-content; max-width: 240px }
#zoom { margin-top: 8px; min-width: 0; overflow: hidden }
.uplot .u-select { background: var(--band) } .u-legend { color: var(--text) }
@media print { .card, .tile { break-inside: avoid } #entries, #explorer { display: none } }
`
