import type { sweepEn } from '../en/sweep.ts';
import type { Translation } from '../translation.ts';

export const sweepEs = {
  title: 'Barrer un rango de direcciones',
  intro:
    'Pregunta a cada dirección del rango si hay un dispositivo. Encuentra los que no contestan a la búsqueda, por ejemplo cuando el switch bloquea el multicast.',
  own: 'Subredes de este equipo',
  noOwn: 'Ningún adaptador activado tiene dirección IPv4.',
  rangeFor: '{{cidr}} en {{adapter}}',
  hosts_one: '{{number}} dirección',
  hosts_other: '{{number}} direcciones',
  manual: 'Otro rango',
  manualHint:
    'Un rango privado, /20 como máximo, por ejemplo 192.168.1.0/24, o una sola dirección.',
  foreign:
    'Este equipo no tiene dirección en {{cidr}}. El barrido solo funciona si un router lleva hasta allí.',
  bad: 'Escriba un rango como 192.168.1.0/24 o una sola dirección como 192.168.1.64.',
  public:
    'No es un rango privado. Use 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 o 192.0.0.0/24.',
  large: 'Demasiado grande: como máximo /20, es decir, 4096 direcciones.',
  startNone: 'Barrer',
  start_one: 'Barrer {{number}} dirección',
  start_other: 'Barrer {{number}} direcciones',
  progress: 'Barriendo {{cidr}}',
  count: '{{done}} de {{total}}',
  rate: '{{number}} direcciones por segundo',
  rest: 'quedan {{number}} s',
  cancel: 'Cancelar el barrido',
  hide: 'Cerrar y seguir barriendo',
  last: 'Último barrido: {{cidr}}',
  found_one: '{{number}} dispositivo de la familia Hikvision',
  found_other: '{{number}} dispositivos de la familia Hikvision',
  others_one: '{{number}} dirección donde contestó otra cosa',
  others_other: '{{number}} direcciones donde contestó otra cosa',
  checked: '{{done}} de {{total}} direcciones probadas en {{seconds}} s',
  started: 'Barrido de {{cidr}} iniciado',
  ended: 'Barrido de {{cidr}} terminado: {{found}} dispositivos de la familia Hikvision',
} satisfies Translation<typeof sweepEn>;
