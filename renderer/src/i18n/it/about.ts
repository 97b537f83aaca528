import type { aboutEn } from '../en/about.ts';
import type { Translation } from '../translation.ts';

export const aboutIt = {
  title: 'Informazioni su Untether',
  purpose:
    'Trova i dispositivi Hikvision nella rete locale. Non serve Internet, né un account, né un driver.',
  version: 'Versione',
  runsAs: 'Gira come',
  hosts: {
    electron: 'App desktop',
    web: 'Pagina web locale',
    cli: 'Riga di comando',
    test: 'Prova',
  },
  system: 'Sistema',
  data: 'Cartella dei dati',
  sent: 'Inviati fuori dalla LAN',
  sentNone: '0 byte inviati fuori dalla LAN',
  sentSome: '{{number}} byte inviati fuori dalla LAN',
  sentHow:
    'Contati dove i pacchetti escono: ogni indirizzo che non è privato, link-local, multicast o broadcast.',
  licence: 'Licenza',
  licenceName: 'MIT',
  notVendor:
    'Non è prodotto, approvato né assistito da Hikvision. I nomi dei prodotti sono dei rispettivi proprietari.',
  copyAll: 'Copia queste righe',
} satisfies Translation<typeof aboutEn>;
