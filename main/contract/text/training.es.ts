import type { TrainingErrorsText } from './training.en.ts';

export const trainingErrorsEs: TrainingErrorsText = {
  'training.off': {
    what: 'Estos son dispositivos reales: sus botones, enchufes y router están solo en sus manos.',
    next: 'Abra Untether con --demo para practicar con dispositivos simulados.',
  },
  'training.not-simulated': {
    what: '{{device}} no es un dispositivo de la instalación de práctica, así que aquí no tiene botón ni enchufe.',
    next: 'Elija un dispositivo que la búsqueda haya encontrado.',
  },
  'training.no-button': {
    what: 'Los dispositivos como {{device}} no tienen botón de restablecimiento.',
    next: 'Abra «Buscar la vía más sencilla…» para las vías que quedan.',
  },
};
