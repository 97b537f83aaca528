import type { CliGuideText } from './guide.en.ts';

export const cliGuideIt: CliGuideText = {
  commands: {
    guide: 'la guida che funziona senza Internet',
    list: 'elenca le guide',
    search: 'guide per alcune parole, un messaggio o un codice',
    show: 'una guida',
  },
  args: {
    words: 'parole da cercare, un messaggio, un esito o un numero',
    id: 'id di una guida, come appare nell’elenco',
  },
  none: 'Nessuna guida corrisponde a "{{words}}". "untether guide" le elenca tutte.',
  count: 'Guide: {{count}}. Per leggerne una: untether guide show <id>',
  found: 'Trovate: {{count}}. Per leggerne una: untether guide show <id>',
  models: 'Modelli',
  sources: 'Fonti',
  differs: 'Dove le fonti non concordano',
  seen: 'letta il {{date}}',
  date: 'Testo del {{date}}.',
  english: 'Non ancora tradotta: questa guida è in inglese.',
};
