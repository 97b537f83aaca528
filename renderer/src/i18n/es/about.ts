import type { aboutEn } from '../en/about.ts';
import type { Translation } from '../translation.ts';

export const aboutEs = {
  title: 'Acerca de Untether',
  purpose:
    'Encuentra los dispositivos Hikvision de la red local. No necesita Internet, ni cuenta, ni controlador.',
  version: 'Versión',
  runsAs: 'Funciona como',
  hosts: {
    electron: 'Aplicación de escritorio',
    web: 'Página web local',
    cli: 'Línea de comandos',
    test: 'Prueba',
  },
  system: 'Sistema',
  data: 'Carpeta de datos',
  sent: 'Enviados fuera de la LAN',
  sentNone: '0 bytes enviados fuera de la LAN',
  sentSome: '{{number}} bytes enviados fuera de la LAN',
  sentHow:
    'Contados donde salen los paquetes: toda dirección que no es privada, de enlace local, multicast o broadcast.',
  licence: 'Licencia',
  licenceName: 'MIT',
  notVendor:
    'No está hecho, aprobado ni atendido por Hikvision. Los nombres de productos son de sus dueños.',
  copyAll: 'Copiar estas líneas',
} satisfies Translation<typeof aboutEn>;
