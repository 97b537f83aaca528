import type { appEn } from '../en/app.ts';
import type { Translation } from '../translation.ts';

export const appEs = {
  ago: {
    now: 'ahora',
    seconds: 'hace {{count}} s',
    minutes: 'hace {{count}} min',
    hours: 'hace {{count}} h',
    days_one: 'hace {{count}} día',
    days_other: 'hace {{count}} días',
  },
  pages: {
    devices: 'Dispositivos',
    jobs: 'Ejecuciones',
    cases: 'Casos',
    guides: 'Guías',
    reports: 'Informes',
    doctor: 'Diagnóstico',
    settings: 'Ajustes',
  },
  waiting_one: '{{count}} ejecución en espera',
  waiting_other: '{{count}} ejecuciones en espera',
  zones: {
    rail: 'Páginas',
    main: 'Área principal',
    pane: 'Detalles de los dispositivos seleccionados',
  },
  reconnecting: 'Reconectando…',
  reconnectingDetail: 'Untether no responde. La lista muestra el último estado conocido.',
  reconnectingLink: 'Si se cerró, inícielo de nuevo y abra su nuevo enlace.',
  reconnected: 'Conectado de nuevo. La lista está al día.',
  loading: 'Cargando la lista de dispositivos…',
  undone: 'Deshecho: {{what}}',
  nothingToUndo: 'No hay nada que deshacer.',
} satisfies Translation<typeof appEn>;
