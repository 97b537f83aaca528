import type { sweepEn } from '../en/sweep.ts';
import type { Translation } from '../translation.ts';

export const sweepIt = {
  title: 'Scansione di un intervallo di indirizzi',
  intro:
    'Chiede a ogni indirizzo dell’intervallo se c’è un dispositivo. Trova quelli che non rispondono alla ricerca, per esempio quando lo switch blocca il multicast.',
  own: 'Sottoreti di questo computer',
  noOwn: 'Nessuna scheda attivata ha un indirizzo IPv4.',
  rangeFor: '{{cidr}} su {{adapter}}',
  hosts_one: '{{number}} indirizzo',
  hosts_other: '{{number}} indirizzi',
  manual: 'Altro intervallo',
  manualHint:
    'Un intervallo privato, al massimo /20, per esempio 192.168.1.0/24, o un solo indirizzo.',
  foreign:
    'Questo computer non ha un indirizzo in {{cidr}}. La scansione funziona solo se un router porta lì.',
  bad: 'Scrivi un intervallo come 192.168.1.0/24 o un solo indirizzo come 192.168.1.64.',
  public:
    'Non è un intervallo privato. Usa 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 o 192.0.0.0/24.',
  large: 'Troppo grande: al massimo /20, cioè 4.096 indirizzi.',
  startNone: 'Scansiona',
  start_one: 'Scansiona {{number}} indirizzo',
  start_other: 'Scansiona {{number}} indirizzi',
  progress: 'Scansione di {{cidr}}',
  count: '{{done}} di {{total}}',
  rate: '{{number}} indirizzi al secondo',
  rest: 'ancora {{number}} s',
  cancel: 'Ferma la scansione',
  hide: 'Chiudi e continua la scansione',
  last: 'Ultima scansione: {{cidr}}',
  found_one: '{{number}} dispositivo della famiglia Hikvision',
  found_other: '{{number}} dispositivi della famiglia Hikvision',
  others_one: '{{number}} indirizzo dove ha risposto altro',
  others_other: '{{number}} indirizzi dove ha risposto altro',
  checked: '{{done}} di {{total}} indirizzi provati in {{seconds}} s',
  started: 'Scansione di {{cidr}} avviata',
  ended: 'Scansione di {{cidr}} finita: {{found}} dispositivi della famiglia Hikvision',
} satisfies Translation<typeof sweepEn>;
