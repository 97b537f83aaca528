import type { cliRoutesEn } from './routes.en.ts';

export const cliRoutesIt: typeof cliRoutesEn = {
  commands: {
    choose:
      'la via più semplice per liberare un dispositivo o per una nuova password, una domanda alla volta',
    message: 'che cosa deve toccare il proprietario, nella sua lingua',
    casesOffers: 'dispositivi scollegati che non hanno ancora la lista di chiusura',
    casesExport:
      'chiede al dispositivo la richiesta di ripristino della password e la conserva con il caso',
    casesApply: 'porta al dispositivo la risposta dell’assistenza, con una nuova password',
  },
  options: {
    answer: 'risponde a una domanda, per esempio goal=unbind; si può ripetere',
    forget: 'ritira una risposta; si può ripetere',
    installer: 'da chi viene il messaggio',
    case: 'caso di cui parla il messaggio',
    messageOut: 'scrive i codici come file SVG, e accanto il testo',
    exportOut: 'scrive la richiesta anche in questo file',
    file: 'file inviato dall’assistenza',
    forChannels: 'un registratore passa la nuova password alle sue telecamere',
  },
  args: { message: 'quale messaggio' },
  words: {
    state: 'Stato',
    route: 'Via',
    cost: 'Costo',
    because: 'Perché',
    guide: 'Guida',
    question: 'Prossima domanda',
    noQuestion: 'Nessun’altra domanda cambierebbe qualcosa.',
    answers: 'Risposte',
    answerHow: 'Rispondi con: --answer {{example}}',
    pick: 'Numero, o Invio per smettere: ',
    answerForm:
      'scrivi una risposta come domanda=risposta, per esempio goal=unbind. Domande: {{questions}}. Risposte: {{answers}}',
    noOffers: 'Nessun dispositivo aspetta la lista di chiusura.',
    offerOpen: 'Aprila con: untether cases open <device> --kind after-unbind',
    unboundAt: 'Scollegato il',
    written: 'Scritto: {{files}}',
    askCode: 'Codice dell’assistenza: ',
    codeNeeded: 'Dai la risposta con --file, --code-file o --code-stdin.',
    oneAnswer: 'Dai un file o un codice, non entrambi.',
    passwordNeeded: 'Dai la nuova password con --password-file o --password-stdin.',
  },
};
