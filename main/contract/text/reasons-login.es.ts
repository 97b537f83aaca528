import type { loginReasonsEn } from './reasons-login.en.ts';

export const loginReasonsEs = {
  'login-proven': {
    what: 'El dispositivo aceptó el inicio de sesión.',
    next: 'No queda nada por hacer.',
  },
  'login-unclear': {
    what: 'El dispositivo rechazó el inicio de sesión sin decir por qué: puede haberse gastado un intento.',
    next: 'Mire la página web del dispositivo antes de volver a intentarlo.',
  },
  'no-login': {
    what: 'No se conocen usuario y contraseña de este dispositivo.',
    next: 'Escriba la contraseña, o guárdela en la caja fuerte.',
  },
  'basic-only': {
    what: 'El dispositivo solo admite la contraseña legible por HTTP simple: no se envió nada.',
    next: 'Use HTTPS si el dispositivo lo tiene, o autorícelo en la entrada del dispositivo.',
  },
  'certificate-changed': {
    what: 'El dispositivo muestra otro certificado que el aceptado: no se envió nada.',
    next: 'Averigüe el motivo: un restablecimiento o un firmware nuevo crean otro. Después acéptelo en la entrada del dispositivo.',
  },
  'low-privilege': {
    what: 'Este usuario no puede hacerlo.',
    next: 'Use el usuario admin del dispositivo.',
  },
  unreachable: {
    what: 'Desde aquí no se llega al dispositivo por HTTP. Su dirección es {{address}}.',
    next: 'Compruebe cable y subred. SADP funciona también con dispositivos de otra subred.',
  },
  'needs-reboot': {
    what: 'El dispositivo lo aceptó y lo usará tras un reinicio.',
    next: 'Reinicie el dispositivo.',
  },
  restarted: {
    what: 'El dispositivo se reinició y vuelve a responder.',
    next: 'No queda nada por hacer.',
  },
  'used-by-recorder': {
    what: 'Un grabador usa esta cámara con su contraseña. El grabador es {{recorder}}.',
    next: 'Cambie después también la contraseña del canal en el grabador, o perderá la imagen y sus intentos bloquearán la cámara.',
  },
  'password-saved': {
    what: 'El dispositivo acepta la contraseña nueva y la caja fuerte la tiene.',
    next: 'Cámbiela también en los grabadores y programas que usan este dispositivo.',
  },
  'password-not-saved': {
    what: 'El dispositivo acepta la contraseña nueva, pero la caja fuerte no pudo guardarla.',
    next: 'Anótela ahora y guárdela cuando la caja fuerte esté abierta.',
  },
  'vault-locked': {
    what: 'La caja fuerte está bloqueada: no se pudo usar ninguna contraseña guardada.',
    next: 'Desbloquee la caja fuerte, o escriba la contraseña.',
  },
  'reset-seen': {
    what: 'El dispositivo volvió de un reinicio y muestra el estado pedido.',
    next: 'Configúrelo de nuevo. Lea el vínculo con la nube antes de darlo por libre.',
  },
  'reset-not-seen': {
    what: 'El dispositivo aceptó el restablecimiento, pero hasta ahora no se le vio volver.',
    next: 'El caso sigue observando. Búsquelo en su dirección de fábrica o por DHCP.',
  },
  'channel-gone': {
    what: 'Se leyó de nuevo la lista del grabador y el canal ya no está.',
    next: 'La cámara y su vínculo con la nube siguen como estaban.',
  },
  'channel-still-there': {
    what: 'Leído de nuevo, el grabador aún muestra el canal.',
    next: 'En los puertos PoE del grabador, pase antes el canal a manual o desenchufe la cámara.',
  },
  'channel-password-lost': {
    what: 'Con cada edición el grabador olvida la contraseña de la cámara, y no se dio ninguna.',
    next: 'Dé también la contraseña de la cámara.',
  },
  'channel-not-listed': {
    what: 'El grabador no tiene ese canal en su lista, así que no se envió nada para cambiarlo. Se pidió el canal {{channel}}. En la lista: {{channels}}.',
    next: 'Lea de nuevo la lista y tome un canal que esté en ella.',
  },
  'channel-plug-and-play': {
    what: 'La cámara cuelga del puerto PoE del grabador y volvería a añadirse al momento.',
    next: 'Desenchufe la cámara, o pase el canal a manual en el grabador.',
  },
  'wrong-file': {
    what: 'El archivo no es de este dispositivo. Se hizo en {{model}}, {{firmware}}.',
    next: 'Use un archivo del mismo modelo y firmware.',
  },
  'wrong-key': {
    what: 'El dispositivo no aceptó la clave secreta del archivo.',
    next: 'Escriba la clave elegida al hacer la copia.',
  },
  'code-refused': {
    what: 'El dispositivo no aceptó la respuesta del fabricante.',
    next: 'Compruebe que es para este dispositivo y para su última petición; un reinicio o una segunda exportación la anulan.',
  },
  'request-void': {
    what: 'El dispositivo se reinició desde la petición: la respuesta probablemente ya no vale.',
    next: 'Exporte una petición nueva y envíe esa.',
  },
  'other-device': {
    what: 'En esta dirección responde otro dispositivo. Su número de serie es {{serial}}.',
    next: 'Compruebe la dirección; no se cambió nada.',
  },
} satisfies Record<keyof typeof loginReasonsEn, { readonly what: string; readonly next: string }>;
