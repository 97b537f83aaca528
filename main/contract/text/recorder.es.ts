import type { codesEn, RecorderErrors } from './recorder.en.ts';

export const recorderErrorsEs: RecorderErrors = {
  'login.failed': {
    what: 'No se leyó nada de {{device}}. {{problem}}',
    next: '{{advice}} Después inténtelo otra vez.',
  },
  'recorder.no-channels': {
    what: '{{device}} no da una lista de cámaras: no es un grabador, o su firmware no lo dice.',
    next: 'Elija un grabador. Si es un grabador que no lo dice, mire en su menú o en su página web.',
  },
  'backup.needs-consent': {
    what: 'Una copia de seguridad contiene usuarios, contraseñas y ajustes de red, y no se dio ninguna frase de paso.',
    next: 'Dé una frase de paso. Solo si debe quedar legible, dígalo con la palabra PLAIN.',
  },
  'backup.needs-passphrase': {
    what: 'Esta copia está sellada.',
    next: 'Dé la frase de paso elegida cuando se hizo.',
  },
  'backup.not-ours': {
    what: 'Este archivo no es una copia hecha por Untether.',
    next: 'Elija el archivo guardado aquí. Un archivo de la página del dispositivo se restaura en esa página.',
  },
  'backup.newer': {
    what: 'La copia la escribió un Untether más nuevo (formato {{found}}; esta versión conoce {{known}}).',
    next: 'Instale aquí la versión más nueva.',
  },
  'backup.damaged': {
    what: 'La copia fue alterada o cortada después de hacerse.',
    next: 'Cópiela otra vez de donde se guardaba. No se envió nada al dispositivo.',
  },
  'backup.not-opened': {
    what: 'La copia no se abrió: la frase de paso es incorrecta, o el archivo fue alterado.',
    next: 'Escriba la frase de paso elegida cuando se hizo. No se envió nada al dispositivo.',
  },
  'backup.unsupported': {
    what: '{{device}} no da su configuración por la red.',
    next: 'Expórtela en su propio menú o página web, en Maintenance (mantenimiento).',
  },
  'backup.refused': {
    what: '{{device}} no dio su configuración. Dijo "{{answer}}".',
    next: 'Si está ocupado, inténtelo dentro de un minuto. Use el usuario admin y una clave secreta de 32 letras y cifras como máximo.',
  },
  'qr.needs-consent': {
    what: 'Un código dice cómo llegar a los dispositivos, y no se dio ninguna frase de paso.',
    next: 'Dé una frase de paso. Solo si todos pueden leerlo, dígalo con la palabra PLAIN.',
  },
  'qr.needs-passphrase': {
    what: 'Este código está sellado.',
    next: 'Dé la frase de paso elegida cuando se hizo la hoja.',
  },
  'qr.not-ours': {
    what: 'Este no es un código hecho por Untether.',
    next: 'El código de la etiqueta de un dispositivo, o el que hizo una app, se escanea en la app Hik-Connect o Hik-Partner Pro.',
  },
  'qr.newer': {
    what: 'El código lo hizo un Untether más nuevo (forma {{found}}; esta versión conoce {{known}}).',
    next: 'Instale aquí la versión más nueva.',
  },
  'qr.damaged': {
    what: 'El código fue alterado o no está completo.',
    next: 'Escanéelo o cópielo otra vez, entero.',
  },
  'qr.not-opened': {
    what: 'El código no se abrió: la frase de paso es incorrecta, o el código fue alterado.',
    next: 'Escriba la frase de paso elegida cuando se hizo la hoja.',
  },
  'qr.too-long': {
    what: 'Lo que hay que decir de {{device}} no cabe en un código.',
    next: 'Acorte su nombre.',
  },
  'qr.nothing-to-add': {
    what: 'Ningún dispositivo de este código se puede añadir: ninguno tiene dirección.',
    next: 'Encuentre los dispositivos con una búsqueda; el código dice sus números de serie.',
  },
};

export const codesEs: Readonly<Record<keyof typeof codesEn, string>> = {
  title: 'Códigos QR de dispositivos',
  site: 'Sitio',
  printedAt: 'Impreso',
  codeOf: 'Código {{number}} de {{count}}',
  devices: 'Dispositivos: {{count}}',
  serial: 'N.º de serie',
  model: 'Modelo',
  address: 'Dirección',
  sealed:
    'Estos códigos están sellados: se abren en Untether con la frase de paso elegida. Guárdela en otro sitio.',
  plain: 'Estos códigos los lee cualquiera que los escanee. No los ponga donde pasen extraños.',
  withLogin:
    'Estos códigos contienen usuarios y contraseñas. Guarde la hoja como una llave y destrúyala cuando ya no haga falta.',
  notForApps: 'Las apps Hik-Connect y Hik-Partner Pro no los leen.',
};
