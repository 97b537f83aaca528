import { networkKeys } from '../../../contract/ip.ts';
import { goodVerdicts, type Job, type JobItem, type NetworkValues } from '../../../contract/job.ts';
import type { Locale } from '../../../contract/settings.ts';
import { earlyStopOf, reasonWords, type Text, texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { checklist } from './checklist.ts';
import { type Html, html, nothing } from './html.ts';
import { style } from './style.ts';

export interface PrintOptions {
  readonly locale: Locale;
  readonly siteName: string;
  readonly printedAt: number;
  readonly auditHash: string | null;
}

interface Page extends PrintOptions {
  readonly text: Text;
  readonly time: (at: number | null) => string;
}

/** A job as a page to print: verdicts, evidence, what is open, and a checklist to sign. No script. */
export function printJob(job: Job, options: PrintOptions): { fileName: string; html: string } {
  const text = texts[options.locale];
  const page: Page = { ...options, text, time: timeIn(options.locale) };
  const { print, jobKinds } = text;
  const title = interpolate(print.title, { kind: jobKinds[job.kind].title });
  const body = html`<h1>${title}</h1>
${head(job, page)}
${summary(job, page)}
${table(job, page)}
${open(job, page)}
${checklist(job, text)}
${evidence(job, page)}
<p class="dim">${print.noSecrets}</p>
${signatures(page)}`;
  const document = html`<!doctype html>
<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} ${job.id}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return { fileName: `untether-${job.kind}-${job.id}.html`, html: document.html };
}

/** Local time with its zone: the page is signed where the work was done. */
function timeIn(locale: Locale): (at: number | null) => string {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  });
  return (at) => (at === null ? '' : format.format(at));
}

function head(job: Job, { text, siteName, printedAt, auditHash, time }: Page): Html {
  const { print } = text;
  const lines: (readonly [string, string | null])[] = [
    [print.run, job.id],
    [print.site, siteName],
    [print.state, text.jobStates[job.state]],
    [print.by, job.by.user],
    [print.machine, job.by.machine],
    [print.host, job.by.host],
    [print.startedAt, time(job.startedAt)],
    [print.endedAt, time(job.endedAt)],
    [print.printedAt, time(printedAt)],
    [print.undoOf, job.undoOf],
    [print.auditHash, auditHash],
  ];
  const rows = lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => html`<tr><th>${label}</th><td class="mono">${value}</td></tr>`);
  return html`<table class="facts">${rows}</table>`;
}

function summary({ items, counts }: Job, { text }: Page): Html {
  const words: Readonly<Record<string, string>> = { ...text.itemStates, ...text.verdicts };
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => html`<tr><td>${words[word] ?? word}</td><td>${count}</td></tr>`);
  const { print } = text;
  const stop = earlyStopOf(text, items);
  const early =
    stop === null
      ? nothing
      : html`
<p><strong>${stop.title}.</strong> ${stop.what} ${stop.next}</p>`;
  return html`<h2>${print.summary}</h2>
<table class="facts"><tr><th>${print.devices}</th><th>${items.length}</th></tr>${parts}</table>${early}`;
}

function table(job: Job, page: Page): Html {
  const { print } = page.text;
  const hasValues = job.kind === 'network';
  const labels = [
    print.device,
    print.serial,
    print.mac,
    print.address,
    print.verdict,
    print.reason,
    ...(hasValues ? [print.before, print.after] : []),
  ];
  const headings = labels.map((label) => html`<th>${label}</th>`);
  const rows = job.items.map((item) => row(item, page, hasValues));
  return html`<h2>${print.devices}</h2>
<table><thead><tr>${headings}</tr></thead><tbody>${rows}</tbody></table>`;
}

function row(item: JobItem, page: Page, hasValues: boolean): Html {
  const { text, printedAt, time } = page;
  const { device, verdict, state, rawResult, attemptsLeft, lockedUntil } = item;
  const words = reasonWords(text, item, printedAt);
  const { print } = text;
  const said = rawResult === null ? nothing : html`<br>${print.said}: <q>${rawResult}</q>`;
  const tries = attemptsLeft === null ? nothing : html`<br>${print.attempts}: ${attemptsLeft}`;
  const lock =
    lockedUntil === null ? nothing : html`<br>${print.lockedUntil}: ${time(lockedUntil)}`;
  const values = hasValues
    ? html`<td class="mono">${valueLines(item, text, 'before')}</td><td class="mono">${valueLines(item, text, 'after')}</td>`
    : nothing;
  const name = device.name === null ? nothing : html`${device.name}<br>`;
  return html`<tr><td>${name}${device.model}</td><td class="mono">${device.serial}</td><td class="mono">${device.mac}</td><td class="mono">${device.address}</td><td class="verdict">${verdict === null ? text.itemStates[state] : text.verdicts[verdict]}</td><td>${words?.what}${said}${tries}${lock}</td>${values}</tr>
`;
}

/** Only what differs, or all of it while there is nothing to compare with. */
function valueLines({ before, after }: JobItem, text: Text, side: 'before' | 'after'): Html[] {
  const values = side === 'before' ? before : after;
  if (values === null) return [];
  return networkKeys
    .filter((key) => values[key] !== null && (after === null || before?.[key] !== after[key]))
    .map((key) => html`${text.networkFields[key]}: ${wordOf(values[key], text)}<br>`);
}

function wordOf(value: NetworkValues[keyof NetworkValues], text: Text): string {
  if (typeof value === 'boolean') return value ? text.tri.yes : text.tri.no;
  return String(value);
}

/** What still has to be done, and by which ways. */
function open({ items }: Job, { text, printedAt }: Page): Html {
  const { print, routes } = text;
  const lines = items
    .filter(({ verdict }) => verdict === null || !goodVerdicts.includes(verdict))
    .map((item) => {
      const words = reasonWords(text, item, printedAt);
      const ways = item.routes.map((route) => html`<li>${routes[route].title}</li>`);
      const list =
        ways.length === 0 ? nothing : html`<div>${print.otherWays}:<ul>${ways}</ul></div>`;
      return html`<li><span class="mono">${label(item)}</span>: ${words?.next}${list}</li>
`;
    });
  const content = lines.length === 0 ? html`<p>${print.nothingOpen}</p>` : html`<ul>${lines}</ul>`;
  return html`<h2>${print.open}</h2>
${content}`;
}

function evidence({ items }: Job, { text, time }: Page): Html {
  const blocks = items
    .filter((item) => item.evidence.length > 0)
    .map((item) => {
      const lines = item.evidence.map(
        ({ at, text: line }) => html`<li><span class="dim">${time(at)}</span> ${line}</li>
`,
      );
      return html`<div><p class="mono">${label(item)}</p><ul class="mono">${lines}</ul></div>
`;
    });
  return blocks.length === 0
    ? nothing
    : html`<h2>${text.print.evidence}</h2>
${blocks}`;
}

/** Enough to find the device by, whatever else is known of it. */
export function label({ device }: JobItem): string {
  const { name, model, shortSerial, mac, address } = device;
  return [name, model, shortSerial ?? mac, address].filter((part) => part !== null).join(' ');
}

function signatures({ text }: Page): Html {
  const { print } = text;
  const line = (who: string): Html => html`<div>${print.signature}: ${who}</div>
`;
  return html`<div class="lines keep">${line(print.technician)}${line(print.client)}<div>${print.date}</div></div>`;
}
