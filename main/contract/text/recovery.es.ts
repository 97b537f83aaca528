import type { RecoveryErrors } from './recovery.en.ts';

export const recoveryErrorsEs: RecoveryErrors = {
  'recovery.wrong-kind': {
    what: 'Un caso del tipo «{{kind}}» no tiene una solicitud o respuesta que Untether pueda llevar.',
    next: 'Siga los pasos del caso; su guía dice quién hace qué. Adjunte lo que reciba.',
  },
  'recovery.not-supported': {
    what: 'La forma de la solicitud o de la respuesta de este dispositivo no se conoce lo bastante para enviarla ({{why}}).',
    next: 'Para este paso use Forgot Password en el SADP Tool del fabricante y adjunte aquí su archivo: los pasos y plazos siguen en este caso.',
  },
  'recovery.no-answer': {
    what: 'El dispositivo no respondió.',
    next: 'Revise la alimentación y el cable, mire si está en la lista e inténtelo de nuevo. No lo reinicie: una solicitud vale para un solo arranque.',
  },
  'recovery.not-sent': {
    what: 'No se envió nada: {{reason}}.',
    next: 'Corríjalo e inténtelo de nuevo.',
  },
  'recovery.not-whole': {
    what: 'La solicitud del dispositivo no llegó entera, así que no se guardó.',
    next: 'Pídala de nuevo. Si sigue igual, use Forgot Password en el SADP Tool del fabricante.',
  },
  'recovery.refused': {
    what: 'El dispositivo lo rechazó: «{{result}}».',
    next: 'No cambió nada. Mire la guía del caso para este dispositivo, o pregunte al soporte con este texto.',
  },
  'recovery.answer-wrong': {
    what: 'El dispositivo dice que esta respuesta es incorrecta (intentos restantes: {{left}}).',
    next: 'Compruebe que la respuesta es para este dispositivo y para la última exportación. No pruebe otras: las respuestas incorrectas lo bloquean.',
  },
  'recovery.answer-void': {
    what: 'El dispositivo no tiene una solicitud a la que pueda pertenecer esta respuesta. Se reinició, o se hizo otra solicitud.',
    next: 'Exporte de nuevo la solicitud y envíela otra vez al soporte.',
  },
  'recovery.answer-expired': {
    what: 'El dispositivo dice que su solicitud es demasiado antigua para esta respuesta.',
    next: 'Exporte de nuevo la solicitud y envíela otra vez al soporte.',
  },
  'recovery.locked': {
    what: 'El dispositivo está bloqueado por intentos erróneos y ahora no acepta respuestas.',
    next: 'Espere a que termine el bloqueo; está en su fila. Mantenga el dispositivo encendido.',
  },
  'recovery.weak-password': {
    what: 'El dispositivo no aceptaría la contraseña nueva: {{problems}}.',
    next: 'Elija de 8 a 16 caracteres de al menos dos tipos, mejor tres, sin el nombre de usuario.',
  },
  'recovery.unclear': {
    what: 'No se sabe si el dispositivo aceptó la respuesta (dijo: {{result}}).',
    next: 'Inicie sesión una vez con la contraseña nueva. Solo si se rechaza, traiga de nuevo la respuesta.',
  },
  'recovery.restarted': {
    what: 'El dispositivo se reinició desde que salió la solicitud ({{from}}, ahora {{to}}), así que la respuesta probablemente es nula.',
    next: 'Exporte de nuevo. Si el soporte dice que su respuesta sigue valiendo, pruébela de todos modos con una confirmación explícita.',
  },
  'recovery.same-answer': {
    what: 'El dispositivo ya rechazó esta misma respuesta.',
    next: 'Pida otra al soporte, o pruébela de todos modos con una confirmación explícita.',
  },
  'recovery.needs-answer': {
    what: 'No se dio ni un archivo ni un código.',
    next: 'Elija el archivo que envió el soporte, o escriba su código.',
  },
  'recovery.needs-password': {
    what: 'No se dio una contraseña nueva.',
    next: 'Escriba la contraseña nueva que debe tener el dispositivo.',
  },
  'recovery.bad-file': {
    what: 'Este archivo no puede ser la respuesta del fabricante: está vacío, no es texto o supera {{limitKb}} KB.',
    next: 'Elija el archivo exactamente como lo envió el soporte, descomprimido y sin cambios.',
  },
};
