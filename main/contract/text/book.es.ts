import type { BookErrors, BookText } from './book.en.ts';

export const bookEs: BookText = {
  names: {
    'not-needed': 'Se dio una dirección, no hay nombre que buscar.',
    resolved: 'El nombre {{host}} lleva a {{address}}.',
    'not-resolved':
      'El nombre {{host}} no se resolvió: ningún servidor de nombres de esta red lo conoce, o ninguno responde. Esto no dice nada de la contraseña. Pruebe de nuevo en la red de la instalación, o introduzca la dirección IP.',
    'not-lan':
      '{{host}} lleva fuera de la red local. No se envió nada; Untether solo habla con dispositivos de la LAN.',
  },
  reaches: {
    open: 'Un servidor web responde en {{address}}, puerto {{port}}.',
    refused:
      '{{address}} rechaza conexiones al puerto {{port}}. Compruebe el puerto, y si HTTP está activado en el dispositivo.',
    'no-route':
      'Desde este equipo no hay camino a {{address}}. Compruebe el cable, el adaptador y la subred.',
    timeout:
      'Nadie responde en {{address}}, puerto {{port}}. Compruebe la dirección y si el dispositivo tiene alimentación.',
    'not-http':
      'El puerto {{port}} de {{address}} está abierto, pero no responde un servidor web. El puerto 8000 es para otros programas; el puerto web suele ser 80 o 443.',
    tls: 'La conexión segura con {{address}} falló. Compruebe si el puerto es el de HTTPS.',
    'certificate-changed':
      '{{address}} muestra un certificado distinto del aceptado antes. No se envió nada. Acepte el nuevo solo si el dispositivo se restableció, se actualizó o se sustituyó.',
    redirect:
      '{{address}} quiere que se le busque en otro sitio: {{redirect}}. No se siguió. Páselo a la entrada si es correcto.',
    'not-tested': 'El camino al dispositivo no se probó.',
  },
  activations: {
    yes: 'El dispositivo está activado.',
    no: 'El dispositivo no está activado: aún no tiene contraseña. Actívelo primero.',
    unknown: 'El dispositivo no dice si está activado.',
  },
  logins: {
    proven: 'El acceso fue aceptado.',
    'wrong-password': 'El dispositivo rechaza este nombre de usuario o esta contraseña.',
    locked:
      'El dispositivo está bloqueado tras demasiadas contraseñas erróneas. No se intenta nada más hasta que se abra.',
    'held-back': 'El acceso no se intentó, para que el dispositivo no se bloquee.',
    'needs-consent-basic':
      'El dispositivo solo acepta una contraseña que todos en esta red pueden leer. No se envió nada. Permítalo para el dispositivo si la red es solo suya.',
    unclear: 'El dispositivo ni aceptó ni rechazó claramente el acceso.',
    unsupported: 'El dispositivo no ofrece ninguna forma de acceso que Untether conozca.',
    'not-activated': 'No se intentó el acceso: antes de la activación no hay contraseña.',
    'no-password':
      'No se intentó el acceso: no se dio contraseña, y ninguna está abierta en la caja fuerte.',
    'not-tested': 'El acceso no se probó.',
  },
  attemptsLeft: 'Intentos restantes: {{attempts}}.',
  lockedFor: 'Bloqueado durante {{minutes}} min más.',
  identity: 'Es {{model}}, número de serie {{serial}}.',
  certificates: {
    none: 'La conexión no está cifrada.',
    'first-use': 'El certificado se vio por primera vez y se recuerda: {{fingerprint}}',
    same: 'El certificado es el recordado.',
    changed: 'Recordado: {{pinned}}. Mostrado ahora: {{fingerprint}}',
  },
  questions: {
    'same-serial':
      'Este es {{device}}, que ya está en la lista. ¿Son las dos entradas un solo dispositivo? Nada se une antes de la respuesta.',
    'other-device':
      'En esta dirección responde un dispositivo distinto de {{device}}. ¿Trata la entrada del nuevo desde ahora? Hasta la respuesta queda como está.',
  },
  importProblems: {
    'missing-host': 'sin dirección: no está en la agenda de dispositivos',
    'bad-host': 'ni una dirección IPv4 ni un nombre: {{detail}}',
    'bad-port': 'no es un puerto de 1 a 65535: {{detail}}',
    'bad-kind': 'tipo desconocido, queda como está: {{detail}}',
    'name-too-long': 'nombre de más de 120 caracteres: {{detail}}',
    'user-too-long': 'nombre de usuario de más de 64 caracteres: {{detail}}',
    'doubled-in-file': 'misma dirección o número de serie que la línea {{detail}}',
    'already-in-book': 'ya en la agenda, se actualizará: {{detail}}',
    'serial-elsewhere': 'esta dirección pertenece a otro dispositivo: {{detail}}',
    'too-many-cells':
      'más celdas que la cabecera: ponga entre comillas los valores con un separador',
  },
  fileProblems: {
    empty: 'el archivo está vacío',
    'no-rows': 'hay una cabecera y ninguna línea debajo',
    'too-many-rows': 'el archivo tiene demasiadas líneas',
    'missing-column': 'falta la columna {{column}}',
  },
};

export const bookErrorsEs: BookErrors = {
  'book.bad-host': {
    what: '"{{host}}" no es ni una dirección IPv4 ni un nombre.',
    next: 'Escriba una dirección como 192.168.1.64 o un nombre como cam.example.lan, con el puerto al lado.',
  },
  'book.already-there': {
    what: '{{host}} ya está en la agenda de dispositivos: {{device}}.',
    next: 'Edite esa entrada, o pruébela de nuevo.',
  },
  'book.not-in-book': {
    what: '{{device}} no está en la agenda de dispositivos.',
    next: 'Añádalo primero: por dirección, o con un clic desde la lista de dispositivos encontrados.',
  },
  'book.no-question': {
    what: 'Sobre {{device}} ya no hay nada que decidir.',
    next: 'Pruebe la entrada de nuevo; quizá la pregunta se respondió en otra ventana.',
  },
  'book.bad-file': {
    what: 'El archivo de dispositivos no se puede usar: {{problem}} (línea {{line}}).',
    next: 'La primera línea nombra las columnas, por ejemplo: dirección, puerto http, https, nombre, usuario, serie, mac, tipo, nota.',
  },
  'device.site-authorised': {
    what: 'El sitio está autorizado en Hik-ProConnect, donde estos dispositivos no se pueden eliminar: {{devices}} (en total {{count}}).',
    next: 'Quitarlos aquí solo los saca de esta lista; ni el dispositivo ni su cuenta en la nube cambian. Acéptelo, o quite "autorizado" al sitio.',
  },
};
