import type { doctorPageEn } from '../en/doctor.ts';
import type { Translation } from '../translation.ts';

export const doctorPageEs = {
  title: '¿Por qué no aparece mi dispositivo?',
  intro:
    'Busca una vez más y comprueba, por orden, todo lo que hay entre este equipo y el dispositivo.',
  run: 'Hacer las comprobaciones',
  again: 'Repetir',
  copy: 'Copiar todo',
  running: 'Buscando y comprobando: {{seconds}} s. Tarda unos 3 s.',
  ranAt: 'Comprobado a las {{time}}',
  summaryOk: 'Nada se interpone entre este equipo y los dispositivos.',
  summaryUnknown: 'No se encontró ningún fallo. Lo que el sistema no dice está marcado abajo.',
  summary_one: '{{count}} de {{total}} comprobaciones requiere atención: {{names}}.',
  summary_other: '{{count}} de {{total}} comprobaciones requieren atención: {{names}}.',
  first: 'Empiece por aquí:',
  advice: 'Qué hacer:',
  evidence_one: 'Lo que se leyó ({{count}} línea)',
  evidence_other: 'Lo que se leyó ({{count}} líneas)',
  finished: 'Comprobaciones terminadas. {{summary}}',
  checks: 'Comprobaciones',
} satisfies Translation<typeof doctorPageEn>;
