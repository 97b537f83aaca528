import type { HealthText } from './health.en.ts';

export const healthEs: HealthText = {
  levels: { ok: 'En orden', attention: 'Revisar', problem: 'Problema' },
  diskStates: {
    ok: 'En orden',
    unformatted: 'Sin formatear',
    broken: 'Averiado',
    missing: 'Falta',
    unknown: 'Desconocido',
  },
  cloudReasons: {
    'secret-key': 'el código de verificación no se acepta',
    network: 'no llega a Internet',
    blocklist: 'la plataforma lo ha bloqueado',
    unknown: 'no dice por qué',
  },
  findings: {
    unreachable: {
      what: 'El dispositivo no respondió por HTTP. Su dirección es {{address}}.',
      next: 'Compruebe cable, subred y puerto HTTP.',
    },
    'login-refused': {
      what: 'El dispositivo no aceptó el acceso, o se retuvo tras un rechazo anterior. Intentos restantes: {{attempts}}. Se detuvo después de que {{device}} rechazara la misma contraseña.',
      next: 'Compruebe usuario y contraseña antes de otro intento. Hasta que un acceso funcione, con este no se envía nada automáticamente.',
    },
    locked: {
      what: 'El dispositivo está bloqueado tras contraseñas erróneas. Bloqueado {{minutes}} minutos más.',
      next: 'Espere a que pase el tiempo. Más intentos solo lo alargan.',
    },
    'no-password': {
      what: 'No se pudo usar ninguna contraseña para este dispositivo, así que no se leyó nada.',
      next: 'Abra la caja fuerte, guarde una contraseña para el dispositivo o escríbala.',
    },
    'not-activated': {
      what: 'El dispositivo no está activado: aún no tiene contraseña, o se restableció.',
      next: 'Actívelo con una contraseña nueva.',
    },
    'clock-wrong': {
      what: 'El reloj del dispositivo está mal por {{minutes}} minutos (dispositivo menos este equipo). Muestra {{time}}.',
      next: 'Ajuste hora y zona horaria. Hasta entonces las grabaciones llevan la hora equivocada. Compruebe antes el reloj de este equipo.',
    },
    'clock-unknown': {
      what: 'El dispositivo dice una hora sin su zona, así que no se puede comparar. Muestra {{time}}.',
      next: 'Compárela a ojo en la página web del dispositivo.',
    },
    'no-ntp': {
      what: 'El reloj está puesto a mano y ningún servidor horario lo corrige.',
      next: 'Indique un servidor horario si la instalación tiene uno, por ejemplo el grabador o el router.',
    },
    'disk-missing': {
      what: 'Falta un disco donde debería haberlo. Es el disco {{disk}}.',
      next: 'Compruebe sus cables y su alimentación, y mire el menú de almacenamiento del grabador. En él no se graba nada.',
    },
    'disk-broken': {
      what: 'El dispositivo informa de un disco averiado. Es el disco {{disk}}, su palabra es "{{status}}".',
      next: 'Guarde lo que haga falta y cámbielo.',
    },
    'disk-full': {
      what: 'Un disco no tiene espacio libre. Es el disco {{disk}}.',
      next: 'Es lo normal donde se sobrescriben las grabaciones antiguas. Compruebe que la sobrescritura está activada.',
    },
    'disk-unformatted': {
      what: 'Un disco no está formateado, así que en él no se graba nada. Es el disco {{disk}}.',
      next: 'Formatéelo en el menú de almacenamiento. Lo que contiene se pierde.',
    },
    'channel-offline': {
      what: 'Cámaras de este grabador sin conexión: {{count}}. Sus canales son {{channels}}.',
      next: 'Compare sus direcciones con la lista y luego compruebe cable y alimentación.',
    },
    'channel-wrong-password': {
      what: 'El grabador usa una contraseña errónea para cámaras: {{count}}. Sus canales son {{channels}}.',
      next: 'Introduzca la contraseña de las cámaras en el grabador. Sus intentos bloquean las cámaras.',
    },
    'weak-password': {
      what: 'El propio dispositivo llama débil a su contraseña.',
      next: 'Cambie la contraseña.',
    },
    'default-password': {
      what: 'El dispositivo sigue con una contraseña predeterminada.',
      next: 'Cambie la contraseña ahora.',
    },
    'password-expires': {
      what: 'La contraseña caduca. Días restantes: {{days}}.',
      next: 'Cámbiela antes, o desactive la caducidad en la página web del dispositivo.',
    },
    'restarted-lately': {
      what: 'El dispositivo se reinició hace {{minutes}} minutos.',
      next: 'Si nadie lo hizo, compruebe su alimentación.',
    },
    'certificate-changed': {
      what: 'El dispositivo muestra un certificado distinto del aceptado, así que no se envió nada.',
      next: 'Averigüe por qué: un restablecimiento y un firmware nuevo crean otro. Después acéptelo en la ficha del dispositivo.',
    },
    'discovery-off': {
      what: 'La búsqueda por SADP está desactivada en este dispositivo.',
      next: 'Actívela de nuevo antes de tener que cambiar por SADP la dirección, la contraseña o el vínculo con la cuenta.',
    },
    'other-device': {
      what: 'En esta dirección responde otro dispositivo. Su número de serie es {{serial}}.',
      next: 'Corrija la dirección de este dispositivo. Del otro no se guardó nada.',
    },
    'cloud-offline': {
      what: 'Hik-Connect está activado y el dispositivo no está en línea allí: {{why}}.',
      next: 'Sin Internet en el lugar es lo normal. Si no, compruebe puerta de enlace, DNS y código de verificación.',
    },
    'partly-read': {
      what: 'No se pudo leer todo. Falta: {{missing}}.',
      next: 'Inténtelo más tarde, o con el usuario admin del dispositivo.',
    },
  },
  clock: 'Reloj',
  upTime: 'En marcha desde hace',
  hours: '{{count}} h',
  disks: 'Discos',
  channels: 'Canales',
  channelsText: '{{total}}, {{offline}} de ellos sin conexión',
  readAt: 'Leído por HTTP a las {{time}}',
  notRead: 'Por HTTP no se leyó nada.',
};
