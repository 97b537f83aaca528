import type { trainingUiEn } from '../en/training.ts';
import type { Translation } from '../translation.ts';

export const trainingUiEs: Translation<typeof trainingUiEn> = {
  menu: 'Práctica',
  acts: {
    'press-reset-button': 'Pulsar su botón de restablecimiento',
    'power-cycle': 'Apagar y encender',
    unplug: 'Desenchufar',
    'plug-in': 'Enchufar',
    'internet-on': 'Internet encendido',
    'internet-off': 'Internet apagado',
  },
  times: {
    real: 'Tiempos reales',
    realDetail: 'El botón se mantiene lo que dice la ficha; el arranque dura de 40 a 150 segundos.',
    quick: 'Tiempos cortos',
    quickDetail: 'Todo dura unos segundos. Los dispositivos reales tardan más.',
  },
  said: {
    'press-reset-button':
      'El botón de restablecimiento está pulsado. El dispositivo responde de nuevo en unos {{seconds}} s.',
    'power-cycle':
      'La corriente se va y vuelve. El dispositivo responde de nuevo en unos {{seconds}} s.',
    unplug: 'Desenchufado. Queda ausente hasta que lo enchufe.',
    'plug-in': 'Enchufado. El dispositivo responde en unos {{seconds}} s.',
    already: 'No ha cambiado nada: ya estaba así.',
    'internet-on': 'Los dispositivos de la instalación de práctica tienen Internet.',
    'internet-off': 'Los dispositivos de la instalación de práctica no tienen Internet.',
  },
};
