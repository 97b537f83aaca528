import type { appEn } from '../en/app.ts';
import type { Translation } from '../translation.ts';

export const appIt = {
  ago: {
    now: 'adesso',
    seconds: '{{count}} s fa',
    minutes: '{{count}} min fa',
    hours: '{{count}} h fa',
    days_one: '{{count}} giorno fa',
    days_other: '{{count}} giorni fa',
  },
  pages: {
    devices: 'Dispositivi',
    jobs: 'Esecuzioni',
    cases: 'Casi',
    guides: 'Guide',
    reports: 'Rapporti',
    doctor: 'Diagnosi',
    settings: 'Opzioni',
  },
  waiting_one: '{{count}} esecuzione in attesa',
  waiting_other: '{{count}} esecuzioni in attesa',
  zones: {
    rail: 'Pagine',
    main: 'Area principale',
    pane: 'Dettagli dei dispositivi selezionati',
  },
  reconnecting: 'Riconnessione…',
  reconnectingDetail: 'Untether non risponde. L’elenco mostra l’ultimo stato noto.',
  reconnectingLink: 'Se è stato chiuso, avvialo di nuovo e apri il suo nuovo link.',
  reconnected: 'Di nuovo connesso. L’elenco è aggiornato.',
  loading: 'Caricamento dell’elenco dei dispositivi…',
  undone: 'Annullato: {{what}}',
  nothingToUndo: 'Non c’è nulla da annullare.',
} satisfies Translation<typeof appEn>;
