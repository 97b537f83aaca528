import type { ColumnId } from '../../../contract/columns.ts';
import { columnFinder } from '../../lib/table-file.ts';

/** What a plan file may say about a device. */
export const planColumns = [
  'serial',
  'mac',
  'address',
  'mask',
  'gateway',
  'name',
  'dhcp',
  'commandPort',
  'httpPort',
  'tlsPort',
] as const;
export type PlanColumn = (typeof planColumns)[number];

/** The columns of our own export that say the same, by whatever name each language gives them. */
const exported: Readonly<Record<PlanColumn, ColumnId>> = {
  serial: 'serial',
  mac: 'mac',
  address: 'ipv4Address',
  mask: 'ipv4Mask',
  gateway: 'ipv4Gateway',
  name: 'name',
  dhcp: 'dhcpEnabled',
  commandPort: 'commandPort',
  httpPort: 'httpPort',
  tlsPort: 'sdkOverTlsPort',
};

/** What people write above their columns, in English, Italian and Spanish. */
const written: Readonly<Record<PlanColumn, readonly string[]>> = {
  serial: [
    'serial', 'serial no', 'serial number', 'device serial no', 'sn', 's/n', 'seriale', 'numero seriale',
    'numero di serie', 'n serie', 'matricola', 'serie', 'numero de serie', 'no serie', 'device', 'dispositivo',
  ],
  mac: ['mac', 'mac address', 'hardware address', 'indirizzo mac', 'direccion mac'],
  address: [
    'ip', 'address', 'ip address', 'new ip', 'new address', 'ipv4', 'ipv4 address', 'indirizzo', 'indirizzo ip',
    'nuovo ip', 'nuovo indirizzo', 'direccion', 'direccion ip', 'nueva ip', 'nueva direccion',
  ],
  mask: [
    'mask', 'netmask', 'subnet', 'subnet mask', 'ipv4 mask', 'maschera', 'maschera di sottorete', 'sottorete',
    'mascara', 'mascara de subred', 'subred',
  ],
  gateway: [
    'gateway', 'gw', 'default gateway', 'ipv4 gateway', 'router', 'gateway predefinito', 'puerta de enlace',
    'pasarela',
  ],
  name: ['name', 'device name', 'label', 'place', 'location', 'nome', 'luogo', 'posizione', 'nombre', 'lugar', 'ubicacion'],
  dhcp: ['dhcp', 'ipv4 dhcp', 'dhcp enabled', 'dhcp status', 'enable dhcp', 'stato dhcp', 'estado dhcp'],
  commandPort: ['port', 'sdk port', 'server port', 'command port', 'device port', 'porta', 'porta sdk', 'puerto', 'puerto sdk'],
  httpPort: ['http', 'http port', 'web port', 'porta http', 'porta web', 'puerto http', 'puerto web'],
  tlsPort: [
    'tls port', 'sdk over tls', 'sdk over tls port', 'enhanced sdk service port', 'enhanced sdk port', 'porta tls',
    'porta sdk avanzata', 'puerto tls', 'puerto sdk mejorado',
  ],
}; // biome-ignore format: lists of words

export const columnOf: (header: string) => PlanColumn | null = columnFinder(planColumns, {
  written,
  exported,
});
