import { badgeColors } from './badges.ts';

/** The whole style sheet of an HTML report: light on paper, light or dark on a screen. */
export const reportStyle = `
:root{--paper:#fff;--ink:#111827;--muted:#4b5563;--line:#cbd3de;--panel:#f6f8fb;--call:#fff1e6;--call-line:#db5a0b;--link:#0f4f9e;color-scheme:light}
${badgeColors('light')}
@media screen and (prefers-color-scheme:dark){
:root{--paper:#0f1720;--ink:#f3f6fa;--muted:#a9b6c6;--line:#3a4857;--panel:#17212b;--call:#33240d;--call-line:#f9bc60;--link:#9ccbff;color-scheme:dark}
${badgeColors('dark')}
}
*{box-sizing:border-box}
html{background:var(--paper)}
body{margin:0 auto;padding:32px 24px 64px;max-width:1120px;background:var(--paper);color:var(--ink);font:16px/1.5 Helvetica,Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
h1{margin:0 0 4px;font-size:2rem;line-height:1.2}
h2{margin:48px 0 12px;padding-top:14px;border-top:2px solid var(--ink);font-size:1.5rem;line-height:1.25}
h3{margin:34px 0 8px;font-size:1.1875rem;line-height:1.3}
h4{margin:22px 0 6px;font-size:1rem}
h5,h6{margin:18px 0 4px;font-size:.9375rem}
p{margin:8px 0;max-width:80ch}
ul,ol{margin:8px 0;padding-left:1.6em;max-width:96ch}
li{margin:3px 0}
li>ul{margin:2px 0 8px}
a{color:var(--link)}
.small{columns:2;column-gap:32px;max-width:none;font-size:.8125rem;color:var(--muted)}
.small li{break-inside:avoid}
.small b{font-weight:400;color:var(--ink)}
:not(.wide)>table th:first-child{width:17%}
:not(.wide)>table thead th:nth-child(2):not(:last-child){width:30%}
code{font:.875em/1.4 "Liberation Mono","Courier New",monospace;background:var(--panel);border:1px solid var(--line);border-radius:4px;padding:0 4px;overflow-wrap:anywhere;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.eyebrow,.muted,.made{color:var(--muted)}
.eyebrow{margin:0;font-weight:700}
.made{margin-top:56px}
.call{padding:10px 14px;border-left:4px solid var(--call-line);background:var(--call);font-weight:700}
.symbols{position:absolute}
.badge{vertical-align:-4px;flex:none}
.badge-fill{fill:var(--badge)}.badge-stroke{stroke:var(--badge)}.glyph-fill{fill:var(--glyph)}.glyph-stroke{stroke:var(--glyph)}
.status{font-weight:700}
.status .badge{margin-right:5px}
dl{margin:12px 0;display:grid;grid-template-columns:minmax(9em,max-content) minmax(0,1fr);gap:4px 20px}
dt{color:var(--muted)}
dd{margin:0;min-width:0}
.cards{list-style:none;margin:16px 0;padding:0;max-width:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(158px,1fr));gap:10px}
.cards li{margin:0;padding:12px 14px;border:1px solid var(--line);border-radius:10px;background:var(--panel);display:grid;gap:2px;align-content:start}
.cards b{font-size:1.75rem;line-height:1.2}
.cards .none{opacity:1;border-style:dashed}
.cards small{color:var(--muted);font-size:.875rem}
nav ol{columns:2;column-gap:40px;padding-left:1.4em}
.scroll{overflow-x:auto;margin:12px 0;border:1px solid var(--line);border-radius:8px}
.scroll:focus-visible{outline:3px solid var(--link);outline-offset:1px}
table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{padding:8px 10px;text-align:left;color:var(--muted)}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-top:1px solid var(--line);overflow-wrap:break-word;hyphens:auto;min-width:5.5em}
.wide th,.wide td{padding:5px 7px;font-size:.8125rem}
.wide table{min-width:1500px}
thead th{background:var(--panel)}
tbody th{font-weight:700}
tbody th:first-child{min-width:3em}
figure{margin:16px 0}
.picture{overflow:auto;padding:12px;border:1px solid var(--line);border-radius:8px;background:#fff}
.picture svg{display:block;width:100%;height:auto}
figcaption{margin-top:6px;color:var(--muted)}
@media screen and (max-width:640px){
body{padding:20px 16px 48px}
dl{grid-template-columns:minmax(0,1fr);gap:0}
dd{margin-bottom:8px}
nav ol,.small{columns:1}
:not(.wide)>table{min-width:640px}
.picture svg{width:900px}
}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt Helvetica,Arial,sans-serif;color:#4b5563}}
@page side{size:A4 landscape;margin:12mm 12mm 15mm}
@page poster{size:A3 landscape;margin:12mm 12mm 15mm}
@media print{
html,body{background:#fff}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.4}
h1{font-size:20pt}
h2{margin:0 0 8pt;padding-top:0;border-top:0;padding-bottom:4pt;border-bottom:1.5pt solid #111827;font-size:15pt}
h3{margin-top:18pt;font-size:12pt}
h4{font-size:10.5pt}
h5,h6{font-size:9.5pt}
h1,h2,h3,h4,h5,h6,caption,thead{break-after:avoid;break-inside:avoid}
h2+*,h3+*,h4+*,h5+*{break-before:avoid}
h3+p{break-after:avoid}
.small{font-size:8pt}
p{break-inside:avoid;max-width:none}
ul,ol{max-width:none}
tr,figure,dl,.cards,.call{break-inside:avoid}
li{orphans:3;widows:3}
thead{display:table-header-group}
.part{margin-top:26pt}
.part.side{page:side;margin-top:0;break-before:page}
.part.poster{page:poster;margin-top:0;break-before:page}
.part.side+.part:not(.side),.part.poster+.part{margin-top:0}
.scroll{overflow:visible;margin:6pt 0;border:0;border-radius:0}
table{font-size:8.5pt}
th,td{padding:3pt 5pt;min-width:0;overflow-wrap:anywhere}
.wide table{min-width:0}
.wide th,.wide td{padding:2.5pt 3.5pt;font-size:6.8pt;line-height:1.3;overflow-wrap:break-word;hyphens:auto}
.wide .badge{width:10pt;height:10pt;vertical-align:-2.5pt}
caption{padding:2pt 0 4pt}
.cards{grid-template-columns:repeat(3,1fr);gap:6pt}
.cards li{background:none;padding:6pt 8pt}
.cards b{font-size:16pt}
.call{background:none;border:1pt solid #111827;border-left-width:4pt}
code{background:none;border-color:#9ca3af}
thead th{background:none;border-bottom:1pt solid #111827}
a{color:inherit}
a[href^="https:"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
a.bare::after{content:none!important}
a[href^="#"]{text-decoration:none}
.picture{overflow:visible;padding:0;border:0}
.picture svg{width:auto;max-width:100%;max-height:235mm;margin:0 auto}
.side .picture svg{max-height:158mm}
.poster .picture svg{width:100%;max-height:243mm}
}
`;
