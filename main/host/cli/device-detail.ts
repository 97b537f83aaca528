import type { BookEntry } from '../../contract/book.ts';
import type { Device, DeviceDetail, FactView } from '../../contract/device.ts';
import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { testText } from './book-text.ts';
import type { Context } from './context.ts';
import { deviceLabel, triText } from './device-text.ts';
import { localTime } from './local-time.ts';
import { paint, pairs } from './table.ts';
import { printable } from './width.ts';

const maxEvents = 20;

function factText(fact: FactView, locale: Locale): string {
  const { sources } = texts[locale];
  const value = typeof fact.value === 'boolean' ? triText(fact.value, locale) : String(fact.value);
  const from = fact.adapter === null ? '' : ` ${fact.adapter}`;
  return `${value}  (${sources[fact.source]}${from}, ${localTime(fact.at)})`;
}

function names(locale: Locale): Readonly<Record<string, string>> {
  return texts[locale].facts;
}

/** How it is reached by address, and what the last look there found. */
function bookSection(entry: BookEntry, locale: Locale): string[] {
  const { host, httpPort, isTls, userName, test } = entry;
  const way = `${isTls ? 'https' : 'http'}://${host}:${httpPort}  (${userName})`;
  const lines = testText(entry, locale)
    .split('\n')
    .filter((line) => line !== '');
  return [
    pairs([[texts[locale].columns.bookHost, printable(way)]]),
    ...(test === null
      ? []
      : [`  ${localTime(test.at)}`, ...lines.map((line) => `  ${printable(line)}`)]),
  ];
}

/** Everything known about one device, with where each fact came from. */
export function deviceDetailText(
  context: Context,
  device: Device,
  detail: DeviceDetail & { readonly entry: BookEntry | null },
): string {
  const { locale, text, terminal } = context;
  const title = (words: string) => paint(words, 'bold', terminal.hasColour);
  const known = names(locale);
  const { note } = detail.row;
  const events = [...detail.events].sort((a, b) => b.at - a.at);
  const sections = [
    title(printable(deviceLabel(device))),
    ...(note === null ? [] : [pairs([[texts[locale].columns.note, printable(note)]])]),
    ...(detail.entry === null ? [] : bookSection(detail.entry, locale)),
  ];
  // An entry of the book that nobody reached yet says nothing.
  if (detail.facts.length > 0) {
    sections.push(
      title(text.devices.facts),
      pairs(detail.facts.map((fact) => [known[fact.key] ?? fact.key, factText(fact, locale)])),
    );
  }
  if (detail.extra.length > 0) {
    sections.push(
      title(text.devices.extra),
      pairs(detail.extra.map((fact) => [printable(fact.key), String(fact.value)])),
    );
  }
  if (events.length > 0) {
    const shown = events.slice(0, maxEvents);
    sections.push(
      title(text.devices.history),
      pairs(shown.map(({ at, kind }) => [localTime(at), texts[locale].events[kind]])),
    );
    const count = events.length - shown.length;
    if (count > 0) sections.push(`  ${interpolate(text.devices.more, { count })}`);
  }
  return sections.join('\n');
}
