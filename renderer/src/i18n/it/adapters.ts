import type { adaptersEn } from '../en/adapters.ts';
import type { Translation } from '../translation.ts';

export const adaptersIt = {
  title: 'Schede di rete',
  intro: 'Untether cerca su ogni scheda attivata. Le schede virtuali e VPN partono disattivate.',
  none: 'Questo computer non ha schede di rete.',
  noAddress: 'Nessun indirizzo IPv4',
  listenOn: 'Cerca su {{name}}',
  useRule: 'Torna alla regola',
  useRuleOn: 'Torna alla regola per {{name}}',
  setByRule: 'Da regola',
  replies_one: '{{number}} risposta',
  replies_other: '{{number}} risposte',
  devices_one: '{{number}} dispositivo',
  devices_other: '{{number}} dispositivi',
  lastReply: 'ultima risposta {{ago}}',
  noReply: 'ancora nessuna risposta',
  kindFrom: 'riconosciuta da {{reason}}',
  switchedOn: '{{name}} è attivata',
  switchedOff: '{{name}} è disattivata',
  strip: {
    label: 'Stato della rete',
    open: 'Schede di rete: apri l’elenco',
    listening_one: '{{count}} scheda',
    listening_other: '{{count}} schede',
    off: 'Nessuna scheda in ascolto',
    datagrams_one: '{{number}} datagramma',
    datagrams_other: '{{number}} datagrammi',
    dropped: '{{number}} persi',
    rejected: '{{number}} illeggibili',
    port: {
      shared: 'porta {{port}}',
      ephemeral: 'porta {{port}} occupata',
      closed: 'porta {{port}} chiusa',
    },
    portTip: {
      shared: 'UDP {{port}} è aperta e condivisa con altri programmi',
      ephemeral:
        'UDP {{port}} è occupata da un altro programma; si sentono solo le risposte dirette',
      closed: 'Impossibile aprire UDP {{port}}',
    },
    outside: '{{number}} byte fuori dalla LAN',
    sweep: 'Scansione {{cidr}}: {{done}} di {{total}}',
    sweepOpen: 'Apri la scansione',
  },
} satisfies Translation<typeof adaptersEn>;
