import { cliActsEs } from './acts.es.ts';
import { cliBookEs } from './book.es.ts';
import { cliCasesEs } from './cases.es.ts';
import { cliChangesEs } from './changes.es.ts';
import type { CliText } from './en.ts';
import { cliGuideEs } from './guide.es.ts';
import { cliHealthEs } from './health.es.ts';
import { cliPapersEs } from './papers.es.ts';
import { cliRecorderEs } from './recorder.es.ts';
import { cliRoutesEs } from './routes.es.ts';
import { cliVaultEs } from './vault.es.ts';

export const cliEs: CliText = {
  titles: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opciones:',
    'Global Options:': 'Opciones de todos los comandos:',
    'Commands:': 'Comandos:',
    examples: 'Ejemplos:',
  },
  about: 'Encuentra todos los dispositivos Hikvision de esta red, sin Internet.',
  aboutMore:
    'Un dispositivo se indica con su número de serie, un final único de él (4 caracteres o más), su dirección MAC o el nombre guardado.',
  exitCodes:
    'Códigos de salida: 0 todo bien, 1 algo no se logró, 2 uso incorrecto, 3 el equipo se niega, 4 debe decidir una persona, 130 interrumpido.',
  commands: {
    scan: 'busca dispositivos ahora y enumera los que responden',
    devices: 'los dispositivos guardados del sitio actual',
    list: 'enumera los dispositivos guardados',
    show: 'todo lo que se sabe de un dispositivo',
    edit: 'cambia el nombre, la nota o el tipo de un dispositivo en esta lista, o cómo se llega a él; solo se prueba una vía cambiada',
    remove: 'quita dispositivos de esta lista; quedan como están y siguen vinculados a su cuenta',
    restore: 'devuelve a la lista los dispositivos quitados',
    export: 'escribe la lista en un archivo',
    doctor: 'averigua por qué no aparece un dispositivo',
    site: 'los sitios de trabajo, cada uno con su lista',
    siteList: 'enumera los sitios',
    siteNew: 'crea un sitio y lo usa',
    siteUse: 'trabaja con este sitio desde ahora',
    siteRename: 'cambia el nombre de un sitio',
    simulate: 'hace de dispositivos simulados en una dirección de este equipo, hasta Ctrl+C',
    serve: 'ejecuta la versión para navegador en este equipo, hasta Ctrl+C',
    help: 'muestra la ayuda de un comando',
  },
  options: {
    dataDir: 'carpeta de datos (o UNTETHER_DATA_DIR)',
    json: 'un documento JSON en la salida estándar y nada más',
    lang: 'idioma: en, it o es',
    iface: 'solo este adaptador de red, por nombre o dirección (repetible)',
    timeout:
      'parar tras estos segundos, como con Ctrl+C: se acaba lo que está en marcha, el resto se deja',
    yes: 'no preguntar, consentimiento dado',
    demo: 'el sitio de prácticas en lugar de la red real',
    scenario:
      'el sitio de prácticas: small-shop, hotel, campus, crowd o unbind-thirty (implica --demo)',
    devices: 'cuántos dispositivos simulados',
    help: 'muestra esta ayuda',
    version: 'muestra la versión',
    wait: 'segundos que se escuchan respuestas',
    sweep: 'pregunta también a cada dirección de este rango privado (repetible)',
    watch: 'se queda y muestra cada cambio, hasta Ctrl+C',
    removed: 'también los que se quitaron de la lista',
    name: 'nombre en esta lista ("" lo borra)',
    note: 'nota ("" la borra)',
    type: 'camera, recorder, intercom, panel, unknown, o auto para lo que diga el dispositivo',
    out: 'archivo que se escribe; - para la salida estándar',
    format: 'csv, xlsx o json; si falta, según el final del nombre del archivo',
    port: 'puerto de este equipo; con 0 elige el sistema',
    open: 'abre el navegador',
  },
  args: {
    device: 'serie, final de la serie, MAC o nombre',
    devices: 'dispositivos por serie, final de la serie, MAC o nombre',
    siteName: 'nombre de un sitio',
    newName: 'su nombre nuevo',
    command: 'un comando',
  },
  usage: {
    unknownOption: 'no existe la opción {{what}}.',
    unknownCommand: 'no existe el comando {{what}}.',
    missingArgument: 'falta {{what}}.',
    missingOption: 'se necesita la opción {{what}}.',
    missingValue: 'la opción {{what}} necesita un valor.',
    badValue: '{{what}} no se puede usar.',
    tooMany: 'son más argumentos de los que admite este comando.',
    didYouMean: '¿Quiso decir {{what}}?',
  },
  values: {
    seconds: '{{value}} no es un número de segundos',
    count: '{{value}} no es un número entero de {{from}} a {{to}}',
    oneOf: '{{value}} no es ninguno de {{choices}}',
    range: '{{value}} no es un rango de direcciones',
    device: 'un dispositivo se indica con 4 caracteres o más',
    nothingToEdit:
      'indique --name, --note o --type, o una opción sobre cómo se llega a él, por ejemplo --host',
    noFormat: 'el final de {{value}} no es .csv, .xlsx ni .json; indique --format',
    address: 'una dirección de este equipo, no {{value}}',
  },
  next: {
    'job.needs-password':
      'Dela con --password-file o --password-stdin, ejecute la orden en un terminal que pueda preguntarla, o guárdela antes en la caja fuerte: untether vault save <dispositivo>.',
    'vault.locked':
      'Dé su frase de paso con --passphrase-file o UNTETHER_PASSPHRASE_FILE, ejecute la orden en un terminal que pueda preguntarla, o, para una ejecución, dé la contraseña con --password-file.',
    'vault.exists':
      'Ábrala con: untether vault unlock. Su frase de paso se cambia con: untether vault passwd.',
    'site-file.needs-vault':
      'Dé su frase de paso con --passphrase-file, o deje fuera las contraseñas con --without-passwords.',
    'case.needs-authorisation':
      'Escriba quién lo permitió y cómo: untether cases edit <caso> --authorised-by "Sra. Rossi, por correo". Después repita esta orden.',
    'device.site-authorised': 'Si es lo que quiere, añada --accept-authorised.',
    'device.not-found':
      'Use el número de serie, al menos sus últimos 4 caracteres, la MAC o el nombre guardado. "untether scan" busca lo que se acaba de conectar.',
    'site.not-found': '"untether site" muestra los sitios.',
    'job.not-found': '"untether jobs" muestra las ejecuciones.',
    'case.not-found': '"untether cases" muestra los casos.',
    'vault.none':
      'Cree antes una: untether vault init. Hasta entonces cada ejecución toma la contraseña de --password-file, --password-stdin o un terminal.',
  },
  errors: {
    failed: 'Error:',
    reference: 'Código {{code}}, referencia {{ref}}.',
    noFolder: 'la carpeta no existe',
    isFolder: 'es una carpeta',
    noRight: 'este usuario no puede escribir ahí',
    readOnly: 'el disco es de solo lectura',
    diskFull: 'el disco está lleno',
    inUse: 'otro programa lo tiene abierto',
    stdout: '(salida estándar)',
    exists: 'El archivo {{file}} existe. Añada --yes para reemplazarlo, o dé otro nombre.',
    replace: 'El archivo {{file}} existe. ¿Reemplazarlo?',
  },
  acts: cliActsEs,
  cases: cliCasesEs,
  changes: cliChangesEs,
  book: cliBookEs,
  guide: cliGuideEs,
  recorder: cliRecorderEs,
  routes: cliRoutesEs,
  health: cliHealthEs,
  vault: cliVaultEs,
  papers: cliPapersEs,
  yesLetters: 's',
  noLetters: 'n',
  scan: {
    listening: 'Escuchando en {{adapters}} …',
    progress: '{{devices}} dispositivos, quedan {{seconds}} s',
    sweeping: 'Preguntando a {{cidr}}: {{done}} de {{total}} direcciones, {{found}} dispositivos',
    silent: 'Ningún dispositivo respondió. "untether doctor" busca el motivo.',
    summary:
      'Dispositivos que respondieron: {{devices}}. Datagramas: {{datagrams}}, no entendidos: {{rejected}}.',
    dropped: 'Este equipo perdió {{dropped}} datagramas; repita la búsqueda.',
    quiet: 'Dispositivos guardados que no respondieron: {{devices}} (untether devices).',
    interrupted: 'Interrumpido: esto es lo encontrado hasta aquí.',
    timedOut: 'Se acabó el tiempo: esto es lo encontrado hasta aquí.',
    watching: 'Observando. Ctrl+C termina.',
  },
  devices: {
    none: 'No hay dispositivos guardados para el sitio {{site}}. "untether scan" los busca.',
    summary: 'Dispositivos: {{devices}}, sitio: {{site}}.',
    edited: 'Cambiado: {{device}}.',
    removed:
      'Quitado de esta lista: {{device}}. El dispositivo queda como está y sigue vinculado a su cuenta.',
    restored: 'De nuevo en la lista: {{device}}.',
    exported: 'Escrito: {{file}} ({{bytes}} bytes).',
    facts: 'Lo que dice',
    extra: 'Lo que dice y esta versión no conoce',
    history: 'Historial',
    more: 'y {{count}} más',
  },
  doctor: {
    clean: 'No se encontró ningún problema.',
    warned: 'No hay nada averiado. Mire los puntos señalados.',
    evidence: 'Leído:',
  },
  site: {
    current: 'en uso',
    devices: 'Dispositivos',
    created: 'Creado',
    name: 'Sitio',
    made: 'Se creó el sitio {{name}} y está en uso.',
    used: 'Sitio en uso: {{name}}.',
    renamed: 'Ahora se llama {{name}}.',
  },
  simulate: {
    start: 'Dispositivos simulados: {{devices}} ({{scenario}}), en {{address}}.',
    loopback: 'Los ven los programas de este equipo que buscan en loopback.',
    lan: 'Los ven los programas de la red de esta dirección.',
    end: 'Ctrl+C termina.',
  },
  serve: {
    opened:
      'Untether está abierto en el navegador. Si no lo está, abra este enlace en este equipo:',
    link: 'Abra este enlace en un navegador de este equipo:',
    noDisplay: 'Aquí no hay pantalla en la que abrir un navegador.',
    noProgram: 'No se pudo abrir un navegador.',
    once: 'El enlace funciona una vez, en 10 minutos. Intro muestra otro, Ctrl+C cierra Untether.',
  },
};
