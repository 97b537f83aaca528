import type { exportEn } from '../en/export.ts';
import type { Translation } from '../translation.ts';

export const exportIt = {
  title: 'Esporta l’elenco',
  format: 'Formato',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    json: 'JSON',
  },
  formatDetails: {
    csv: 'Si apre in ogni foglio di calcolo; separatore della tua lingua',
    xlsx: 'I numeri di serie restano testo, niente viene arrotondato',
    json: 'Per programmi; orari in UTC',
  },
  rows: 'Righe',
  rowsAll: 'Tutti i dispositivi del sito ({{number}})',
  rowsFiltered: 'Righe visibili ora ({{number}})',
  rowsSelected: 'Righe selezionate ({{number}})',
  columns: 'Colonne',
  columnsVisible: 'Colonne visibili ora ({{number}})',
  columnsAll: 'Tutte le colonne ({{number}})',
  noSecrets: 'L’elenco non contiene password.',
  save_one: 'Salva {{number}} dispositivo',
  save_other: 'Salva {{number}} dispositivi',
  saved: 'Salvato come {{name}}',
} satisfies Translation<typeof exportEn>;
