import type { Guide, GuideSummary } from '../../../contract/guide.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { hanging, markdownText, plainInline, readingWidth } from '../markdown.ts';
import { paint } from '../table.ts';
import { wrap } from '../width.ts';

function widthOfPage({ terminal }: Context): number {
  return Math.min(terminal.columns ?? readingWidth, readingWidth);
}

/** One guide in a list: its id, and under it what it is about. */
function entry(context: Context, { id, title }: GuideSummary, below: string): string {
  const width = widthOfPage(context);
  const { hasColour } = context.terminal;
  return [
    paint(id, 'bold', hasColour),
    wrap(plainInline(title), '  ', width),
    ...(below === '' ? [] : [paint(wrap(plainInline(below), '  ', width), 'dim', hasColour)]),
  ].join('\n');
}

/** `guide list`: by group. */
export function listGuides(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { guides } = await ask(api, 'guides.list', { locale: context.locale });
    const names = texts[context.locale].guideGroups;
    const groups = [...new Set(guides.map(({ group }) => group))];
    const parts = groups.map((group) => {
      const own = guides.filter((guide) => guide.group === group);
      const title = paint(names[group].toUpperCase(), 'bold', context.terminal.hasColour);
      return [title, ...own.map((guide) => entry(context, guide, ''))].join('\n');
    });
    const count = interpolate(context.text.guide.count, { count: guides.length });
    return { data: { guides }, human: [...parts, count].join('\n\n') };
  });
}

/** `guide search`: exit code 1 when nothing fits. */
export function searchGuides(context: Context, words: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { guides } = await ask(api, 'guides.search', { words, locale: context.locale });
    const { none, found } = context.text.guide;
    if (guides.length === 0) {
      const human = interpolate(none, { words });
      return { data: { guides }, human, code: exitCodes.itemFailed };
    }
    const parts = guides.map((guide) => entry(context, guide, guide.excerpt));
    const count = interpolate(found, { count: guides.length });
    return { data: { guides }, human: [...parts, '', count].join('\n') };
  });
}

function differences(context: Context, { differs }: Guide): readonly string[] {
  if (differs.length === 0) return [];
  const width = widthOfPage(context);
  const lines = differs.flatMap(({ point, says }) => [
    wrap(plainInline(point), '', width),
    ...says.map(({ source, value }) => hanging('-', `${source}: ${value}`, '  ', width)),
  ]);
  return ['', paint(context.text.guide.differs, 'bold', context.terminal.hasColour), ...lines];
}

function sources(context: Context, guide: Guide): readonly string[] {
  const words = context.text.guide;
  const width = widthOfPage(context);
  const lines = guide.sources.map(({ title, publisher, note, seen }) => {
    const parts = [title, publisher, interpolate(words.seen, { date: seen })];
    const line = parts.filter((part) => part !== null).join(', ');
    return hanging('-', note === null ? line : `${line}. ${note}`, '  ', width);
  });
  return ['', paint(words.sources, 'bold', context.terminal.hasColour), ...lines];
}

function guideText(context: Context, guide: Guide): string {
  const words = context.text.guide;
  const { hasColour } = context.terminal;
  const width = widthOfPage(context);
  const isForAll = guide.models.includes('all');
  return [
    paint(wrap(plainInline(guide.title), '', width), 'bold', hasColour),
    wrap(plainInline(guide.summary), '', width),
    ...(guide.locale === context.locale ? [] : [words.english]),
    ...(isForAll ? [] : [wrap(`${words.models}: ${guide.models.join(', ')}`, '', width)]),
    '',
    markdownText(guide.body, context.terminal),
    ...differences(context, guide),
    ...sources(context, guide),
    '',
    interpolate(words.date, { date: guide.date }),
  ].join('\n');
}

/** `guide show`: an id that does not exist is answered with near ones. */
export function showGuide(context: Context, id: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const guide = await ask(api, 'guides.get', { id, locale: context.locale });
    return { data: { guide }, human: guideText(context, guide) };
  });
}
