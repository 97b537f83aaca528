import type { cliRoutesEn } from './routes.en.ts';

export const cliRoutesEs: typeof cliRoutesEn = {
  commands: {
    choose:
      'el camino más sencillo para liberar un dispositivo o para una contraseña nueva, pregunta a pregunta',
    message: 'lo que tiene que tocar el propietario, en su idioma',
    casesOffers: 'dispositivos desvinculados que todavía no tienen la lista de cierre',
    casesExport: 'pide al dispositivo su solicitud de restablecimiento y la guarda con el caso',
    casesApply: 'lleva al dispositivo la respuesta del soporte, con una contraseña nueva',
  },
  options: {
    answer: 'responde a una pregunta, por ejemplo goal=unbind; se puede repetir',
    forget: 'retira una respuesta; se puede repetir',
    installer: 'de quién es el mensaje',
    case: 'caso del que trata el mensaje',
    messageOut: 'escribe los códigos como archivos SVG, y al lado el texto',
    exportOut: 'escribe la solicitud también en este archivo',
    file: 'archivo que envió el soporte',
    forChannels: 'un grabador pasa la contraseña nueva a sus cámaras',
  },
  args: { message: 'qué mensaje' },
  words: {
    state: 'Estado',
    route: 'Camino',
    cost: 'Coste',
    because: 'Por qué',
    guide: 'Guía',
    question: 'Pregunta siguiente',
    noQuestion: 'Ninguna otra pregunta cambiaría esto.',
    answers: 'Respuestas',
    answerHow: 'Responda con: --answer {{example}}',
    pick: 'Número, o Intro para terminar: ',
    answerForm:
      'escriba una respuesta como pregunta=respuesta, por ejemplo goal=unbind. Preguntas: {{questions}}. Respuestas: {{answers}}',
    noOffers: 'Ningún dispositivo espera una lista de cierre.',
    offerOpen: 'Ábrala con: untether cases open <device> --kind after-unbind',
    unboundAt: 'Desvinculado el',
    written: 'Escrito: {{files}}',
    askCode: 'Código del soporte: ',
    codeNeeded: 'Dé la respuesta con --file, --code-file o --code-stdin.',
    oneAnswer: 'Dé un archivo o un código, no ambos.',
    passwordNeeded: 'Dé la contraseña nueva con --password-file o --password-stdin.',
  },
};
