import type { ColumnId } from '../../../contract/columns.ts';
import { type DeviceKind, deviceKinds } from '../../../contract/device.ts';
import { locales } from '../../../contract/settings.ts';
import { texts } from '../../../contract/text/index.ts';
import { columnFinder, headerKey } from '../../lib/table-file.ts';

/** What a device file may say. `way` is our export's column of the book, `model` its guess of a kind. */
export const importColumns = [
  'way',
  'host',
  'httpPort',
  'tls',
  'commandPort',
  'name',
  'userName',
  'password',
  'serial',
  'mac',
  'kind',
  'note',
  'model',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The columns of our own export that say the same, by whatever name each language gives them. */
const exported: Partial<Record<ImportColumn, ColumnId>> = {
  way: 'bookHost',
  host: 'ipv4Address',
  httpPort: 'httpPort',
  commandPort: 'commandPort',
  name: 'name',
  serial: 'serial',
  mac: 'mac',
  kind: 'kind',
  note: 'note',
  model: 'model',
};

/** What people and other programs write above their columns; iVMS-4200's own words are among them. */
const written: Readonly<Record<ImportColumn, readonly string[]>> = {
  way: [],
  host: [
    'host', 'hostname', 'host name', 'address', 'ip', 'ip address', 'ip/domain', 'ip domain', 'domain', 'domain name',
    'device address', 'ipv4', 'ipv4 address', 'indirizzo', 'indirizzo ip', 'dominio', 'nome dominio', 'nome host',
    'direccion', 'direccion ip', 'nombre de dominio', 'ip/dominio', 'ip dominio', 'url',
  ],
  httpPort: [
    'http', 'http port', 'web port', 'porta http', 'porta web', 'puerto http', 'puerto web',
  ],
  tls: [
    'https', 'tls', 'ssl', 'secure', 'use https', 'transmission encryption (tls)', 'transmission encryption', 'sicuro',
    'usa https', 'crittografia tls', 'seguro', 'usar https', 'cifrado tls',
  ],
  commandPort: [
    'port', 'sdk port', 'server port', 'command port', 'device port', 'port no', 'port number', 'porta', 'porta sdk',
    'porta server', 'puerto', 'puerto sdk', 'puerto de servidor', 'n puerto',
  ],
  name: [
    'name', 'nickname', 'alias', 'device name', 'label', 'place', 'location', 'nome', 'nome dispositivo', 'soprannome',
    'luogo', 'posizione', 'nombre', 'nombre del dispositivo', 'apodo', 'lugar', 'ubicacion',
  ],
  userName: [
    'user', 'user name', 'username', 'login', 'account', 'utente', 'nome utente', 'usuario', 'nombre de usuario', 'cuenta',
  ],
  password: ['password', 'pass', 'pwd', 'passwd', 'parola chiave', 'contrasena', 'clave'],
  serial: [
    'serial', 'serial no', 'serial number', 'device serial no', 'sn', 's/n', 'seriale', 'numero seriale',
    'numero di serie', 'n serie', 'matricola', 'serie', 'numero de serie', 'no serie',
  ],
  mac: ['mac', 'mac address', 'hardware address', 'indirizzo mac', 'direccion mac'],
  kind: ['kind', 'type', 'device type', 'tipo', 'tipo dispositivo', 'tipo di dispositivo', 'tipo de dispositivo'],
  note: ['note', 'notes', 'comment', 'remark', 'remarks', 'nota', 'commento', 'osservazioni', 'comentario', 'notas'],
  model: ['model', 'modello', 'modelo'],
}; // biome-ignore format: lists of words

export const columnOf: (header: string) => ImportColumn | null = columnFinder(importColumns, {
  written,
  exported,
});

/** Headers of our own export, in whatever language: nobody needs to be told that the rest of it is not read. */
const ownHeaders: ReadonlySet<string> = new Set(
  locales.flatMap((locale) => Object.values(texts[locale].columns).map(headerKey)),
);

export function isOwnHeader(header: string): boolean {
  return ownHeaders.has(headerKey(header));
}

const synonyms: Readonly<Record<Exclude<DeviceKind, 'unknown'>, readonly string[]>> = {
  camera: ['cam', 'ipc', 'ip camera', 'network camera', 'telecamera', 'camara'],
  recorder: ['nvr', 'dvr', 'hybrid nvr', 'registratore', 'grabador'],
  intercom: ['video intercom', 'door station', 'citofono', 'videocitofono', 'videoportero'],
  panel: ['alarm panel', 'control panel', 'alarm', 'centrale', 'allarme', 'alarma'],
};

const kindByWord: ReadonlyMap<string, DeviceKind> = new Map(
  [
    ...Object.entries(synonyms).flatMap(([kind, words]) =>
      words.map((word) => [word, kind as DeviceKind] as const),
    ),
    ...deviceKinds.flatMap((kind) =>
      [kind, ...locales.map((locale) => texts[locale].kinds[kind])].map(
        (word) => [word, kind] as const,
      ),
    ),
  ].map(([word, kind]) => [headerKey(word), kind]),
);

/** `null` for a word that names no kind. */
export function kindOfWord(word: string): DeviceKind | null {
  return kindByWord.get(headerKey(word)) ?? null;
}
