/** Words of the command `guide`. */
export const cliGuideEn = {
  commands: {
    guide: 'the offline knowledge base',
    list: 'list the guides',
    search: 'guides for some words, a message or a code',
    show: 'one guide',
  },
  args: {
    words: 'words to search for, a message, a verdict or a number',
    id: 'id of a guide, as the list shows it',
  },
  none: 'No guide fits "{{words}}". "untether guide" lists them all.',
  count: 'Guides: {{count}}. Read one with: untether guide show <id>',
  found: 'Found: {{count}}. Read one with: untether guide show <id>',
  models: 'Models',
  sources: 'Sources',
  differs: 'Where sources disagree',
  seen: 'seen {{date}}',
  date: 'Text of {{date}}.',
  english: 'Not translated yet: this guide is in English.',
};

export type CliGuideText = Wide<typeof cliGuideEn>;

/** The same keys, any text. */
type Wide<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wide<T[K]> };
