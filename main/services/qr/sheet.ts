import type { DeviceRef } from '../../contract/job.ts';
import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { type Html, html, nothing } from '../provisioning/print/html.ts';
import { style } from '../provisioning/print/style.ts';

export interface DrawnCode {
  readonly devices: readonly DeviceRef[];
  readonly svg: string;
}

export interface SheetOptions {
  readonly locale: Locale;
  readonly layout: 'label' | 'site';
  readonly siteName: string;
  readonly printedAt: number;
  readonly isSealed: boolean;
  readonly hasLogin: boolean;
}

const sheetStyle = `
.labels{display:grid;grid-template-columns:repeat(auto-fill,minmax(5.6cm,1fr));gap:.4cm}
.label{border:1px dashed #999;padding:.25cm;break-inside:avoid}
.label svg{display:block;width:5cm;height:5cm}
.label.dense{grid-column:span 2}
.label.dense svg{width:9cm;height:9cm}
.wide .label svg{width:8.5cm;height:8.5cm}
.wide .label.dense{grid-column:auto}
.wide{grid-template-columns:repeat(auto-fill,minmax(9cm,1fr))}
.name{font-weight:600;margin:.15cm 0 0;overflow-wrap:anywhere}
.label p{margin:0}
.warning{border:2px solid #000;padding:.3cm;margin:.3cm 0}
@page{margin:1.2cm}
`;

/** A page to print: a grid of codes, each with what a person reads beside it. No script, nothing to load. */
export function printSheet(codes: readonly DrawnCode[], options: SheetOptions): string {
  const { locale, layout, siteName, printedAt } = options;
  const words = texts[locale].codes;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const labels = codes.map((code, index) =>
    label(code, { ...options, number: index + 1, count: codes.length }),
  );
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title}</title>
<style>${{ html: style }}${{ html: sheetStyle }}</style>
</head>
<body>
<h1>${words.title}</h1>
<p>${words.site}: ${siteName}. ${words.printedAt}: ${time.format(printedAt)}.</p>
<div class="warning">${warnings(options)}</div>
<div class="${layout === 'site' ? 'labels wide' : 'labels'}">
${labels}
</div>
</body>
</html>
`;
  return page.html;
}

function warnings({ locale, isSealed, hasLogin }: SheetOptions): readonly Html[] {
  const words = texts[locale].codes;
  const lines = [
    isSealed ? words.sealed : words.plain,
    ...(hasLogin ? [words.withLogin] : []),
    words.notForApps,
  ];
  return lines.map((line) => html`<p>${line}</p>`);
}

function label(
  { devices, svg }: DrawnCode,
  {
    locale,
    layout,
    number,
    count,
  }: SheetOptions & { readonly number: number; readonly count: number },
): Html {
  const words = texts[locale].codes;
  const texted = devices.map((device) => describe(device, locale));
  const head =
    layout === 'site'
      ? html`<p>${interpolate(words.codeOf, { number, count })}. ${interpolate(words.devices, { count: devices.length })}.</p>`
      : nothing;
  const size = isDense(svg) ? 'label dense' : 'label';
  return html`<div class="${size}">${{ html: svg }}${head}${texted}</div>
`;
}

/** Modules along a side above which 5 cm would leave each of them less than half a millimetre. */
const mostOnLabel = 100;

function isDense(svg: string): boolean {
  return Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1] ?? 0) > mostOnLabel;
}

function describe(device: DeviceRef, locale: Locale): Html {
  const words = texts[locale].codes;
  const facts = [
    [words.model, device.model],
    [words.serial, device.serial],
    [words.address, device.address],
  ] as const;
  const lines = facts
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<p>${name}: <span class="mono">${value}</span></p>`);
  const title = device.name ?? device.shortSerial ?? device.mac ?? device.address ?? '';
  return html`<p class="name">${title}</p>${lines}`;
}
