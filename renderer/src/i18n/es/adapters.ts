import type { adaptersEn } from '../en/adapters.ts';
import type { Translation } from '../translation.ts';

export const adaptersEs = {
  title: 'Adaptadores de red',
  intro:
    'Untether busca en cada adaptador activado. Los virtuales y los de VPN empiezan desactivados.',
  none: 'Este equipo no tiene adaptadores de red.',
  noAddress: 'Sin dirección IPv4',
  listenOn: 'Buscar en {{name}}',
  useRule: 'Volver a la regla',
  useRuleOn: 'Volver a la regla para {{name}}',
  setByRule: 'Por regla',
  replies_one: '{{number}} respuesta',
  replies_other: '{{number}} respuestas',
  devices_one: '{{number}} dispositivo',
  devices_other: '{{number}} dispositivos',
  lastReply: 'última respuesta {{ago}}',
  noReply: 'aún sin respuesta',
  kindFrom: 'reconocido por {{reason}}',
  switchedOn: '{{name}} está activado',
  switchedOff: '{{name}} está desactivado',
  strip: {
    label: 'Estado de la red',
    open: 'Adaptadores de red: abrir la lista',
    listening_one: '{{count}} adaptador',
    listening_other: '{{count}} adaptadores',
    off: 'Ningún adaptador a la escucha',
    datagrams_one: '{{number}} datagrama',
    datagrams_other: '{{number}} datagramas',
    dropped: '{{number}} perdidos',
    rejected: '{{number}} ilegibles',
    port: {
      shared: 'puerto {{port}}',
      ephemeral: 'puerto {{port}} ocupado',
      closed: 'puerto {{port}} cerrado',
    },
    portTip: {
      shared: 'UDP {{port}} está abierto y compartido con otros programas',
      ephemeral: 'UDP {{port}} lo ocupa otro programa; solo se oyen las respuestas directas',
      closed: 'No se pudo abrir UDP {{port}}',
    },
    outside: '{{number}} bytes fuera de la LAN',
    sweep: 'Barrido {{cidr}}: {{done}} de {{total}}',
    sweepOpen: 'Abrir el barrido',
  },
} satisfies Translation<typeof adaptersEn>;
