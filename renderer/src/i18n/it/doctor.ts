import type { doctorPageEn } from '../en/doctor.ts';
import type { Translation } from '../translation.ts';

export const doctorPageIt = {
  title: 'Perché il mio dispositivo non c’è?',
  intro:
    'Cerca ancora una volta e controlla, in ordine, tutto ciò che sta tra questo computer e il dispositivo.',
  run: 'Avvia i controlli',
  again: 'Ripeti',
  copy: 'Copia tutto',
  running: 'Ricerca e controlli: {{seconds}} s. Servono circa 3 s.',
  ranAt: 'Controllato alle {{time}}',
  summaryOk: 'Niente si frappone tra questo computer e i dispositivi.',
  summaryUnknown: 'Nessun guasto trovato. Ciò che il sistema non dice è segnato sotto.',
  summary_one: '{{count}} controllo su {{total}} chiede attenzione: {{names}}.',
  summary_other: '{{count}} controlli su {{total}} chiedono attenzione: {{names}}.',
  first: 'Comincia da qui:',
  advice: 'Che cosa fare:',
  evidence_one: 'Che cosa è stato letto ({{count}} riga)',
  evidence_other: 'Che cosa è stato letto ({{count}} righe)',
  finished: 'Controlli finiti. {{summary}}',
  checks: 'Controlli',
} satisfies Translation<typeof doctorPageEn>;
