import { z } from 'zod';
import { locales } from './settings.ts';

export const guideGroups = [
  'unbind',
  'password',
  'reset',
  'clients',
  'recorders',
  'site',
  'safety',
  'reference',
] as const;
export const guideGroup = z.enum(guideGroups);
export type GuideGroup = (typeof guideGroups)[number];

/** Screens of ours that a guide may name as `screen:<name>`. */
export const guideScreens = [
  'devices',
  'detail',
  'network-edit',
  'activate',
  'unbind',
  'jobs',
  'cases',
  'doctor',
  'sweep',
  'adapters',
  'sites',
  'settings',
  'export',
  'reports',
  'guides',
] as const;
export type GuideScreen = (typeof guideScreens)[number];

export const guideSource = z.object({
  title: z.string(),
  publisher: z.string().nullable(),
  note: z.string().nullable(),
  /** Day it was read, `YYYY-MM-DD`. */
  seen: z.string(),
});

/** Where sources say different things, all of them are shown. */
export const guideDifference = z.object({
  point: z.string(),
  says: z.array(z.object({ source: z.string(), value: z.string() })),
});

/** A page of the knowledge base without its text. */
export const guideSummary = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  group: guideGroup,
  models: z.array(z.string()),
  /** Verdicts, reasons, routes and error codes that it explains. */
  codes: z.array(z.string()),
  /** Day of the text, `YYYY-MM-DD`. */
  date: z.string(),
  /** Language it is in: English where a translation is missing. */
  locale: z.enum(locales),
});
export type GuideSummary = z.infer<typeof guideSummary>;

export const guide = guideSummary.extend({
  symptoms: z.array(z.string()),
  sources: z.array(guideSource),
  differs: z.array(guideDifference),
  /**
   * Markdown: H2 and H3, lists, tables, bold, links. Links are `guide:<id>`, `screen:<name>` or none; no
   * HTML, no address outside.
   */
  body: z.string(),
});
export type Guide = z.infer<typeof guide>;
