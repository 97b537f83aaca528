import type { componentsEn } from '../en/components.ts';
import type { Translation } from '../translation.ts';

export const componentsIt = {
  close: 'Chiudi',
  copy: 'Copia',
  copied: 'Copiato',
  copyFailed: 'Copia non riuscita: il browser non la permette',
  details: 'Dettagli tecnici',
  code: 'Codice',
  reference: 'Riferimento',
  retry: 'Riprova',
  dismiss: 'Nascondi',
  readMore: 'Leggi: {{title}}',
  messages: 'Messaggi',
  undo: 'Annulla',
  seen: 'Visto {{ago}}',
  sameAddress: 'Stesso IP',
  lockedFor: 'Bloccato {{left}}',
  lockOver: 'Tempo di blocco scaduto',
  password: {
    capsLock: 'Il Blocco maiuscole è attivo.',
    attempts_one: '{{count}} tentativo rimasto',
    attempts_other: '{{count}} tentativi rimasti',
    show: 'Mostra i caratteri',
    rule: 'Da 8 a 16 caratteri con almeno due tra: cifre, minuscole, maiuscole, segni. Tre sono consigliati.',
    willAccept: 'Il dispositivo la accetterà',
    willRefuse: 'Il dispositivo la rifiuterà',
    recommended: 'Consigliata: sì',
    notRecommended: 'Consigliata: no',
    because: 'La password {{problems}}.',
  },
  loading: 'Caricamento…',
  notLoadedTitle: 'Caricamento non riuscito',
  notLoaded:
    'Questa parte di Untether non si è caricata. Se riprovare non basta, chiudi la finestra e riaprila.',
  wordsNotLoaded:
    'Le parole di quella lingua non si sono caricate. La finestra resta nella lingua che ha.',
  levels: { info: 'Nota', warning: 'Attenzione', problem: 'Problema' },
} satisfies Translation<typeof componentsEn>;
