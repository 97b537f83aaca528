import type { CaseErrors, CasesText } from './cases.en.ts';

export const caseErrorsEs: CaseErrors = {
  'case.not-found': {
    what: 'No hay ningún caso «{{wanted}}».',
    next: 'Elija uno de la lista de casos.',
  },
  'case.already-open': {
    what: 'Este dispositivo ya tiene un caso abierto de este tipo ({{kind}}).',
    next: 'Siga con ese, o ciérrelo antes.',
  },
  'case.closed': {
    what: 'Este caso está cerrado: {{state}}.',
    next: 'Reábralo para seguir, o abra uno nuevo.',
  },
  'case.not-closed': {
    what: 'Este caso no está cerrado.',
    next: 'Siga con el paso siguiente.',
  },
  'case.no-such-step': {
    what: 'Este caso no tiene el paso «{{step}}».',
    next: 'Elija uno de los pasos que muestra.',
  },
  'case.nothing-sent': {
    what: 'En este caso no se envió nada que se pueda enviar de nuevo.',
    next: 'Haga primero el paso que envía la solicitud.',
  },
  'case.needs-authorisation': {
    what: 'No está escrito quién lo autorizó.',
    next: 'Indique quién lo autorizó y cómo (nombre, fecha, por escrito o de palabra) e inténtelo otra vez.',
  },
  'case.needs-evidence': {
    what: 'El resultado «{{outcome}}» necesita una prueba que haya visto el propio Untether, y no la hay.',
    next: 'Deje que vigile el dispositivo, o cierre el caso con «dicho por una persona».',
  },
  'case.attachment-bad': {
    what: 'El archivo {{name}} está vacío o no llegó entero.',
    next: 'Elíjalo otra vez.',
  },
  'case.attachment-large': {
    what: 'El archivo {{name}} no cabe. Límites: {{limitMb}} MB por archivo, {{caseMb}} MB y {{files}} archivos por caso.',
    next: 'Use una foto más pequeña, o guarde el archivo aparte y anote dónde.',
  },
  'case.attachment-not-found': {
    what: 'El caso no tiene ese archivo.',
    next: 'Elija uno de los que muestra.',
  },
  'case.reminder-not-found': {
    what: 'Este aviso ya no está.',
    next: 'No queda nada que hacer.',
  },
  'case.no-card': {
    what: 'No se indicó ni un dispositivo ni un modelo.',
    next: 'Elija un dispositivo, o escriba el modelo como está en la etiqueta.',
  },
};

const steps: CasesText['steps'] = {
  authorised: {
    title: 'Alguien lo autorizó',
    hint: 'Anote quién, cómo y cuándo. Sin ello la herramienta no sigue con nada irreversible.',
  },
  'proof-collected': {
    title: 'Pruebas reunidas',
    hint: 'Factura, foto de la etiqueta y foto del número de serie en la pantalla, como las pide el soporte.',
  },
  'label-checked': {
    title: 'Etiqueta comparada',
    hint: 'Fotografíe la etiqueta y compare su número de serie con el de la búsqueda.',
  },
  'backup-offered': {
    title: 'Copia hecha o rechazada',
    hint: 'Un restablecimiento pierde los ajustes. Si se puede entrar, guarde antes la configuración.',
  },
  'button-found': {
    title: 'Botón encontrado',
    hint: 'Vea la ficha de la familia. No haga cortocircuito entre contactos de la placa.',
  },
  'power-off': {
    title: 'Alimentación quitada',
    hint: 'Desenchufe la fuente o el cable PoE.',
  },
  'button-held': {
    title: 'Botón mantenido',
    hint: 'Manténgalo pulsado mientras vuelve la corriente y durante el tiempo de la ficha.',
  },
  'command-sent': {
    title: 'El dispositivo aceptó la orden',
    hint: 'La herramienta lo vio en la respuesta del dispositivo.',
  },
  gone: { title: 'El dispositivo desapareció', hint: 'Dejó de responder: se reinicia.' },
  back: { title: 'El dispositivo volvió', hint: 'Responde otra vez.' },
  restarted: {
    title: 'Nueva hora de inicio',
    hint: 'El dispositivo indica un inicio posterior al de antes.',
  },
  inactive: {
    title: 'El dispositivo está inactivo',
    hint: 'Ya no tiene contraseña. Es la prueba del restablecimiento.',
  },
  'address-default': {
    title: 'Dirección tras el restablecimiento',
    hint: '192.168.1.64, 192.0.0.64 o una de DHCP. Un restablecimiento que conserva la red conserva la dirección.',
  },
  'cloud-read': {
    title: 'Vínculo con la nube leído de nuevo',
    hint: 'Un restablecimiento no desvincula el dispositivo de su cuenta. El vínculo es desconocido hasta leerlo después.',
  },
  'activated-again': {
    title: 'Activado de nuevo',
    hint: 'Ponga una nueva contraseña de admin.',
  },
  'configured-again': {
    title: 'Configurado de nuevo',
    hint: 'Dirección, hora, imagen, grabación, usuarios; después el canal del grabador.',
  },
  'versions-checked': {
    title: 'Versiones comprobadas',
    hint: 'Hik-ProConnect V1.7.1 y Hik-Connect V4.16.1 (su ventana dice V4.15.0) o posteriores, y un dispositivo de la lista de compatibilidad.',
  },
  'request-sent': {
    title: 'Solicitud enviada',
    hint: 'Desde ahora caduca. Anote cuándo salió.',
  },
  'owner-told': {
    title: 'Propietario avisado',
    hint: 'Envíe al propietario el mensaje preparado en su idioma.',
  },
  'owner-agreed': {
    title: 'El propietario aceptó',
    hint: 'En Hik-Connect, en las notificaciones de servicio, con el teléfono en la red del dispositivo.',
  },
  'file-exported': {
    title: 'Solicitud exportada del dispositivo',
    hint: 'Desde ahora mantenga el dispositivo encendido y no exporte otra vez: una nueva exportación anula la primera.',
  },
  'file-sent': {
    title: 'Solicitud enviada al soporte',
    hint: 'Con las pruebas. Anote el número del caso.',
  },
  'answer-received': {
    title: 'Respuesta recibida',
    hint: 'Guarde el archivo o el código en el caso.',
  },
  'answer-applied': {
    title: 'Respuesta dada al dispositivo',
    hint: 'Impórtela con una contraseña nueva antes del plazo.',
  },
  'code-asked': {
    title: 'Código pedido',
    hint: 'Escanee el código del dispositivo, o envíelo por correo como indica. No reinicie el dispositivo.',
  },
  'code-entered': {
    title: 'Código introducido',
    hint: 'Vale para un solo inicio del dispositivo.',
  },
  'questions-answered': {
    title: 'Preguntas respondidas',
    hint: 'Las respuestas erróneas bloquean el dispositivo un rato.',
  },
  'password-set': {
    title: 'Contraseña nueva puesta',
    hint: 'De 8 a 16 caracteres, de dos tipos como mínimo.',
  },
  'login-proven': {
    title: 'El acceso funciona',
    hint: 'Entre una vez con la contraseña nueva. La herramienta lo ve cuando entra.',
  },
  'vault-updated': {
    title: 'Caja fuerte actualizada',
    hint: 'Guarde la contraseña nueva en la caja fuerte.',
  },
  'menu-opened': {
    title: 'Menú del grabador abierto',
    hint: 'En el grabador: System, Network, Advanced, Platform Access, Hik-Connect.',
  },
  'unbind-tapped': {
    title: 'Unbind pulsado',
    hint: 'Unbind o Delete Device, y confirmado.',
  },
  'bind-read': {
    title: 'Ya no está vinculado',
    hint: 'Leído del propio dispositivo. Si no lo dice, vale la lista actualizada del propietario.',
  },
  'owner-list-refreshed': {
    title: 'Lista del propietario actualizada',
    hint: 'El dispositivo ya no está en ella.',
  },
  'shared-users-removed': {
    title: 'Usuarios compartidos quitados',
    hint: 'Nadie ve el dispositivo por una compartición antigua.',
  },
  'two-step-login': {
    title: 'Acceso en dos pasos activo',
    hint: 'Para la cuenta que posee el dispositivo.',
  },
  'passwords-changed': {
    title: 'Contraseñas cambiadas',
    hint: 'Admin y todos los usuarios que conocía el propietario anterior.',
  },
  'firmware-looked-at': {
    title: 'Firmware revisado',
    hint: 'Anote la versión; actualice si hace falta.',
  },
  'recorders-updated': {
    title: 'Grabadores y programas actualizados',
    hint: 'Un grabador con la contraseña antigua bloquea la cámara con sus intentos.',
  },
  'bound-anew': {
    title: 'Vinculado a la cuenta nueva',
    hint: 'Por su nuevo propietario, en la aplicación.',
  },
  'case-number': {
    title: 'Número de caso anotado',
    hint: 'Como lo dio el soporte.',
  },
};

export const casesEs: CasesText = {
  kinds: {
    'reset-button': 'Restablecimiento con el botón',
    'software-reset': 'Restablecimiento por orden',
    'portal-reset': 'Contraseña por el portal del instalador',
    'reset-file': 'Contraseña por archivo, QR o clave',
    'email-code': 'Contraseña por código de correo',
    'security-questions': 'Contraseña por preguntas de seguridad',
    'guid-file': 'Contraseña por archivo GUID',
    'recorder-menu': 'Desvincular en el menú del grabador',
    'owner-unbind': 'El propietario lo elimina en la cuenta',
    'phone-unbind': 'Desvincular con un teléfono en la misma red',
    'support-case': 'Caso en el soporte con pruebas',
    'after-unbind': 'Lista de cierre tras desvincular',
  },
  states: {
    open: 'Por hacer',
    waiting: 'En espera',
    done: 'Hecho',
    failed: 'No conseguido',
    expired: 'Caducado',
    cancelled: 'Cancelado',
  },
  steps,
  stepStates: { todo: 'Por hacer', done: 'Hecho', skipped: 'Saltado', failed: 'No conseguido' },
  evidence: {
    silent: 'sin respuesta durante {{seconds}} s',
    state: 'activado: {{activated}}; arranque {{bootTime}}; dirección {{address}}',
    restarted: 'arranque antes {{from}}, ahora {{to}}',
    address: 'dirección {{address}}',
    leased: 'dirección {{address}}, por DHCP',
    login: 'un inicio de sesión con la contraseña',
    command: 'resultado del comando: {{verdict}}',
    bound: 'el dispositivo dice que está vinculado',
    'not-bound': 'el dispositivo dice que no está vinculado',
    'job-not-bound': 'leído por la ejecución: no vinculado',
    'job-verified': 'leído después por la ejecución',
    'answer-brought': 'se trajo la respuesta',
    exported: 'el dispositivo dio su solicitud ({{types}})',
    'reset-taken': 'el dispositivo aceptó la respuesta ({{print}})',
    'reset-refused': 'el dispositivo rechazó: {{note}}',
  },
  warnings: {
    'restarted-since-export':
      'El dispositivo se reinició después de la solicitud ({{from}}, ahora {{to}}). Una respuesta vale para un solo inicio, así que puede ser nula.',
    'exported-again': 'La solicitud se hizo una segunda vez. Una respuesta a la primera es nula.',
    'clock-differs':
      'El reloj del dispositivo no puede estar bien (inicio {{bootTime}}). Los códigos dependen de su fecha.',
    'same-identity-twice':
      'Otro dispositivo dice tener este número de serie (MAC {{mac}}, {{address}}). Nada se cierra solo hasta que uno de los dos no esté.',
    'address-changed': 'La dirección cambió de {{from}} a {{to}}.',
    'cloud-unknown':
      'Tras un restablecimiento, el vínculo con la nube es desconocido hasta leerlo de nuevo. Restablecer no prueba que esté desvinculado.',
    'serial-differs': 'La etiqueta dice {{label}}, la búsqueda {{scanned}}: es otro dispositivo.',
    'laptop-clock-jumped':
      'El reloj de este equipo se movió {{minutes}} min (ajustado, o en suspensión). Los plazos van con él: compruébelos.',
  },
  deadlines: {
    'portal-request': 'Solicitud válida hasta',
    'file-warn': 'Algunas respuestas solo valen hasta',
    'file-expire': 'Respuesta válida hasta',
    'email-code': 'Código válido hasta',
    answer: 'Respuesta esperada hasta',
    watch: 'Vigilancia hasta',
    lock: 'Bloqueado hasta',
  },
  deadlineSources: {
    default: 'valor habitual, se puede cambiar',
    vendor: 'impreso por el fabricante',
    device: 'dicho por el dispositivo',
    person: 'puesto por una persona',
  },
  reminders: {
    'portal-request': {
      warn: 'Al propietario le queda poco tiempo para aceptar.',
      over: 'La solicitud caducó. Envíela de nuevo.',
    },
    'file-warn': {
      warn: 'La solicitud de restablecimiento se hace vieja.',
      over: 'La solicitud de restablecimiento es vieja: las respuestas de algunos fabricantes ya son nulas. Pregunte cómo va.',
    },
    'file-expire': {
      warn: 'La respuesta a la solicitud caduca pronto.',
      over: 'La solicitud de restablecimiento caducó. Expórtela de nuevo.',
    },
    'email-code': {
      warn: 'El código caduca pronto.',
      over: 'El código caducó. Pida uno nuevo.',
    },
    answer: {
      warn: 'Se espera pronto una respuesta.',
      over: 'La respuesta no llegó a tiempo. Pregunte otra vez.',
    },
    watch: { warn: 'La vigilancia acaba pronto.', over: 'La vigilancia acabó.' },
    lock: {
      warn: 'El bloqueo acaba pronto.',
      over: 'El bloqueo acabó. El dispositivo acepta otra vez una contraseña.',
    },
  },
  timeLeft: {
    left: 'quedan {{time}}',
    over: 'venció el {{time}}',
    overFor: 'venció hace {{time}}',
  },
  outcomes: {
    'reset-verified': 'Restablecido, verificado',
    'password-proven': 'La contraseña nueva funciona, verificado',
    'unbound-verified': 'Desvinculado, verificado',
    'told-by-person': 'Hecho, según una persona',
    'not-reset': 'No restablecido',
    void: 'La respuesta era nula',
    refused: 'Rechazado',
    'gave-up': 'Abandonado',
    'no-longer-needed': 'Ya no hace falta',
  },
  watch: {
    off: 'No vigila',
    armed: 'Vigila: pulse ahora el botón',
    gone: 'Desapareció: se reinicia',
    back: 'Volvió: se está mirando',
    'reset-seen': 'Restablecido: el dispositivo está inactivo',
    'not-reset':
      'Volvió como estaba: no se restableció. La próxima vez manténgalo pulsado más tiempo.',
    timeout:
      'No se vio nada a tiempo. Compruebe cable y corriente y empiece la vigilancia otra vez.',
  },
  attachments: {
    'label-photo': 'Foto de la etiqueta',
    'invoice-photo': 'Foto de la factura',
    'reset-request': 'Solicitud de restablecimiento',
    'reset-answer': 'Respuesta del soporte',
    qr: 'Código QR',
    'guid-file': 'Archivo GUID',
    backup: 'Copia de la configuración',
    other: 'Otro archivo',
  },
};
