import type { Api } from '../../../contract/api.ts';
import type { Site } from '../../../contract/site.ts';
import { shownSiteName } from '../../../contract/text/given-names.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context, failure, type Outcome, withCore } from '../context.ts';
import { localDay } from '../local-time.ts';
import { table } from '../table.ts';

async function findSite({ locale }: Context, api: Api, wanted: string): Promise<Site> {
  const { sites } = await ask(api, 'sites.list', {});
  const text = wanted.trim().toLowerCase();
  const isCalled = (name: string) => name.toLowerCase() === text;
  const found =
    sites.find(({ name, id }) => isCalled(name) || id === wanted) ??
    // As it stands in the list that was just printed.
    sites.find(({ name }) => isCalled(shownSiteName(name, locale)));
  if (found === undefined) throw failure('site.not-found', { wanted });
  return found;
}

/** `site list` */
export function listSites(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { sites } = await ask(api, 'sites.list', {});
    const words = context.text.site;
    const columns = [
      { title: words.name, shrink: { rank: 1, floor: 10 } },
      { title: words.devices },
      { title: words.created },
      { title: ' ' },
    ];
    const rows = sites.map((site) => [
      shownSiteName(site.name, context.locale),
      String(site.devices),
      localDay(site.createdAt),
      site.isCurrent ? words.current : '',
    ]);
    return { data: { sites }, human: table(columns, rows, context.terminal) };
  });
}

/** `site new`: a site is made because one stands in front of it, so it is in use from then on. */
export function newSite(context: Context, name: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const made = await ask(api, 'sites.create', { name });
    const site = await ask(api, 'sites.use', { id: made.id });
    return { data: { site }, human: interpolate(context.text.site.made, { name: site.name }) };
  });
}

/** `site use` */
export function useSite(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await findSite(context, api, wanted);
    const site = await ask(api, 'sites.use', { id });
    return {
      data: { site },
      human: interpolate(context.text.site.used, {
        name: shownSiteName(site.name, context.locale),
      }),
    };
  });
}

/** `site rename` */
export function renameSite(context: Context, wanted: string, name: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await findSite(context, api, wanted);
    const site = await ask(api, 'sites.rename', { id, name });
    return { data: { site }, human: interpolate(context.text.site.renamed, { name: site.name }) };
  });
}

/** `site authorised` */
export function authoriseSite(
  context: Context,
  wanted: string,
  isAuthorised: boolean,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await findSite(context, api, wanted);
    const site = await ask(api, 'sites.setAuthorised', { id, isAuthorised });
    const words = context.text.book;
    const text = isAuthorised ? words.isAuthorised : words.isNotAuthorised;
    return { data: { site }, human: interpolate(text, { name: site.name }) };
  });
}
