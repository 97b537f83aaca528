import { z } from 'zod';
import { densities, filterOps, locales, themes } from './lists.ts';

export { locales } from './lists.ts';

export type Locale = (typeof locales)[number];

const filterTerm = z.strictObject({
  column: z.string().max(40),
  op: z.enum(filterOps),
  value: z.string().max(200),
});
export type FilterTerm = z.infer<typeof filterTerm>;

export const savedFilter = z.strictObject({
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(60),
  search: z.string().max(200),
  terms: z.array(filterTerm).max(20),
});
export type SavedFilter = z.infer<typeof savedFilter>;

/** Table layout, kept per site. */
export const tableLayout = z.strictObject({
  order: z.array(z.string().max(40)).max(80),
  hidden: z.array(z.string().max(40)).max(80),
  widths: z.record(z.string().max(40), z.number().min(24).max(800)),
  sort: z.array(z.strictObject({ column: z.string().max(40), desc: z.boolean() })).max(4),
  savedFilters: z.array(savedFilter).max(50),
});
export type TableLayout = z.infer<typeof tableLayout>;

const hours = z
  .number()
  .int()
  .min(1)
  .max(24 * 30);

/** How long things usually hold, where neither device nor vendor tells. Assumptions, so they can be changed. */
export const deadlineSettings = z.strictObject({
  portalHours: hours.default(24),
  fileWarnHours: hours.default(24),
  fileExpireHours: hours.default(48),
  emailHours: hours.default(48),
  watchMinutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .default(10),
});

/** All settings with their defaults. Each one exists because somebody needs both values. */
export const settings = z.strictObject({
  theme: z.enum(themes).default('system'),
  /** `null` follows the system's language. */
  locale: z.enum(locales).nullable().default(null),
  density: z.enum(densities).default('compact'),
  isPaneOpen: z.boolean().default(true),
  /** Hides the middle digits of serials and MACs, for screenshots. */
  isPrivate: z.boolean().default(false),
  /** Adapter id to on/off, where the operator overruled the rule for its kind. */
  adapters: z.record(z.string().max(200), z.boolean()).default({}),
  /** The vault locks after so long without use; 0 never. Set by `vault.configure`. */
  vaultIdleMinutes: z.number().int().min(0).max(1440).default(15),
  /** Reminds to change a password after so many days; 0 never. Set by `vault.configure`. */
  vaultRemindDays: z.number().int().min(0).max(3650).default(365),
  /** Deadlines of recovery cases. */
  deadlines: deadlineSettings.prefault({}),
});
export type Settings = z.infer<typeof settings>;

export const settingsPatch = z.strictObject({
  theme: z.enum(themes).optional(),
  locale: z.enum(locales).nullable().optional(),
  density: z.enum(densities).optional(),
  isPaneOpen: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
  /** Given whole: a key that is left out goes back to its default. */
  deadlines: deadlineSettings.optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatch>;
