import type { codesEn, RecorderErrors } from './recorder.en.ts';

export const recorderErrorsIt: RecorderErrors = {
  'login.failed': {
    what: 'Da {{device}} non è stato letto nulla. {{problem}}',
    next: '{{advice}} Poi riprova.',
  },
  'recorder.no-channels': {
    what: '{{device}} non dà un elenco di telecamere: non è un registratore, oppure il suo firmware non lo dice.',
    next: 'Scegli un registratore. Se è un registratore che non lo dice, guarda nel suo menu o nella sua pagina web.',
  },
  'backup.needs-consent': {
    what: 'Un backup contiene utenti, password e impostazioni di rete, e non è stata data una passphrase.',
    next: 'Dai una passphrase. Solo se deve restare leggibile, dillo con la parola PLAIN.',
  },
  'backup.needs-passphrase': {
    what: 'Questo backup è sigillato.',
    next: 'Dai la passphrase scelta quando è stato fatto.',
  },
  'backup.not-ours': {
    what: 'Questo file non è un backup fatto da Untether.',
    next: 'Scegli il file salvato qui. Un file della pagina del dispositivo si ripristina da quella pagina.',
  },
  'backup.newer': {
    what: 'Il backup è stato scritto da un Untether più recente (formato {{found}}; questa versione conosce {{known}}).',
    next: 'Installa qui la versione più recente.',
  },
  'backup.damaged': {
    what: 'Il backup è stato alterato o troncato dopo essere stato fatto.',
    next: 'Copialo di nuovo da dove era conservato. Al dispositivo non è stato inviato nulla.',
  },
  'backup.not-opened': {
    what: 'Il backup non si è aperto: la passphrase è errata, oppure il file è stato alterato.',
    next: 'Scrivi la passphrase scelta quando è stato fatto. Al dispositivo non è stato inviato nulla.',
  },
  'backup.unsupported': {
    what: '{{device}} non dà la sua configurazione attraverso la rete.',
    next: 'Esportala dal suo menu o dalla sua pagina web, sotto Maintenance (manutenzione).',
  },
  'backup.refused': {
    what: '{{device}} non ha dato la sua configurazione. Ha risposto "{{answer}}".',
    next: 'Se è occupato, riprova tra un minuto. Usa l’utente admin e una chiave segreta di al massimo 32 lettere e cifre.',
  },
  'qr.needs-consent': {
    what: 'Un codice dice come raggiungere i dispositivi, e non è stata data una passphrase.',
    next: 'Dai una passphrase. Solo se tutti possono leggerlo, dillo con la parola PLAIN.',
  },
  'qr.needs-passphrase': {
    what: 'Questo codice è sigillato.',
    next: 'Dai la passphrase scelta quando è stato fatto il foglio.',
  },
  'qr.not-ours': {
    what: 'Questo non è un codice fatto da Untether.',
    next: 'Il codice sull’etichetta di un dispositivo, o quello fatto da un’app, si scansiona nell’app Hik-Connect o Hik-Partner Pro.',
  },
  'qr.newer': {
    what: 'Il codice è stato fatto da un Untether più recente (forma {{found}}; questa versione conosce {{known}}).',
    next: 'Installa qui la versione più recente.',
  },
  'qr.damaged': {
    what: 'Il codice è stato alterato o non è completo.',
    next: 'Scansionalo o copialo di nuovo, intero.',
  },
  'qr.not-opened': {
    what: 'Il codice non si è aperto: la passphrase è errata, oppure il codice è stato alterato.',
    next: 'Scrivi la passphrase scelta quando è stato fatto il foglio.',
  },
  'qr.too-long': {
    what: 'Quello che c’è da dire di {{device}} non entra in un codice.',
    next: 'Accorcia il suo nome.',
  },
  'qr.nothing-to-add': {
    what: 'Nessun dispositivo di questo codice si può aggiungere: nessuno ha un indirizzo.',
    next: 'Trova i dispositivi con una scansione; il codice dice i loro numeri di serie.',
  },
};

export const codesIt: Readonly<Record<keyof typeof codesEn, string>> = {
  title: 'Codici QR dei dispositivi',
  site: 'Sito',
  printedAt: 'Stampato',
  codeOf: 'Codice {{number}} di {{count}}',
  devices: 'Dispositivi: {{count}}',
  serial: 'N. di serie',
  model: 'Modello',
  address: 'Indirizzo',
  sealed:
    'Questi codici sono sigillati: si aprono in Untether con la passphrase scelta. Conserva la passphrase altrove.',
  plain: 'Questi codici li legge chiunque li scansioni. Non metterli dove passano estranei.',
  withLogin:
    'Questi codici contengono nomi utente e password. Conserva il foglio come una chiave e distruggilo quando non serve più.',
  notForApps: 'Le app Hik-Connect e Hik-Partner Pro non li leggono.',
};
