import type { guidesUiEn } from '../en/guides.ts';
import type { Translation } from '../translation.ts';

export const guidesUiIt: Translation<typeof guidesUiEn> = {
  title: 'Guide',
  search: 'Cerca nelle guide',
  searchHint: 'Poche parole, un codice di errore o quello che dice il dispositivo.',
  found_one: '{{count}} guida trovata',
  found_other: '{{count}} guide trovate',
  nothing:
    'Nessuna guida contiene queste parole. Usane di meno o altre; i piccoli errori si capiscono.',
  results: 'Guide trovate',
  all: 'Tutte le guide',
  back: 'Indietro',
  close: 'Chiudi',
  openPage: 'Apri in Guide',
  print: 'Stampa',
  fallback: 'Questa guida non è ancora nella tua lingua. È mostrata in inglese.',
  date: 'Testo del {{day}}',
  allModels: 'Tutti i modelli',
  models: 'Modelli: {{models}}',
  differs: 'Le fonti non concordano',
  differsDetail: 'Sono mostrate tutte; nessuna è stata scelta per te.',
  source: 'Fonte',
  says: 'Dice',
  sources: 'Fonti',
  seen: 'letta il {{day}}',
  program: 'Questo programma',
  keys: 'Tasti',
  keysDetail: 'Tutti i tasti e le due parole dell’elenco su cui si chiede di più.',
};
