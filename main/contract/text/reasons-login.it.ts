import type { loginReasonsEn } from './reasons-login.en.ts';

export const loginReasonsIt = {
  'login-proven': {
    what: 'Il dispositivo ha accettato l’accesso.',
    next: 'Non resta niente da fare.',
  },
  'login-unclear': {
    what: 'Il dispositivo ha rifiutato l’accesso senza dire perché: un tentativo può essere andato speso.',
    next: 'Guarda la pagina web del dispositivo prima di riprovare.',
  },
  'no-login': {
    what: 'Per questo dispositivo non si conoscono utente e password.',
    next: 'Scrivi la password, o salvala nella cassaforte.',
  },
  'basic-only': {
    what: 'Il dispositivo accetta la password solo leggibile su HTTP semplice: non è stato inviato niente.',
    next: 'Usa HTTPS se il dispositivo lo ha, oppure consentilo nella voce del dispositivo.',
  },
  'certificate-changed': {
    what: 'Il dispositivo mostra un certificato diverso da quello accettato: non è stato inviato niente.',
    next: 'Cerca il motivo: un ripristino o un nuovo firmware ne creano uno nuovo. Poi accettalo nella voce del dispositivo.',
  },
  'low-privilege': {
    what: 'Questo utente non può farlo.',
    next: 'Usa l’utente admin del dispositivo.',
  },
  unreachable: {
    what: 'Il dispositivo non è raggiungibile da qui via HTTP. Il suo indirizzo è {{address}}.',
    next: 'Controlla cavo e sottorete. SADP funziona anche con dispositivi di un’altra sottorete.',
  },
  'needs-reboot': {
    what: 'Il dispositivo l’ha accettato e lo userà dopo un riavvio.',
    next: 'Riavvia il dispositivo.',
  },
  restarted: {
    what: 'Il dispositivo si è riavviato e risponde di nuovo.',
    next: 'Non resta niente da fare.',
  },
  'used-by-recorder': {
    what: 'Un registratore usa questa telecamera con la sua password. Il registratore è {{recorder}}.',
    next: 'Cambia dopo anche la password del canale sul registratore, altrimenti perde l’immagine e i suoi tentativi bloccano la telecamera.',
  },
  'password-saved': {
    what: 'Il dispositivo accetta la nuova password e la cassaforte ce l’ha.',
    next: 'Cambiala anche nei registratori e nei programmi che usano questo dispositivo.',
  },
  'password-not-saved': {
    what: 'Il dispositivo accetta la nuova password, ma la cassaforte non ha potuto salvarla.',
    next: 'Scrivila adesso e salvala quando la cassaforte sarà aperta.',
  },
  'vault-locked': {
    what: 'La cassaforte è chiusa: non si è potuta usare nessuna password salvata.',
    next: 'Sblocca la cassaforte, o scrivi la password.',
  },
  'reset-seen': {
    what: 'Il dispositivo è tornato da un riavvio e mostra lo stato richiesto.',
    next: 'Configuralo di nuovo. Leggi il collegamento all’account prima di dirlo libero.',
  },
  'reset-not-seen': {
    what: 'Il dispositivo ha accettato il ripristino, ma finora non è stato visto tornare.',
    next: 'Il caso continua a osservare. Cercalo all’indirizzo di fabbrica o via DHCP.',
  },
  'channel-gone': {
    what: 'L’elenco del registratore è stato riletto e il canale non c’è più.',
    next: 'La telecamera e il suo collegamento all’account sono come prima.',
  },
  'channel-still-there': {
    what: 'Riletto, il registratore elenca ancora il canale.',
    next: 'Sulle porte PoE del registratore passa prima il canale in manuale o stacca la telecamera.',
  },
  'channel-password-lost': {
    what: 'A ogni modifica il registratore dimentica la password della telecamera, e non ne è stata data una.',
    next: 'Indica anche la password della telecamera.',
  },
  'channel-not-listed': {
    what: 'Il registratore non ha quel canale nel suo elenco, quindi non è stato inviato nulla per cambiarlo. Chiesto: canale {{channel}}. In elenco: {{channels}}.',
    next: 'Rileggi l’elenco e prendi un canale che c’è.',
  },
  'channel-plug-and-play': {
    what: 'La telecamera è sulla porta PoE del registratore e verrebbe subito aggiunta di nuovo.',
    next: 'Stacca la telecamera, o passa il canale in manuale sul registratore.',
  },
  'wrong-file': {
    what: 'Il file non è per questo dispositivo. È stato fatto su {{model}}, {{firmware}}.',
    next: 'Usa un file dello stesso modello e firmware.',
  },
  'wrong-key': {
    what: 'Il dispositivo non ha accettato la chiave segreta del file.',
    next: 'Scrivi la chiave scelta quando è stata fatta la copia.',
  },
  'code-refused': {
    what: 'Il dispositivo non ha accettato la risposta del produttore.',
    next: 'Controlla che sia per questo dispositivo e per l’ultima richiesta; un riavvio o una seconda esportazione la annullano.',
  },
  'request-void': {
    what: 'Dopo la richiesta il dispositivo si è riavviato: la risposta è probabilmente nulla.',
    next: 'Esporta una nuova richiesta e invia quella.',
  },
  'other-device': {
    what: 'A questo indirizzo risponde un altro dispositivo. Il suo numero di serie è {{serial}}.',
    next: 'Controlla l’indirizzo; non è stato cambiato niente.',
  },
} satisfies Record<keyof typeof loginReasonsEn, { readonly what: string; readonly next: string }>;
