import type { TrainingErrorsText } from './training.en.ts';

export const trainingErrorsIt: TrainingErrorsText = {
  'training.off': {
    what: 'Questi sono dispositivi veri: pulsanti, spine e router sono solo nelle tue mani.',
    next: 'Avvia Untether con --demo per esercitarti con dispositivi simulati.',
  },
  'training.not-simulated': {
    what: '{{device}} non è un dispositivo dell’impianto di prova, quindi qui non ha pulsante né spina.',
    next: 'Scegli un dispositivo trovato dalla ricerca.',
  },
  'training.no-button': {
    what: 'I dispositivi come {{device}} non hanno un pulsante di reset.',
    next: 'Apri "Trova la via più semplice…" per le vie che restano.',
  },
};
