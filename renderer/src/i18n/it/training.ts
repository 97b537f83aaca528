import type { trainingUiEn } from '../en/training.ts';
import type { Translation } from '../translation.ts';

export const trainingUiIt: Translation<typeof trainingUiEn> = {
  menu: 'Esercitazione',
  acts: {
    'press-reset-button': 'Premi il suo pulsante di reset',
    'power-cycle': 'Spegni e riaccendi',
    unplug: 'Stacca la spina',
    'plug-in': 'Attacca la spina',
    'internet-on': 'Internet acceso',
    'internet-off': 'Internet spento',
  },
  times: {
    real: 'Tempi reali',
    realDetail: 'Il pulsante è tenuto quanto dice la scheda; l’avvio dura da 40 a 150 secondi.',
    quick: 'Tempi brevi',
    quickDetail: 'Tutto dura pochi secondi. I dispositivi veri ci mettono di più.',
  },
  said: {
    'press-reset-button':
      'Il pulsante di reset è premuto. Il dispositivo risponde di nuovo fra circa {{seconds}} s.',
    'power-cycle':
      'La corrente va via e torna. Il dispositivo risponde di nuovo fra circa {{seconds}} s.',
    unplug: 'Spina staccata. Resta assente finché non la riattacchi.',
    'plug-in': 'Spina attaccata. Il dispositivo risponde fra circa {{seconds}} s.',
    already: 'Non è cambiato nulla: era già così.',
    'internet-on': 'I dispositivi dell’impianto di prova hanno Internet.',
    'internet-off': 'I dispositivi dell’impianto di prova non hanno Internet.',
  },
};
