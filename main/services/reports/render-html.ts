import { type Text, texts } from '../../contract/text/index.ts';
import { type Html, html, nothing } from '../provisioning/print/html.ts';
import { style } from '../provisioning/print/style.ts';
import type { Cell, Column, ReportDocument, Section, Table } from './document.ts';

/** A page to print or to keep: nothing to load and nothing that runs. */
export function renderHtml(document: ReportDocument): string {
  const { locale, title, siteName, sections, closing, isSigned } = document;
  const text = texts[locale];
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} – ${siteName}</title>
<style>${{ html: style }}${{ html: pageStyle(document, text) }}</style>
</head>
<body>
<h1>${title}</h1>
${facts(document)}
${sections.map((each) => sectionOf(each))}
${closing.map(
  (line) => html`<p class="dim">${line}</p>
`,
)}
${isSigned ? signatures(text) : nothing}
</body>
</html>
`;
  return page.html;
}

function facts({ facts: all }: ReportDocument): Html {
  const rows = all.map(
    ({ id, label, cell }) =>
      html`<tr><th>${label}</th><td class="${id === 'auditHash' ? 'mono' : ''}">${cell.text}</td></tr>`,
  );
  return html`<table class="facts">${rows}</table>`;
}

function sectionOf({ title, lines, table, isChecklist }: Section): Html {
  return html`<h2>${title}</h2>
${lines.map((line) => html`<p>${line}</p>`)}
${table === null ? nothing : tableOf(table, isChecklist === true)}`;
}

function tableOf({ columns, rows }: Table, isChecklist: boolean): Html {
  // A column in which nobody has anything is paper wasted.
  const used = columns.map((_, index) => rows.some((row) => (row[index]?.text ?? '') !== ''));
  const shown = columns.flatMap((column, index) => (used[index] ? [{ column, index }] : []));
  const box = isChecklist ? html`<td class="box"><span class="tick"></span></td>` : nothing;
  const head = shown.map(({ column }) => html`<th>${column.title}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>${box}${shown.map(({ column, index }) => cellOf(row[index], column))}</tr>
`,
  );
  return html`<table><thead><tr>${isChecklist ? html`<th class="box"></th>` : nothing}${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function cellOf(cell: Cell | undefined, { id, isMono }: Column): Html {
  const lines = (cell?.text ?? '').split('\n');
  const shown = lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
  return html`<td class="${isMono ? 'mono ' : ''}c-${id}">${shown}</td>`;
}

function signatures({ print }: Text): Html {
  const line = (who: string): Html => html`<div>${print.signature}: ${who}</div>
`;
  return html`<div class="lines keep">${line(print.technician)}${line(print.client)}<div>${print.date}</div></div>`;
}

/** Head and foot of every sheet; what a person typed is written so that it ends no string and no style. */
function pageStyle({ title, siteName, isLandscape }: ReportDocument, text: Text): string {
  const { page } = text.reports;
  const foot = `content:${cssText(`${page} `)} counter(page) " / " counter(pages)`;
  return `
@page{size:A4${isLandscape ? ' landscape' : ''};margin:1.6cm 1.2cm;
@top-left{content:${cssText(`${title} – ${siteName}`)};font:8pt system-ui,sans-serif}
@bottom-right{${foot};font:8pt system-ui,sans-serif}
@bottom-left{content:"Untether";font:8pt system-ui,sans-serif}}
td{overflow-wrap:break-word}
.c-serial,.c-note,.c-params,.c-fields,.c-password{overflow-wrap:anywhere}
.c-mac,.c-address,.c-mask,.c-gateway,.c-hash{white-space:nowrap}
td.mono{font-size:8pt}
.facts td,.facts th{vertical-align:baseline}
.box{width:1.4em}
.lines{margin-top:4em}
@media print{body{margin:0}}
`;
}

function cssText(text: string): string {
  const safe = [...text.replace(/\s+/g, ' ')].map((char) =>
    /[\p{L}\p{N} .,:()-]/u.test(char) ? char : `\\${(char.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}
