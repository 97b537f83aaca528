import type { ActsText } from './acts.en.ts';
import { loginReasonsEs } from './reasons-login.es.ts';

export const reasonsEs: ActsText['reasons'] = {
  ready: {
    what: 'Nada lo impide.',
    next: 'Continúe.',
  },
  'read-back': {
    what: 'El dispositivo se leyó de nuevo y muestra el estado nuevo.',
    next: 'No queda nada por hacer.',
  },
  'device-said-so': {
    what: 'Lo dice el propio dispositivo.',
    next: 'Donde importe, mírelo una vez más con sus propios ojos.',
  },
  'no-read-back': {
    what: 'El dispositivo lo aceptó, pero no contestó al leerlo de nuevo.',
    next: 'Compruébelo en un minuto: quizá se está reiniciando.',
  },
  'not-applied': {
    what: 'Leído de nuevo, el dispositivo sigue mostrando el estado anterior. Muestra {{address}}.',
    next: 'Compruébelo en un minuto, algunos dispositivos tardan mucho. Si sigue así, use la página web del dispositivo.',
  },
  'address-taken': {
    what: 'Otra cosa en la red tiene esa dirección. La dirección es {{address}}. La ocupa {{by}}.',
    next: 'Elija una dirección libre, o quite el otro aparato de la red.',
  },
  'already-so': {
    what: 'El dispositivo ya está como debe.',
    next: 'No queda nada por hacer.',
  },
  'not-bound': {
    what: 'El dispositivo dice que no está vinculado a ninguna cuenta.',
    next: 'No queda nada por desvincular. Se puede añadir a una cuenta.',
  },
  'bound-unknown': {
    what: 'El dispositivo no dice si está vinculado a una cuenta.',
    next: 'Pida al propietario que actualice la lista de dispositivos de la cuenta: allí ya no debe estar.',
  },
  'cloud-off': {
    what: 'Hik-Connect está desactivado en el dispositivo. Aun así puede seguir vinculado a una cuenta.',
    next: 'Active Hik-Connect, para lo que hace falta un código de verificación, y desvincule después; o que lo elimine el propietario.',
  },
  'cloud-offline': {
    what: 'El dispositivo no tiene conexión con la nube Hik-Connect, así que ahora no se puede desvincular.',
    next: 'Dé Internet al dispositivo, por ejemplo con un router con tarjeta SIM. Este equipo no lo necesita. Después sigue solo.',
  },
  'status-unknown': {
    what: 'El dispositivo no dice si ahora se puede desvincular.',
    next: 'Con su consentimiento se puede probar. El mejor resultado es entonces "Aceptado, sin verificar".',
  },
  'unbind-unsupported': {
    what: 'El firmware del dispositivo no se deja desvincular por la LAN.',
    next: 'Tome otro camino: teléfono en la misma LAN, menú del grabador, propietario, soporte.',
  },
  'not-activated': {
    what: 'El dispositivo no está activado, así que aún no tiene contraseña.',
    next: 'Actívelo primero. Tras un reset de fábrica puede seguir vinculado a una cuenta: compruébelo entonces.',
  },
  'already-activated': {
    what: 'El dispositivo ya está activado.',
    next: 'Use su contraseña. Si nadie la sabe, el camino es un reset.',
  },
  'weak-password': {
    what: 'El dispositivo rechazó la contraseña nueva por demasiado débil.',
    next: 'Elija una con tres tipos de caracteres, sin nombres y sin cifras seguidas.',
  },
  'wrong-password': {
    what: 'El dispositivo dice que la contraseña es incorrecta. Intentos que quedan: {{attempts}}. Está bloqueado {{minutes}} minutos más.',
    next: 'Averigüe la contraseña correcta antes de repetir: cada intento cuenta.',
  },
  'same-password': {
    what: 'Esta contraseña ya fue incorrecta para este dispositivo, así que no se volvió a enviar. Intentos que quedan: {{attempts}}.',
    next: 'Dé otra contraseña.',
  },
  'attempts-low': {
    what: 'La contraseña no se envió, porque al dispositivo le quedan pocos intentos. Intentos que quedan: {{attempts}}.',
    next: 'Asegúrese de la contraseña y pruebe con la palabra explícita. O espere: pasado un tiempo los dispositivos cuentan de nuevo.',
  },
  locked: {
    what: 'El dispositivo está bloqueado por contraseñas incorrectas y no acepta ni la correcta. Bloqueado {{minutes}} minutos más.',
    next: 'Déjelo encendido y espere. No pruebe mientras tanto: en algunos dispositivos el tiempo empieza de nuevo.',
  },
  'group-stopped': {
    what: 'No se envió nada: la ejecución se detuvo antes de este dispositivo por causa de otro. Fue {{device}}.',
    next: 'Mire primero ese: una contraseña incorrecta, o una dirección sin confirmar, detiene a los que la comparten.',
  },
  denied: {
    what: 'El dispositivo se negó y no dijo por qué. En firmware antiguo puede significar también contraseña incorrecta.',
    next: 'Compruebe la contraseña en la página web del dispositivo antes de repetir: cada intento puede contar.',
  },
  'areas-differ': {
    what: 'El dispositivo y el software son de áreas distintas. No fue una contraseña incorrecta. El dispositivo dijo "{{result}}".',
    next: 'Desvincule con una cuenta del área del dispositivo, que lo elimine el propietario, o abra un caso de soporte.',
  },
  'unknown-result': {
    what: 'El dispositivo contestó con una palabra que aquí no se conoce. Dijo "{{result}}".',
    next: 'Compruébelo: la lectura muestra cómo está ahora. Anote la palabra para el soporte; puede ayudar una cuenta Hik-Connect de la región de venta del dispositivo.',
  },
  silent: {
    what: 'El dispositivo no contestó a tiempo. No se sabe si recibió el comando.',
    next: 'Compruébelo antes de volver a enviar nada.',
  },
  offline: {
    what: 'El dispositivo no contesta ahora en esta red.',
    next: 'Compruebe su alimentación y su cable, actualice y repita.',
  },
  'not-sent': {
    what: 'No se envió nada al dispositivo.',
    next: 'Las pruebas dicen por qué. Repita cuando esté arreglado.',
  },
  interrupted: {
    what: 'La ejecución terminó mientras se trabajaba en este dispositivo. No se sabe si el comando se hizo.',
    next: 'Reanude: primero se lee el dispositivo y nada se envía dos veces.',
  },
  'conflicting-replies': {
    what: 'A una sola petición llegaron dos respuestas distintas. Otra máquina de esta red contesta en nombre del dispositivo.',
    next: 'No siga aquí. Encuentre esa máquina: las pruebas dicen las direcciones.',
  },
  'foreign-sender': {
    what: 'La respuesta vino de una dirección que no es del dispositivo. Vino de {{address}}.',
    next: 'Averigüe qué máquina es. Si el dispositivo tiene una dirección nueva, actualice y repita.',
  },
  'bad-exchange': {
    what: 'La parte del dispositivo en el intercambio de claves no se pudo leer. La contraseña no se envió.',
    next: 'Repita una vez. Si sigue así, use la página web del dispositivo.',
  },
  'send-failed': {
    what: 'Este equipo no pudo enviar por ese adaptador.',
    next: 'Compruebe el cable o la Wi-Fi y la lista de adaptadores, y repita.',
  },
  'no-adapter': {
    what: 'El adaptador por el que se oía al dispositivo ya no está o está desactivado.',
    next: 'Conéctelo o actívelo, actualice y repita.',
  },
  'generation-unsupported': {
    what: 'Por SADP la generación del dispositivo no admite este comando, o no de un modo conocido. La generación es {{generation}}.',
    next: 'Hágalo en la página web del dispositivo.',
  },
  'function-unsupported': {
    what: 'El dispositivo dice que no puede hacer esto.',
    next: 'Hágalo en la página web del dispositivo, o actualice su firmware.',
  },
  panel: {
    what: 'Este es un panel de alarma. Desvincularlo elimina sus usuarios de la nube, también las cuentas del instalador.',
    next: 'Use el comando aparte para paneles AX PRO. Necesita un código del fabricante.',
  },
  'not-hikvision': {
    what: 'El dispositivo no es de la familia Hikvision.',
    next: 'Use la herramienta de su propia marca.',
  },
  'no-sadp': {
    what: 'El dispositivo se encontró solo por barrido. No contesta a SADP.',
    next: 'Use su página web. Si debería contestar a SADP, mire en Diagnóstico por qué no se oye.',
  },
  'no-password': {
    what: 'No se dio ninguna contraseña para este dispositivo.',
    next: 'Dé una y repita.',
  },
  cancelled: {
    what: 'La ejecución se canceló antes de llegar a este dispositivo. No se le envió nada.',
    next: 'Repita si aún hay que hacerlo.',
  },
  'invalid-values': {
    what: 'Los valores no se pueden enviar a este dispositivo. El problema es {{problem}}.',
    next: 'Corríjalos y repita.',
  },
  unverifiable: {
    what: 'El dispositivo lo aceptó, pero su firmware no dice el estado que lo probaría.',
    next: 'Que lo compruebe una persona: la lista de dispositivos de la cuenta del propietario, o la página web del dispositivo.',
  },
  ...loginReasonsEs,
};
