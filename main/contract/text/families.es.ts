import type { FamiliesText, ResetCardText } from './families.en.ts';

const cameraHow =
  'Quite la corriente. Pulse y mantenga. Dé corriente mientras mantiene, siga el tiempo indicado, suelte y espere a que arranque.';
const cameraConfirms =
  'Al arrancar suena el filtro o se encienden los infrarrojos; después el dispositivo está inactivo en la lista. Solo eso es la prueba.';
const cameraLost =
  'Contraseña, usuarios, ajustes de red y de imagen. Las grabaciones de la tarjeta suelen quedar. El vínculo con una cuenta Hik-Connect es desconocido hasta leerlo de nuevo.';
const cameraNone =
  'No busque más ni haga cortocircuito entre contactos. Use el archivo o QR de restablecimiento, el portal del instalador, o el grabador que tiene esta cámara.';
const recorderLost =
  'Contraseña, usuarios y ajustes. Las grabaciones de los discos suelen quedar, pero otro grabador puede no reproducirlas. El vínculo con la cuenta es desconocido hasta leerlo de nuevo.';
const recorderNone =
  'Use el archivo o QR de restablecimiento, el portal del instalador, las preguntas de seguridad, el correo reservado o el archivo GUID, según lo que ofrezca el grabador.';
const intercomNone =
  'Los manuales solo nombran el archivo de exportación y el correo reservado. Use uno de los dos.';
const camera = { how: cameraHow, confirms: cameraConfirms, lost: cameraLost, ifNone: cameraNone };

export const familiesEs: FamiliesText = {
  'mini-bullet': {
    ...camera,
    name: 'Mini bullet',
    where:
      'Detrás o por fuera de la carcasa, o bajo la tapa de tornillos junto a la tarjeta de memoria.',
  },
  bullet: {
    ...camera,
    name: 'Bullet grande',
    where: 'Bajo la tapa de servicio, donde está la tarjeta de memoria.',
  },
  turret: {
    ...camera,
    name: 'Turret',
    where:
      'Por fuera no hay. Varios modelos lo tienen bajo la tapita de la tarjeta de memoria; otros no tienen ninguno accesible. Si el suyo no tiene esa tapa, use otro camino.',
  },
  dome: {
    ...camera,
    name: 'Domo',
    where:
      'Dentro: quite la burbuja. En la placa principal junto a la tarjeta de memoria, a menudo sin rótulo.',
  },
  ptz: {
    ...camera,
    name: 'PTZ, domo motorizado',
    where:
      'Los pequeños: dentro, junto a la tarjeta de memoria. Los grandes, que se sepa, no lo tienen.',
    confirms: 'Repite su giro de prueba; después el dispositivo está inactivo en la lista.',
  },
  fisheye: {
    ...camera,
    name: 'Ojo de pez',
    where: 'Bajo la tapa, cerca de la tarjeta de memoria.',
  },
  'cube-wifi': {
    ...camera,
    name: 'Cubo Wi-Fi, cámara de interior',
    where: 'Un agujero marcado RESET detrás o debajo. Use un clip.',
    how: 'Pulse unos 10 s. Los manuales difieren: encendida, o mientras vuelve la corriente. Pruebe primero encendida.',
    confirms: 'Una voz o la luz; después el dispositivo está inactivo en la lista.',
  },
  box: {
    ...camera,
    name: 'Cámara de caja',
    where: 'Detrás junto a los conectores, o junto a la tarjeta de memoria.',
  },
  'recorder-no-button': {
    name: 'Grabador',
    where:
      'Los grabadores no suelen tenerlo. Un puente en la placa no es para los usuarios: déjelo.',
    how: 'No hay nada que pulsar.',
    confirms: 'El grabador está inactivo en la lista y muestra su asistente de activación.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'recorder-button': {
    name: 'Grabador pequeño',
    where: 'Algunos pequeños recientes tienen un agujero RESET detrás; la mayoría no.',
    how: 'Con el grabador encendido, pulse de 10 a 15 s con un clip.',
    confirms:
      'Un pitido, después el asistente de activación; el grabador está inactivo en la lista.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'door-station': {
    name: 'Placa de calle',
    where: 'Algunas tienen un botón tras la tapa trasera. Los manuales no lo mencionan.',
    how: 'Pulse unos 10 s.',
    confirms: 'Una voz o un reinicio; después el dispositivo está inactivo en la lista.',
    lost: 'Contraseña, ajustes, tarjetas y viviendas. El vínculo con la cuenta es desconocido hasta leerlo de nuevo.',
    ifNone: intercomNone,
  },
  'indoor-station': {
    name: 'Monitor interior',
    where: 'Algunos tienen un botón tras la tapa trasera. Los manuales no lo mencionan.',
    how: 'Pulse unos 10 s.',
    confirms:
      'Un reinicio con su página de primer arranque; después el dispositivo está inactivo en la lista.',
    lost: 'Contraseña, ajustes y placas asignadas. El vínculo con la cuenta es desconocido hasta leerlo de nuevo.',
    ifNone: intercomNone,
  },
  'face-terminal': {
    name: 'Terminal de rostro o huella',
    where:
      'Contactos internos o una opción de su menú, según el modelo. Ninguna fuente legible dice más.',
    how: 'Siga la guía rápida de este modelo.',
    confirms: 'El dispositivo está inactivo en la lista.',
    lost: 'Contraseña y ajustes; personas, rostros y tarjetas según el modelo. Guárdelos antes.',
    ifNone: 'Use el archivo o QR de restablecimiento, o un caso en el soporte.',
  },
  'alarm-panel': {
    name: 'Panel AX PRO',
    where: 'Un botón dentro de la carcasa. Al abrirla salta la alarma de sabotaje.',
    how: 'Quite la corriente y apague la batería. Mantenga el botón mientras enciende otra vez, de 5 a 10 s.',
    confirms: 'La luz parpadea; después el dispositivo está inactivo en la lista.',
    lost: 'Usuarios, detectores y ajustes. Las cuentas de instalador y propietario están en la nube y allí siguen.',
    ifNone:
      'El portal del instalador no puede restablecer un AX PRO. Use la cuenta del propietario o un caso en el soporte.',
  },
  'value-no-button': {
    name: 'Cámara sin ranura de tarjeta',
    where: 'A menudo no hay.',
    how: 'No hay nada que pulsar.',
    confirms: 'El dispositivo está inactivo en la lista.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
  unknown: {
    name: 'Modelo desconocido',
    where: 'De este modelo no se sabe nada. Mire su guía rápida y fotografíe la etiqueta.',
    how: 'Como diga su guía rápida.',
    confirms: 'El dispositivo está inactivo en la lista. Solo eso es la prueba.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
};

export const resetCardEs: ResetCardText = {
  match: {
    model: 'Una fuente lo nombra para este modelo',
    prefix: 'Típico de esta serie, no de su modelo exacto',
    kind: 'Típico de esta clase de dispositivo',
    none: 'De este modelo no se sabe nada',
  },
  sources: {
    'alarmexpert-running': 'alarmsysteemexpert.nl (con el equipo encendido)',
    'wrightwood-longer': 'Wrightwood Surveillance, artículo 9000071176 (30 s o más)',
    manuals: 'Manuales de videoporteros (solo archivo exportado o correo reservado)',
    trade: 'Experiencia del oficio, sin fuente leída',
  },
  power: {
    'hold-while-powering-on': 'Mantener mientras vuelve la corriente',
    'hold-while-running': 'Mantener mientras está encendido',
    either: 'Encendido o al encender, según el modelo',
    none: 'Nada que mantener',
  },
  button: {
    yes: 'Tiene un botón',
    no: 'Normalmente no tiene botón',
    unknown: 'Puede tener un botón',
  },
  labels: {
    family: 'Familia',
    where: 'Dónde',
    how: 'Cómo',
    hold: 'Mantener',
    confirms: 'Qué lo confirma',
    lost: 'Qué se pierde',
    ifNone: 'Si no hay',
    sources: 'Fuentes',
    others: 'Otros caminos',
  },
  seconds: 'de {{from}} a {{to}} s ({{source}})',
  first: 'Primero {{first}} s; si vuelve activo, {{second}} s.',
  check: 'Mire antes la guía rápida de este modelo.',
};
