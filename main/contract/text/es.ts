import { actErrorsEs, actsEs } from './acts.es.ts';
import { bookErrorsEs, bookEs } from './book.es.ts';
import { caseErrorsEs, casesEs } from './cases.es.ts';
import { chooserErrorsEs, chooserEs } from './chooser.es.ts';
import { doctorEs } from './doctor.es.ts';
import type { Text } from './en.ts';
import { factsEs } from './facts.es.ts';
import { familiesEs, resetCardEs } from './families.es.ts';
import { guideErrorsEs, guideGroupsEs } from './guides.es.ts';
import { healthEs } from './health.es.ts';
import { messagesEs } from './messages.es.ts';
import { codesEs, recorderErrorsEs } from './recorder.es.ts';
import { recoveryErrorsEs } from './recovery.es.ts';
import { reportErrorsEs, reportsEs } from './reports.es.ts';
import { tableErrorsEs, tableEs } from './table.es.ts';
import { trainingErrorsEs } from './training.es.ts';
import { vaultBoxesEs, vaultErrorsEs } from './vault.es.ts';

const errors: Text['errors'] = {
  'input.invalid': {
    what: 'Algunos valores no se pueden usar: {{fields}}.',
    next: 'Corríjalos e inténtelo de nuevo.',
  },
  'input.unknown-method': {
    what: 'El núcleo no conoce la petición "{{method}}".',
    next: 'La ventana y el núcleo son de versiones distintas. Cierre Untether del todo y ábralo otra vez.',
  },
  'input.too-large': {
    what: 'La petición supera los {{limitBytes}} bytes admitidos.',
    next: 'Hágalo por partes, por ejemplo con menos filas seleccionadas.',
  },
  'input.bad-json': {
    what: 'La petición no se pudo leer: no es JSON válido.',
    next: 'Recargue la página. Si la envió un programa, corrija el JSON.',
  },
  'input.bad-cidr': {
    what: '"{{value}}" no es un rango de direcciones.',
    next: 'Escriba un rango como 192.168.1.0/24 o una sola dirección como 192.168.1.64.',
  },
  'input.cidr-too-large': {
    what: '{{value}} es demasiado grande: un barrido cubre como máximo {{limit}} direcciones.',
    next: 'Hágalo por partes, por ejemplo un /24 (256 direcciones) tras otro.',
  },
  'input.public-range': {
    what: '{{value}} no es un rango privado. Untether no envía nada fuera de la red local.',
    next: 'Use un rango dentro de 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 o 192.0.0.0/24.',
  },
  'input.usage': {
    what: 'Así no se puede hacer: {{problem}}',
    next: 'Corríjalo; --help detrás del comando muestra cómo se escribe.',
  },
  'auth.untrusted': {
    what: 'Esta ventana no puede manejar Untether.',
    next: 'Abra el enlace que Untether escribió al empezar. Sirve una vez; ábralo de nuevo para tener otro.',
  },
  'device.not-found': {
    what: 'Ningún dispositivo de la lista coincide con "{{wanted}}".',
    next: 'Use el número de serie, al menos sus últimos 4 caracteres, la dirección MAC o el nombre guardado. Actualice si el dispositivo se acaba de conectar.',
  },
  'device.ambiguous': {
    what: '"{{wanted}}" vale para varios dispositivos: {{candidates}}.',
    next: 'Escriba más caracteres del número de serie, o la dirección MAC.',
  },
  'site.not-found': {
    what: 'No hay ningún sitio "{{wanted}}".',
    next: 'Elija un sitio de la lista; puede que se eliminara en otra ventana.',
  },
  'site.name-taken': {
    what: 'Ya hay un sitio llamado "{{name}}".',
    next: 'Elija otro nombre.',
  },
  'site.not-empty': {
    what: 'El sitio "{{name}}" no se puede eliminar: dispositivos aún en su lista: {{devices}}.',
    next: 'Quite antes los dispositivos de la lista de este sitio. En los dispositivos no cambia nada.',
  },
  'network.no-adapter': {
    what: 'Ningún adaptador de red activado tiene dirección IPv4.',
    next: 'Conecte el cable o la Wi-Fi y active el adaptador en la lista de adaptadores.',
  },
  'network.adapter-not-found': {
    what: 'No hay ningún adaptador de red "{{wanted}}". Presentes: {{known}}.',
    next: 'Elija uno de los adaptadores presentes, o conecte el que falta.',
  },
  'network.permission': {
    what: 'El sistema operativo no deja que Untether use la red local: {{what}}.',
    next: 'Permítalo en los ajustes de privacidad o del firewall del sistema y pulse Actualizar.',
  },
  'network.port-closed': {
    what: 'No se pudo abrir el puerto UDP {{port}}, así que no se oye a los dispositivos.',
    next: 'Cierre SADP Tool y otros programas que buscan dispositivos y pulse Actualizar.',
  },
  'sweep.running': {
    what: 'Un barrido de {{cidr}} sigue en marcha.',
    next: 'Espere a que termine, o cancélelo, y empiece el nuevo.',
  },
  'sweep.not-found': {
    what: 'No hay ningún barrido en marcha.',
    next: 'Empiece uno con el rango donde quiere buscar.',
  },
  ...actErrorsEs,
  ...caseErrorsEs,
  ...chooserErrorsEs,
  ...trainingErrorsEs,
  ...recoveryErrorsEs,
  ...vaultErrorsEs,
  ...bookErrorsEs,
  ...tableErrorsEs,
  ...recorderErrorsEs,
  ...guideErrorsEs,
  ...reportErrorsEs,
  'store.newer': {
    what: 'El archivo de datos lo escribió un Untether más nuevo (formato {{found}}; esta versión conoce {{known}}).',
    next: 'Instale la versión más nueva, o empiece con otra carpeta de datos. El archivo quedó como estaba: {{path}}',
  },
  'store.unwritable': {
    what: 'No se puede escribir el archivo de datos: {{path}}',
    next: 'Compruebe que la carpeta existe y que puede escribir en ella, o empiece con otra carpeta de datos.',
  },
  'store.busy': {
    what: 'Otro programa tiene el archivo de datos: {{path}}',
    next: 'Cierre la otra ventana o el otro comando de Untether e inténtelo de nuevo.',
  },
  'store.disk-full': {
    what: 'El disco está lleno; los últimos cambios no se guardaron: {{path}}',
    next: 'Libere espacio. Untether sigue trabajando y guarda en cuanto puede.',
  },
  'file.unwritable': {
    what: 'No se pudo escribir el archivo {{path}}: {{reason}}.',
    next: 'Elija otra carpeta u otro nombre, o cierre el programa que tiene abierto el archivo.',
  },
  'host.node-too-old': {
    what: 'Esto es Node {{found}}; Untether necesita {{needed}} o más nuevo.',
    next: 'Instale un Node más nuevo, o use la aplicación de escritorio, que trae el suyo.',
  },
  'host.closing': {
    what: 'Untether no responde: se está cerrando o ha terminado.',
    next: 'Ábralo de nuevo y repita el último paso.',
  },
  'internal.unexpected': {
    what: 'Algo falló dentro de Untether. Nada se dio por hecho.',
    next: 'Inténtelo otra vez. Si vuelve a pasar, copie este mensaje; la referencia está también en el archivo de registro.',
  },
};

const notices: Text['notices'] = {
  flood: {
    what: 'Se anuncian más dispositivos de los que pueden ser reales. Anuncios no admitidos: {{refused}}.',
    next: 'Una máquina de esta red envía dispositivos inventados. Desconecte partes de la red para encontrarla. La lista sigue sirviendo.',
  },
  'port-ephemeral': {
    what: 'El puerto UDP {{port}} lo ocupa otro programa: {{holder}}.',
    next: 'Ciérrelo (suele ser SADP Tool o iVMS-4200) y pulse Actualizar. Hasta entonces solo se ven los dispositivos que contestan directamente.',
  },
  'port-closed': {
    what: 'No se pudo abrir el puerto UDP {{port}}, así que no se oye a los dispositivos.',
    next: 'Abra Diagnóstico: dice la causa. Un barrido encuentra dispositivos de todos modos.',
  },
  'adapter-failed': {
    what: 'El adaptador {{adapter}} no está a la escucha.',
    next: 'Abra la lista de adaptadores para ver el motivo. Los demás siguen trabajando.',
  },
  'no-adapter': {
    what: 'Ningún adaptador está a la escucha.',
    next: 'Conecte el cable o la Wi-Fi, o active un adaptador en la lista de adaptadores.',
  },
  'rp-filter': {
    what: 'Este equipo descarta las respuestas de otras subredes (rp_filter en {{adapter}}).',
    next: 'Pueden faltar dispositivos con una dirección de otra red. Diagnóstico muestra el ajuste y el comando que lo cambia.',
  },
  'store-damaged': {
    what: 'El archivo de datos estaba dañado. Se apartó y se empezó uno nuevo: {{path}}',
    next: 'Los dispositivos vuelven solos; los nombres y notas guardados están en el archivo apartado. Consérvelo.',
  },
  'vault-not-opened': {
    what: 'La caja fuerte no se abrió sola, así que las contraseñas guardadas no se usan ({{why}}).',
    next: 'Desbloquéela con su frase de paso. No se borró nada.',
  },
  'recorder-address': {
    what: 'La cámara {{camera}} pasó de {{from}} a {{to}}. El canal {{channel}} del grabador {{recorder}} quizá la busca todavía en la dirección antigua.',
    next: 'Edite el canal en el grabador y dé también la contraseña de la cámara. Allí no se cambió nada.',
  },
  'store-memory': {
    what: 'No se guarda nada: el archivo de datos no se puede usar ({{path}}).',
    next: 'Los nombres, notas y sitios se pierden al cerrar Untether. Libere el disco o corrija la carpeta y ábralo de nuevo.',
  },
  'store-write-failed': {
    what: 'Los últimos cambios no se pudieron guardar: {{path}}',
    next: 'Compruebe el espacio libre y los permisos de la carpeta. Untether lo intenta otra vez con cada cambio.',
  },
  'datagrams-dropped': {
    what: 'El sistema descartó {{dropped}} datagramas antes de que se pudieran leer.',
    next: 'Pulse Actualizar una o dos veces: los dispositivos perdidos contestan de nuevo.',
  },
  demo: {
    what: 'Sitio de práctica: estos dispositivos son simulados y no se envía nada a la red.',
    next: 'Abra Untether sin la opción demo para trabajar con dispositivos reales.',
  },
};

const columns: Text['columns'] = {
  state: 'Estado ahora',
  model: 'Modelo (Device Type)',
  ipv4Address: 'Dirección IPv4 (IPv4 Address)',
  name: 'Nombre',
  activated: 'Activación (Status)',
  serial: 'Número de serie (Device Serial No.)',
  mac: 'Dirección MAC (MAC Address)',
  commandPort: 'Puerto (Port)',
  sdkOverTlsPort: 'Puerto SDK mejorado (Enhanced SDK Service Port)',
  firmware: 'Versión de firmware (Software Version)',
  ipv4Gateway: 'Puerta de enlace IPv4 (IPv4 Gateway)',
  httpPort: 'Puerto HTTP (HTTP Port)',
  ipv4Mask: 'Máscara de subred (Subnet Mask)',
  digitalChannels: 'Canales de codificación (Encoding Channel(s))',
  dsp: 'Versión de DSP (DSP Version)',
  bootTime: 'Hora de arranque (Start Time)',
  ipv6Address: 'Dirección IPv6 (IPv6 Address)',
  ipv6Gateway: 'Puerta de enlace IPv6 (IPv6 Gateway)',
  ipv6Prefix: 'Longitud de prefijo IPv6 (IPv6 Prefix Length)',
  ipv6Supported: 'Admite IPv6 (Support IPv6)',
  ipv6Modifiable: 'IPv6 modificable (IPv6 Modifiable)',
  dhcpSupported: 'Admite DHCP (Support DHCP)',
  dhcpEnabled: 'Estado de DHCP IPv4 (IPv4 DHCP Status)',
  cloudSupported: 'Admite Hik-Connect (Support Hik-Connect)',
  cloudEnabled: 'Estado de Hik-Connect (Hik-Connect Status)',
  cloudBound: 'Vinculado a una cuenta',
  unbindSupported: 'Admite desvincular (Unbind)',
  analogChannels: 'Canales analógicos',
  httpsPort: 'Puerto HTTPS (HTTPS Port)',
  kind: 'Tipo',
  vendor: 'Familia de marca',
  generation: 'Generación SADP',
  oemInfo: 'Información OEM',
  via: 'Visto por',
  lastSeenAt: 'Visto por última vez',
  firstSeenAt: 'Visto por primera vez',
  restartedAt: 'Reinicio observado',
  bookHost: 'Dirección en la agenda',
  login: 'Inicio de sesión',
  health: 'Estado de salud',
  openCase: 'Caso abierto',
  note: 'Nota',
};

const columnsShort: Text['columnsShort'] = {
  state: 'Estado',
  model: 'Modelo',
  ipv4Address: 'Dirección IPv4',
  name: 'Nombre',
  activated: 'Activo',
  serial: 'N.º de serie',
  mac: 'MAC',
  commandPort: 'Puerto',
  sdkOverTlsPort: 'SDK TLS',
  firmware: 'Firmware',
  ipv4Gateway: 'P. de enlace',
  httpPort: 'HTTP',
  ipv4Mask: 'Máscara',
  digitalChannels: 'Canales',
  dsp: 'DSP',
  bootTime: 'Arranque',
  ipv6Address: 'Dirección IPv6',
  ipv6Gateway: 'P. de enlace IPv6',
  ipv6Prefix: 'Prefijo',
  ipv6Supported: 'IPv6',
  ipv6Modifiable: 'Mod. IPv6',
  dhcpSupported: 'Tiene DHCP',
  dhcpEnabled: 'DHCP',
  cloudSupported: 'Tiene nube',
  cloudEnabled: 'Hik-Connect',
  cloudBound: 'Vinculado',
  unbindSupported: 'Desvinculable',
  analogChannels: 'Analógicos',
  httpsPort: 'HTTPS',
  kind: 'Tipo',
  vendor: 'Marca',
  generation: 'SADP',
  oemInfo: 'OEM',
  via: 'Visto por',
  lastSeenAt: 'Visto',
  firstSeenAt: 'Primera vez',
  restartedAt: 'Reiniciado',
  bookHost: 'Agenda',
  login: 'Sesión',
  health: 'Salud',
  openCase: 'Caso',
  note: 'Nota',
};

export const es = {
  errors,
  notices,
  vaultBoxes: vaultBoxesEs,
  columns,
  columnsShort,
  facts: factsEs,
  ...actsEs,
  guideGroups: guideGroupsEs,
  health: healthEs,
  codes: codesEs,
  presence: {
    online: 'En línea',
    stale: 'No contesta',
    offline: 'Fuera de línea',
    never: 'Nunca visto',
  },
  flags: {
    'duplicate-address': 'Misma IP ({{devices}})',
    'other-subnet': 'Otra subred',
    locked: 'Bloqueado',
    inactive: 'Inactivo',
    unreachable: 'Inaccesible',
    'default-address': 'IP de fábrica',
  },
  book: bookEs,
  table: tableEs,
  kinds: {
    camera: 'Cámara',
    recorder: 'Grabador',
    intercom: 'Videoportero',
    panel: 'Panel de alarma',
    unknown: 'Desconocido',
  },
  vendors: {
    hikvision: 'Hikvision',
    ezviz: 'EZVIZ',
    oem: 'Marca OEM',
    other: 'Otra marca',
    unknown: 'Desconocida',
  },
  sources: { sadp: 'SADP', sweep: 'Barrido', onvif: 'ONVIF', book: 'Acceso' },
  tri: { yes: 'Sí', no: 'No', unknown: 'Desconocido' },
  adapterKinds: {
    ethernet: 'Cable',
    wifi: 'Wi-Fi',
    vpn: 'VPN',
    virtual: 'Virtual',
    loopback: 'Este equipo',
    unknown: 'Tipo desconocido',
  },
  adapterProblems: {
    'no-ipv4':
      'No tiene dirección IPv4. Conecte el cable, espere al DHCP o ponga una dirección a mano.',
    'join-failed':
      'El sistema rechazó el grupo multicast, así que solo se oyen las respuestas directas.',
    'bind-failed': 'No se pudo abrir su puerto; quizá lo ocupa otro programa.',
    'send-failed': 'No se pudo enviar la búsqueda. Compruebe el cable o la Wi-Fi.',
    permission: 'El sistema no lo permite. Compruebe los ajustes de privacidad y del firewall.',
    gone: 'El adaptador se desconectó o se desactivó.',
  },
  adapterStates: {
    listening: 'A la escucha',
    failed: 'No escucha',
    off: 'Desactivado',
    gone: 'Ausente',
  },
  sweepStates: {
    running: 'En marcha',
    done: 'Terminado',
    cancelled: 'Cancelado',
    failed: 'Fallido',
  },
  events: {
    found: 'Encontrado por primera vez',
    updated: 'Datos cambiados',
    online: 'Otra vez en línea',
    offline: 'Ya no contesta',
    restarted: 'Reiniciado',
    reset: 'De vuelta al estado de fábrica (inactivo)',
    activated: 'Activado',
    'address-changed': 'Dirección cambiada',
    'moved-site': 'Pasado a otro sitio',
    renamed: 'Nombre cambiado',
    removed: 'Quitado de esta lista',
    restored: 'Devuelto a esta lista',
  },
  cases: casesEs,
  chooser: chooserEs,
  messages: messagesEs,
  families: familiesEs,
  resetCard: resetCardEs,
  doctor: doctorEs,
  reports: reportsEs,
} satisfies Text;
