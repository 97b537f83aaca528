import type { ActErrors, ActsText } from './acts.en.ts';
import { printEs } from './print.es.ts';
import { reasonsEs } from './reasons.es.ts';

export const actErrorsEs: ActErrors = {
  'input.undecided': {
    what: 'Debe decidir una persona: {{problem}}',
    next: 'Conteste en una terminal, o dé la opción que vale como respuesta. No se cambió nada.',
  },
  'job.not-found': {
    what: 'No hay ninguna ejecución "{{wanted}}".',
    next: 'Elija una de la lista de ejecuciones.',
  },
  'job.not-resumable': {
    what: 'Esta ejecución no puede continuar: su estado es "{{state}}".',
    next: 'Empiece una nueva con los dispositivos que siguen abiertos.',
  },
  'job.nothing-to-undo': {
    what: 'Esta ejecución no cambió nada que se pueda devolver.',
    next: 'Solo se devuelven valores de red, solo si se guardaron los anteriores y una sola vez.',
  },
  'job.needs-password': {
    what: 'Dispositivos sin contraseña: {{devices}}.',
    next: 'Dé una contraseña para todos, o una para cada dispositivo.',
  },
  'job.busy': {
    what: 'Otra ejecución trabaja en este dispositivo: {{device}}.',
    next: 'Espere a que termine, o cancélela. Un dispositivo recibe un comando a la vez.',
  },
  'job.serial-mismatch': {
    what: 'Lo escrito no es el final del número de serie de {{device}}.',
    next: 'Lea los últimos cuatro caracteres en la etiqueta o en la lista, en los grabadores los de antes de WCVU, y escríbalos de nuevo.',
  },
  'job.bad-password': {
    what: 'La contraseña nueva no se puede usar, porque {{problems}}.',
    next: 'Elija una de 8 a 16 caracteres con al menos dos de: cifras, minúsculas, mayúsculas, signos.',
  },
  'job.bad-verification-code': {
    what: 'El código de verificación no se puede usar.',
    next: 'Escriba de 6 a 12 letras y cifras.',
  },
  'job.bad-plan': {
    what: 'El plan de direcciones no se puede usar, línea {{line}}: {{problem}}',
    next: 'Corrija la línea y lea otra vez el archivo. No se envió nada.',
  },
  'host.stopped': {
    what: 'Se detuvo antes de enviar nada.',
    next: 'Repita la orden cuando quiera que se haga.',
  },
  'host.time-up': {
    what: 'El tiempo dado con --timeout terminó antes de enviar nada.',
    next: 'Dé más segundos: solo para oír quién está hacen falta hasta 3.',
  },
  'audit.unwritable': {
    what: 'El registro de acciones no se puede escribir: {{path}}',
    next: 'Libere espacio o corrija los permisos de la carpeta. Hasta entonces no se cambia ningún dispositivo.',
  },
};

export const actsEs: ActsText = {
  verdicts: {
    verified: 'Verificado',
    accepted: 'Aceptado, sin verificar',
    'needs-internet': 'Necesita Internet',
    'needs-owner': 'Necesita al propietario',
    'different-area': 'Área distinta',
    already: 'Ya estaba así',
    skipped: 'Omitido',
    'wrong-password': 'Contraseña incorrecta',
    locked: 'Bloqueado',
    refused: 'Rechazado',
    'not-supported': 'No admitido',
    'no-answer': 'Sin respuesta',
    unknown: 'Desconocido, comprobar',
    failed: 'No logrado',
  },
  verdictHints: {
    verified: 'El dispositivo se leyó de nuevo después y muestra el estado nuevo.',
    accepted: 'El dispositivo dijo que sí, pero nada de lo que dice prueba el resultado.',
    'needs-internet':
      'Es el dispositivo el que no tiene conexión con la nube, y sin ella no se puede.',
    'needs-owner': 'Solo puede hacerlo el propietario de la cuenta, o quien actúe por él.',
    'different-area':
      'El dispositivo está registrado en un área distinta de la cuenta o del software.',
    already: 'No había nada que hacer.',
    skipped: 'No se le envió nada.',
    'wrong-password': 'El dispositivo dice que la contraseña es incorrecta.',
    locked: 'Durante un tiempo el dispositivo rechaza cualquier contraseña.',
    refused: 'El dispositivo dijo que no.',
    'not-supported': 'El dispositivo, o este camino hasta él, no puede hacerlo.',
    'no-answer': 'No llegó nada a tiempo.',
    unknown: 'No se sabe si se hizo; compruébelo antes de repetir.',
    failed: 'No se hizo; el motivo está al lado.',
  },
  reasons: reasonsEs,
  jobKinds: {
    network: { title: 'Cambiar IP (Edit IP)', verb: 'Modificar' },
    activate: { title: 'Activación (Activate)', verb: 'Activar' },
    unbind: { title: 'Desvincular (Unbind)', verb: 'Desvincular' },
    'unbind-panel': { title: 'Desvincular panel AX PRO', verb: 'Desvincular panel' },
    cloud: { title: 'Hik-Connect sí o no', verb: 'Cambiar Hik-Connect' },
    'verification-code': { title: 'Código de verificación', verb: 'Poner código' },
    'restore-inactive': { title: 'Devolver a inactivo', verb: 'Restaurar' },
    locate: { title: 'Localizar (Locate)', verb: 'Hacer parpadear' },
    password: { title: 'Cambiar contraseña', verb: 'Cambiar contraseña' },
    reboot: { title: 'Reiniciar', verb: 'Reiniciar' },
    reset: { title: 'Restore o Default', verb: 'Restablecer' },
    'channel-remove': { title: 'Quitar canal', verb: 'Quitar canal' },
    'channel-edit': { title: 'Editar canal', verb: 'Editar canal' },
    'restore-config': { title: 'Restaurar configuración', verb: 'Restaurar configuración' },
  },
  jobStates: {
    running: 'En marcha',
    paused: 'En pausa',
    done: 'Terminada',
    interrupted: 'Interrumpida',
    cancelled: 'Cancelada',
  },
  jobStop: {
    title: 'Detenida antes del final',
    password: {
      what: 'La detuvo una contraseña incorrecta, para que ningún otro dispositivo pierda un intento. Dispositivos que la rechazaron: {{wrong}}. Dispositivos sin probar: {{untried}}. Fue {{devices}}.',
      next: 'Averigüe primero la contraseña correcta de ese dispositivo. Después repita la ejecución para los que quedaron sin probar.',
    },
    unconfirmed: {
      what: 'No siguió, porque el cambio de otro dispositivo no se confirmó. Dispositivos sin empezar: {{untried}}. Fue {{devices}}.',
      next: 'Mire primero ese dispositivo. Después repita la ejecución para los que quedaron sin empezar.',
    },
  },
  jobSteps: {
    reading: 'Lectura del dispositivo',
    'asking-status': 'Pregunta por el estado de la nube',
    exchanging: 'Intercambio de claves',
    sending: 'Envío',
    verifying: 'Relectura',
    'waiting-internet': 'Esperando a que el dispositivo tenga Internet',
    resolving: 'Búsqueda de una dirección libre',
    'logging-in': 'Inicio de sesión',
    restarting: 'Espera del reinicio',
  },
  itemStates: {
    waiting: 'En espera',
    running: 'Trabajando',
    'waiting-internet': 'Espera Internet',
    done: 'Hecho',
  },
  lights: { ready: 'Listo', caution: 'Con cautela', stop: 'Excluido' },
  planLevels: { caution: 'Atención', stop: 'Excluido' },
  planProblems: {
    'unknown-device':
      'Ningún dispositivo de la lista tiene este número de serie, esta MAC o este nombre.',
    'ambiguous-device': 'Valen varios dispositivos. Son {{candidates}}.',
    'bad-address': 'Esto no es una dirección IPv4.',
    'bad-mask': 'Esto no es una máscara de subred.',
    'network-address':
      'Esta es la dirección de la propia subred, y ningún dispositivo puede tenerla.',
    'broadcast-address':
      'Esta es la dirección de broadcast de la subred, y ningún dispositivo puede tenerla.',
    'gateway-outside': 'La puerta de enlace no está en la subred de la dirección.',
    'gateway-is-address': 'La puerta de enlace y el dispositivo tendrían la misma dirección.',
    'doubled-in-plan': 'El plan da esta dirección dos veces. La otra línea es la {{line}}.',
    'used-by-device': 'Un dispositivo de la lista tiene esta dirección. Es {{by}}.',
    'used-on-wire': 'Algo en la red contesta por esta dirección. Es {{by}}.',
    'bad-port': 'Un puerto es un número de 1 a 65535.',
    'same-port': 'Dos servicios del dispositivo tendrían el mismo puerto.',
    'bad-ipv6': 'Esto no es una dirección IPv6 o una longitud de prefijo.',
    'ipv6-unsupported': 'El dispositivo no deja cambiar sus valores IPv6.',
    'not-activated': 'El dispositivo no está activado y antes no admite cambios.',
    'no-sadp':
      'El dispositivo se encontró solo por barrido y no contesta a SADP. Cámbielo en su página web.',
    'unreachable-after':
      'En esa dirección este equipo no alcanzará el dispositivo. SADP lo encuentra igualmente y puede devolverlo.',
    'missing-column': 'Falta una columna. Es {{column}}.',
    'no-change': 'El dispositivo ya tiene estos valores.',
    'no-free-address': 'No queda ninguna dirección libre en la subred.',
  },
  planFileProblems: {
    empty: 'El archivo está vacío.',
    'no-rows': 'Debajo de los títulos no hay ninguna fila.',
    'too-many-rows': 'Tiene más filas que dispositivos un sitio.',
    quotes: 'Falta una comilla o está fuera de sitio. Vea la línea {{line}}.',
  },
  routes: {
    lan: {
      title: 'Desvincular por la LAN',
      what: 'Desde aquí, con la contraseña admin del dispositivo. Internet lo necesita el dispositivo, no este equipo.',
    },
    'owner-account': {
      title: 'El propietario lo elimina en la cuenta',
      what: 'El propietario entra en Hik-Connect y elimina allí el dispositivo. El soporte puede decir, en parte oculta, una cuenta olvidada.',
    },
    'phone-on-lan': {
      title: 'Teléfono en la misma LAN',
      what: 'Hik-Connect en un teléfono en la red del dispositivo escanea su código QR, y luego Unbind con usuario y contraseña del dispositivo. La cuenta debe ser del área del dispositivo.',
    },
    'recorder-menu': {
      title: 'Menú del grabador',
      what: 'Grabadores con menú versión 4.0: System > Network > Advanced > Platform Access > Hik-Connect > Unbind, en la pantalla del propio grabador.',
    },
    'support-case': {
      title: 'Caso con el soporte del fabricante',
      what: 'Con prueba de propiedad: factura, foto de la etiqueta, número de serie en pantalla.',
    },
  },
  passwordProblems: {
    'too-short': 'tiene menos de 8 caracteres',
    'too-long': 'tiene más de 16 caracteres',
    'one-kind': 'tiene un solo tipo de caracteres',
    'two-kinds-only': 'tiene solo dos tipos de caracteres; se recomiendan tres',
    'contains-user-name': 'contiene el nombre de usuario, o es este al revés',
    repeated: 'tiene el mismo carácter cuatro veces seguidas',
    ascending: 'tiene cuatro cifras que suben o bajan',
    common: 'contiene lo que todos prueban primero, como 123 o admin',
    'not-ascii':
      'tiene caracteres que los dispositivos no admiten; use letras, cifras y signos comunes sin acentos',
  },
  networkFields: {
    ipv4Address: 'Dirección IP (IP Address)',
    ipv4Mask: 'Máscara de subred (Subnet Mask)',
    ipv4Gateway: 'Puerta de enlace (Gateway)',
    dhcpEnabled: 'Activar DHCP (Enable DHCP)',
    commandPort: 'Puerto (Port)',
    httpPort: 'Puerto HTTP (HTTP Port)',
    sdkOverTlsPort: 'Puerto SDK mejorado (Enhanced SDK Service Port)',
    ipv6Address: 'Dirección IPv6 (IPv6 Address)',
    ipv6Gateway: 'Puerta de enlace IPv6 (IPv6 Gateway)',
    ipv6Prefix: 'Longitud de prefijo IPv6 (IPv6 Prefix Length)',
  },
  lock: {
    attempts: 'Intentos que quedan: {{attempts}}',
    minutes: 'Bloqueado, quedan {{minutes}} min',
    unlocked: 'Ya no está bloqueado',
  },
  restore: {
    what: 'El dispositivo olvida su administrador y su contraseña y queda inactivo, como recién salido de la caja.',
    restoreKept: 'Las grabaciones no se tocan. Qué ajustes quedan depende del firmware.',
    restoreLost: 'Nadie puede entrar hasta que se active de nuevo con una contraseña nueva.',
    cloudStays:
      'Una cuenta vinculada puede seguir vinculada: desvincule antes, o compruebe después el vínculo.',
    confirm: 'Escriba los últimos cuatro caracteres del número de serie.',
    otherWay:
      'Los dispositivos de esta generación SADP no pueden hacerlo por SADP: use Maintenance > Default en su página web, o el botón de reset.',
  },
  print: printEs,
};
