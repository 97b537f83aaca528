/** Black on white, no picture and no script: it has to come out of any printer. */
export const style = `
body{font:10pt/1.4 system-ui,sans-serif;margin:1.5cm;color:#000;background:#fff}
h1{font-size:16pt;margin:0 0 .4em}
h2{font-size:12pt;margin:1.4em 0 .4em;break-after:avoid}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.25em .4em;text-align:left;vertical-align:top}
th{background:#eee}
thead{display:table-header-group}
tr,li,.keep{break-inside:avoid}
.mono{font-family:ui-monospace,monospace;font-size:9pt}
.facts td,.facts th{border:0;padding:.1em .8em .1em 0;background:none;width:auto}
.facts{width:auto}
.verdict{font-weight:600}
.dim{color:#444}
ul{margin:.2em 0;padding-left:1.2em}
ul.ticks{list-style:none;padding-left:0}
.tick{display:inline-block;width:.9em;height:.9em;border:1px solid #000;margin-right:.5em;vertical-align:-.1em}
.lines{display:flex;gap:2em;margin-top:2.5em}
.lines div{flex:1;border-top:1px solid #000;padding-top:.2em}
`;
