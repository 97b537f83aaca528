import type { TableErrorsText, tableEn } from './table.en.ts';

export const tableIt: typeof tableEn = {
  otherSheets: 'È stato letto il foglio "{{sheet}}"; nel file ci sono anche: {{others}}.',
};

export const tableErrorsIt: TableErrorsText = {
  'table.empty': {
    what: 'Il file è vuoto: non ha righe con qualcosa dentro.',
    next: 'Compila la tabella, salvala, poi sceglila di nuovo.',
  },
  'table.not-a-table': {
    what: 'Questo file non è una tabella: non è né una cartella di lavoro (.xlsx) né testo (CSV).',
    next: 'Scegli la tabella stessa, salvata come .xlsx o CSV.',
  },
  'table.other-format': {
    what: 'Questo è un file di formato .{{format}}, che qui non viene letto.',
    next: 'Aprilo nel suo programma, salva la tabella come cartella di lavoro di Excel (.xlsx) o come CSV, poi scegli quel file.',
  },
  'table.protected': {
    what: 'La cartella di lavoro è protetta da una password, quindi non può essere letta.',
    next: 'Aprila nel foglio di calcolo, salvane una copia senza password, poi scegli la copia.',
  },
  'table.damaged': {
    what: 'La cartella di lavoro è danneggiata o incompleta, quindi non ne è stato preso nulla.',
    next: 'Aprila nel foglio di calcolo e salvala di nuovo, oppure copiala un’altra volta da dove proviene.',
  },
  'table.too-large': {
    what: 'Il file contiene più di quanto si legge in una volta: il limite è {{limitMb}} MB.',
    next: 'Copia in un nuovo file solo le righe e le colonne che servono, oppure dividilo in più file.',
  },
};
