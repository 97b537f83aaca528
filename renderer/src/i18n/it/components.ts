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
  messages: 'Messaggi',
  undo: 'Annulla',
  seen: 'Visto {{ago}}',
  sameAddress: 'Stesso IP',
  levels: { info: 'Nota', warning: 'Attenzione', problem: 'Problema' },
} satisfies Translation<typeof componentsEn>;
