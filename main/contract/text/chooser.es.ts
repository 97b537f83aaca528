import type { ChooserErrors, ChooserText } from './chooser.en.ts';

export const chooserErrorsEs: ChooserErrors = {
  'chooser.no-such-answer': {
    what: '"{{answer}}" no es una respuesta a la pregunta "{{question}}".',
    next: 'Responda con una de estas: {{options}}.',
  },
};

export const chooserEs: ChooserText = {
  questions: {
    goal: '¿Qué necesita?',
    'has-admin-password': '¿Tiene la contraseña de administrador del dispositivo?',
    'is-owner-reachable':
      '¿Se puede contactar con la persona que tiene el dispositivo en su cuenta Hik-Connect?',
    'does-owner-know-account': '¿Sabe esa persona qué cuenta es (correo o número de teléfono)?',
    'does-owner-know-password': '¿Puede esa persona iniciar sesión todavía en la cuenta?',
    'is-guest-account':
      '¿Se añadió el dispositivo como invitado (visitante), sin registrar una cuenta?',
    'has-phone-on-lan':
      '¿Hay un teléfono con Hik-Connect que pueda entrar en la red del dispositivo?',
    'has-router':
      '¿Puede el dispositivo tener Internet aquí, por el router de la instalación o por uno que usted traiga?',
    'recorder-menu': '¿Qué menú muestra el grabador en su propia pantalla?',
    'same-area':
      '¿La cuenta Hik-Connect de ese teléfono está registrada en el área (región) del dispositivo?',
    'is-installer': '¿Trabaja para un instalador que es socio del fabricante?',
    'has-partner-account':
      '¿Está el dispositivo en una cuenta Hik-ProConnect (Hik-Partner Pro) que usted pueda usar?',
    'has-proof':
      '¿Tiene el justificante de compra y una foto de la etiqueta con el número de serie?',
    'has-button': '¿Tiene el dispositivo un botón de reset (fuera o bajo una tapa)?',
    'may-lose-settings': '¿Puede el dispositivo perder todos sus ajustes?',
    'knows-security-answers':
      '¿Sabe alguien las respuestas a las preguntas de seguridad puestas en el dispositivo?',
    'has-guid-file': '¿Tiene alguien el archivo GUID que se exportó antes de este dispositivo?',
    'reads-reserved-email':
      '¿Puede alguien leer el correo que se puso en el dispositivo como correo reservado?',
  },
  why: {
    goal: 'Liberarlo de una cuenta y obtener una contraseña nueva son caminos distintos.',
    'has-admin-password': 'La red local, el teléfono y el menú del grabador la piden.',
    'is-owner-reachable': 'Quien tiene la cuenta puede eliminar el dispositivo sin su contraseña.',
    'does-owner-know-account': 'Una cuenta olvidada la busca primero el soporte del fabricante.',
    'does-owner-know-password': 'La contraseña de una cuenta se recupera en la aplicación.',
    'is-guest-account':
      'Nadie puede entrar en una cuenta de invitado: solo la libera el teléfono en la red local.',
    'has-phone-on-lan':
      'La aplicación desvincula un dispositivo cuya etiqueta lee en la misma red.',
    'has-router':
      'La nube responde al dispositivo, no a este equipo: sin Internet no puede soltarlo.',
    'recorder-menu': 'Solo el menú de la generación 4 tiene un Unbind propio.',
    'same-area': 'La nube lo rechaza cuando la cuenta y el dispositivo son de áreas distintas.',
    'is-installer': 'Los socios pueden pedir restablecimientos y abrir casos en su portal.',
    'has-partner-account': 'El portal puede pedir al propietario que restablezca la contraseña.',
    'has-proof': 'El soporte responde solo con una prueba de propiedad.',
    'has-button': 'Para esta serie no es seguro.',
    'may-lose-settings': 'Un reset no se puede deshacer.',
    'knows-security-answers':
      'Con todas las respuestas se pone enseguida una contraseña nueva, en la pantalla de inicio de sesión del dispositivo.',
    'has-guid-file':
      'Con ese archivo se pone enseguida una contraseña nueva; vale hasta que la contraseña cambie.',
    'reads-reserved-email': 'El código para una contraseña nueva llega solo allí.',
  },
  answers: {
    yes: 'Sí',
    no: 'No',
    unknown: 'No lo sé',
    unbind: 'Liberarlo de una cuenta',
    password: 'Una contraseña nueva: la anterior se perdió',
    'gui-4': 'Menú nuevo (V4): iconos arriba, System > Network > Advanced',
    'gui-3': 'Menú más antiguo (V3 y anteriores)',
    none: 'Sin menú: sin pantalla, o no es un grabador',
  },
  routes: {
    lan: 'Con esta herramienta, por la red local',
    'phone-on-lan': 'Con un teléfono en la red del dispositivo: leer el código y Unbind',
    'recorder-menu': 'En el menú del propio grabador',
    'owner-account': 'El propietario lo elimina en la cuenta',
    'support-case': 'Un caso en el soporte, con pruebas',
    'owner-forgot-account': 'El propietario encuentra la cuenta olvidada con el soporte',
    'owner-forgot-password':
      'El propietario recupera la contraseña de la cuenta y luego lo elimina',
    'guest-account': 'Cuenta de invitado: la libera el teléfono en la red del dispositivo',
    'portal-reset':
      'Restablecer la contraseña desde el portal del instalador; el propietario acepta',
    'reset-file': 'Restablecer la contraseña con archivo, QR o código del soporte',
    'email-code': 'Restablecer la contraseña con un código al correo reservado',
    'security-questions': 'Restablecer la contraseña con las preguntas de seguridad',
    'guid-file': 'Restablecer la contraseña con el archivo GUID guardado antes',
    'reset-button': 'Botón de reset: se pierde todo',
    'factory-reset': 'Restablecer de fábrica con un comando: se pierde todo',
  },
  states: {
    open: 'Se puede intentar ahora',
    untold: 'El dispositivo no lo dice: mire primero',
    needs: 'Antes falta algo',
    closed: 'Aquí no lleva a nada',
  },
  costs: {
    minutes: 'Minutos',
    hours: 'Horas',
    days: 'Días',
    'loses-settings': 'Se pierden todos los ajustes',
  },
  because: {
    'not-hikvision': 'El dispositivo no es de la familia Hikvision.',
    'already-free':
      'El dispositivo dice que no está vinculado a ninguna cuenta. Léalo otra vez para estar seguro.',
    'no-sadp': 'Nunca respondió al protocolo de esta herramienta (SADP).',
    'panel-users':
      'Una central de alarma tiene usuarios propios en la nube, que este camino deja o elimina.',
    'unbind-unsupported': 'Su firmware dice que no se puede desvincular por la red local.',
    'unbind-support-unknown': 'Su firmware no dice si se puede desvincular por la red local.',
    'look-before-unbind':
      'Para saberlo, pulse Unbind (Desvincular): la comprobación previa lo pregunta al dispositivo, sin contraseña.',
    'not-activated': 'No está activado: todavía no tiene contraseña.',
    'activate-instead': 'No está activado: actívelo y ponga la contraseña.',
    'areas-differ':
      'El dispositivo y el lugar son de áreas distintas, así que la nube lo rechaza. No se perdió ningún intento.',
    'account-of-area': 'La cuenta del teléfono tiene que ser del área del dispositivo.',
    'area-of-account-differs': 'La cuenta del teléfono es de otra área.',
    'area-same': 'La cuenta es del área del dispositivo.',
    'area-unknown': 'No se sabe si la cuenta y el dispositivo son de la misma área.',
    locked: 'Durante un tiempo rechaza toda contraseña. Espere a que termine el bloqueo.',
    'cloud-off':
      'Su servicio en la nube está apagado. Puede seguir registrado: enciéndalo primero.',
    'cloud-unsupported': 'No tiene Hik-Connect.',
    'device-needs-internet': 'Es el dispositivo el que necesita Internet, no este equipo.',
    'router-brings-cloud': 'Estaba sin conexión; el router lo lleva a la nube.',
    'internet-there': 'Aquí puede tener Internet.',
    'internet-unknown': 'No se sabe si el dispositivo tiene Internet.',
    'password-known': 'Su contraseña se conoce.',
    'password-missing': 'Falta su contraseña.',
    'password-unknown': 'No se sabe si su contraseña está a mano.',
    'login-works': 'Hay una contraseña: inicie sesión y cámbiela. No hace falta ningún reset.',
    'only-if-password-lost': 'Solo si su contraseña se perdió.',
    'first-password': 'Da una contraseña nueva; después se puede desvincular por la red local.',
    'tried-and-refused': 'Ya lo rechazó una vez.',
    'phone-there': 'Hay un teléfono a mano.',
    'phone-missing': 'Falta un teléfono en la red del dispositivo.',
    'phone-unknown': 'No se sabe si un teléfono puede entrar en la red del dispositivo.',
    'not-a-recorder': 'No es un grabador.',
    'recorder-unknown': 'No se sabe si es un grabador.',
    'menu-4': 'Su menú tiene un Unbind propio.',
    'menu-too-old': 'Su menú no tiene Unbind.',
    'menu-unknown': 'No se sabe qué menú tiene.',
    'look-at-menu':
      'Para saberlo, mire en su pantalla en System > Network > Advanced > Platform Access.',
    'owner-reachable': 'Se puede contactar con el propietario.',
    'owner-not-reachable': 'No se puede contactar con el propietario.',
    'owner-unknown': 'No se sabe si se puede contactar con el propietario.',
    'owner-must-agree':
      'El propietario tendría que aceptar en el teléfono, y no se puede contactar con él.',
    'account-known': 'La cuenta se conoce.',
    'account-forgotten': 'La cuenta está olvidada: primero la busca el soporte.',
    'account-unknown': 'No se sabe si el propietario recuerda la cuenta.',
    'account-password-known': 'El propietario puede iniciar sesión.',
    'account-password-forgotten':
      'La contraseña de la cuenta está olvidada: recupérela primero en la aplicación.',
    'only-if-forgotten': 'Solo si el propietario la olvidó.',
    'not-forgotten': 'No se ha olvidado nada.',
    'guest-account': 'Una cuenta de invitado no tiene acceso ni nada que recuperar.',
    'guest-by-phone': 'El teléfono libera también el dispositivo de un invitado.',
    'not-a-guest': 'No se añadió como invitado.',
    'only-if-guest': 'Solo si se añadió como invitado.',
    'frees-but-no-password': 'Libera el dispositivo, pero no da una contraseña.',
    'needs-owner-account':
      'El dispositivo tendría que estar en la cuenta del propietario, y no está en ninguna.',
    'panel-not-by-portal':
      'El restablecimiento de la contraseña por el portal no funciona con las centrales AX PRO.',
    'cloud-support-unknown': 'El dispositivo no dice si tiene Hik-Connect.',
    'binding-unknown': 'El dispositivo no dice si está vinculado a una cuenta.',
    'ask-owner-list':
      'Para saberlo, pregunte al propietario si está en la lista de la aplicación Hik-Connect.',
    'partner-account-there': 'Hay una cuenta de socio con este dispositivo.',
    'partner-account-missing': 'Hace falta una cuenta de socio que tenga este dispositivo.',
    'partner-account-unknown': 'No se sabe si una cuenta de socio tiene este dispositivo.',
    'partner-case': 'Ábralo como socio, en el portal.',
    'by-your-supplier': 'Pregunte a su proveedor, o al soporte del fabricante en su país.',
    'device-says-yes': 'El dispositivo dice que tiene este camino ("{{fact}}").',
    'device-says-no': 'El dispositivo dice que no tiene este camino ("{{fact}}": no).',
    'device-does-not-say': 'El dispositivo no dice si tiene este camino.',
    'look-at-forgot-password':
      'Para saberlo, pulse Forgot Password (contraseña olvidada) en su pantalla de inicio de sesión (monitor o página web): ofrece lo que tiene.',
    'export-tells':
      'Para saberlo, abra el caso y exporte la solicitud: el dispositivo la da o la rechaza. Una solicitud anterior deja así de valer.',
    'answers-there': 'Alguien sabe las respuestas.',
    'answers-nobody':
      'Nadie sabe las respuestas. No adivine: las respuestas erróneas bloquean el dispositivo.',
    'answers-unknown': 'No se sabe si se pusieron preguntas y quién sabe las respuestas.',
    'guid-there': 'El archivo GUID está a mano.',
    'guid-nobody': 'Nadie tiene su archivo GUID, y sin la contraseña no se puede exportar ninguno.',
    'guid-unknown': 'No se sabe si se exportó un archivo GUID y quién lo tiene.',
    'mailbox-there': 'Alguien puede leer el correo reservado.',
    'mailbox-nobody': 'Nadie puede leer el correo reservado, o no se puso ninguno.',
    'mailbox-holder': 'Hay que preguntar a quien lee el correo reservado.',
    'proof-ready': 'La prueba está lista.',
    'proof-to-collect':
      'Reúna primero la prueba: factura, etiqueta, número de serie en la pantalla.',
    'button-there': 'Tiene un botón.',
    'no-button': 'No tiene botón de reset: no lo busque.',
    'button-unknown': 'No es seguro que tenga un botón.',
    'settings-may-go': 'Los ajustes se pueden perder.',
    'settings-must-stay': 'Los ajustes tienen que quedar.',
    'consent-needed': 'Alguien tiene que aceptar que se pierdan todos los ajustes.',
    'reset-is-no-unbind':
      'No está probado que un reset desvincule: lea la vinculación otra vez después.',
    'ask-the-maker': 'Pregunte a su fabricante.',
  },
  facts: {
    kind: 'Tipo',
    firmware: 'Firmware',
    activated: 'Activado',
    bound: 'Vinculado a una cuenta',
    'cloud-enabled': 'Hik-Connect encendido',
    'cloud-online': 'Llega a la nube',
    'unbind-supported': 'Se puede desvincular por la red local',
    'areas-differ': 'Áreas distintas',
    'last-unbind': 'Última desvinculación',
    locked: 'Bloqueado',
    login: 'Acceso guardado',
    button: 'Botón de reset',
    'reset-file': 'Restablecer con archivo o código',
    'email-code': 'Correo reservado',
    'security-questions': 'Preguntas de seguridad',
    'guid-file': 'Archivo GUID',
  },
  sources: {
    device: 'el dispositivo',
    list: 'la lista',
    run: 'la última ejecución',
    lock: 'la protección contra bloqueos',
    vault: 'la caja fuerte',
    card: 'típico de la serie',
  },
};
