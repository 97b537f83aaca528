import type { CaseErrors, CasesText } from './cases.en.ts';

export const caseErrorsIt: CaseErrors = {
  'case.not-found': {
    what: 'Non esiste un caso «{{wanted}}».',
    next: 'Scegline uno dall’elenco dei casi.',
  },
  'case.already-open': {
    what: 'Per questo dispositivo c’è già un caso aperto di questo tipo ({{kind}}).',
    next: 'Continua con quello, o prima chiudilo.',
  },
  'case.closed': {
    what: 'Questo caso è chiuso: {{state}}.',
    next: 'Riaprilo per continuare, o aprine uno nuovo.',
  },
  'case.not-closed': {
    what: 'Questo caso non è chiuso.',
    next: 'Continua con il passo successivo.',
  },
  'case.no-such-step': {
    what: 'Questo caso non ha un passo «{{step}}».',
    next: 'Scegli uno dei passi elencati.',
  },
  'case.nothing-sent': {
    what: 'In questo caso non è stato inviato nulla che si possa inviare di nuovo.',
    next: 'Fai prima il passo che invia la richiesta.',
  },
  'case.needs-authorisation': {
    what: 'Non è scritto chi lo ha autorizzato.',
    next: 'Scrivi chi lo ha autorizzato e come (nome, data, per iscritto o a voce), poi riprova.',
  },
  'case.needs-evidence': {
    what: 'L’esito «{{outcome}}» richiede una prova vista da Untether stesso, e non c’è.',
    next: 'Lascia osservare il dispositivo, o chiudi il caso con «detto da una persona».',
  },
  'case.attachment-bad': {
    what: 'Il file {{name}} è vuoto o non è arrivato intero.',
    next: 'Sceglilo di nuovo.',
  },
  'case.attachment-large': {
    what: 'Il file {{name}} non ci sta. Limiti: {{limitMb}} MB per file, {{caseMb}} MB e {{files}} file per caso.',
    next: 'Usa una foto più piccola, o tieni il file altrove e annota dove.',
  },
  'case.attachment-not-found': {
    what: 'Il caso non ha questo file.',
    next: 'Scegli uno di quelli elencati.',
  },
  'case.reminder-not-found': {
    what: 'Questo promemoria non c’è più.',
    next: 'Non resta nulla da fare.',
  },
  'case.no-card': {
    what: 'Non è stato indicato né un dispositivo né un modello.',
    next: 'Scegli un dispositivo, o scrivi il modello come sta sull’etichetta.',
  },
};

const steps: CasesText['steps'] = {
  authorised: {
    title: 'Qualcuno ha autorizzato',
    hint: 'Annota chi, come e quando. Senza, lo strumento non prosegue con nulla di irreversibile.',
  },
  'proof-collected': {
    title: 'Prove raccolte',
    hint: 'Fattura, foto dell’etichetta e foto del numero di serie sullo schermo, come le chiede l’assistenza.',
  },
  'label-checked': {
    title: 'Etichetta confrontata',
    hint: 'Fotografa l’etichetta e confronta il numero di serie con quello della scansione.',
  },
  'backup-offered': {
    title: 'Backup fatto o rifiutato',
    hint: 'Un ripristino perde le impostazioni. Se si può accedere, salva prima la configurazione.',
  },
  'button-found': {
    title: 'Pulsante trovato',
    hint: 'Guarda la scheda della famiglia. Non cortocircuitare contatti sulla scheda elettronica.',
  },
  'power-off': {
    title: 'Alimentazione staccata',
    hint: 'Stacca l’alimentatore o il cavo PoE.',
  },
  'button-held': {
    title: 'Pulsante tenuto premuto',
    hint: 'Tienilo premuto mentre torna l’alimentazione e per il tempo indicato sulla scheda.',
  },
  'command-sent': {
    title: 'Il dispositivo ha accettato il comando',
    hint: 'Visto dallo strumento nella risposta del dispositivo.',
  },
  gone: { title: 'Il dispositivo è sparito', hint: 'Non risponde più: si riavvia.' },
  back: { title: 'Il dispositivo è tornato', hint: 'Risponde di nuovo.' },
  restarted: {
    title: 'Nuova ora di avvio',
    hint: 'Il dispositivo indica un avvio successivo a quello di prima.',
  },
  inactive: {
    title: 'Il dispositivo è inattivo',
    hint: 'Non ha più una password. È la prova del ripristino.',
  },
  'address-default': {
    title: 'Indirizzo dopo il ripristino',
    hint: '192.168.1.64, 192.0.0.64 o uno da DHCP. Un ripristino che mantiene la rete mantiene l’indirizzo.',
  },
  'cloud-read': {
    title: 'Collegamento all’account riletto',
    hint: 'Un ripristino non libera il dispositivo dal suo account. Il collegamento è sconosciuto finché non viene letto dopo il ripristino.',
  },
  'activated-again': {
    title: 'Attivato di nuovo',
    hint: 'Imposta una nuova password di admin.',
  },
  'configured-again': {
    title: 'Configurato di nuovo',
    hint: 'Indirizzo, ora, immagine, registrazione, utenti; poi il canale del registratore.',
  },
  'versions-checked': {
    title: 'Versioni verificate',
    hint: 'Hik-ProConnect V1.7.1 e Hik-Connect V4.16.1 (la sua finestra dice V4.15.0) o successive, e un dispositivo nell’elenco di compatibilità.',
  },
  'request-sent': {
    title: 'Richiesta inviata',
    hint: 'Da ora scade. Annota quando è partita.',
  },
  'owner-told': {
    title: 'Proprietario avvisato',
    hint: 'Invia al proprietario il messaggio pronto nella sua lingua.',
  },
  'owner-agreed': {
    title: 'Il proprietario ha acconsentito',
    hint: 'In Hik-Connect, nelle notifiche di servizio, con il telefono nella rete del dispositivo.',
  },
  'file-exported': {
    title: 'Richiesta esportata dal dispositivo',
    hint: 'Da ora tieni il dispositivo alimentato e non esportare di nuovo: una nuova esportazione annulla la prima.',
  },
  'file-sent': {
    title: 'Richiesta inviata all’assistenza',
    hint: 'Con le prove. Annota il numero della pratica.',
  },
  'answer-received': {
    title: 'Risposta ricevuta',
    hint: 'Conserva il file o il codice nel caso.',
  },
  'answer-applied': {
    title: 'Risposta data al dispositivo',
    hint: 'Importala con una nuova password prima della scadenza.',
  },
  'code-asked': {
    title: 'Codice richiesto',
    hint: 'Scansiona il codice del dispositivo, o invialo per e-mail come indicato. Non riavviare il dispositivo.',
  },
  'code-entered': { title: 'Codice inserito', hint: 'Vale per un solo avvio del dispositivo.' },
  'questions-answered': {
    title: 'Domande risposte',
    hint: 'Le risposte sbagliate bloccano il dispositivo per un po’.',
  },
  'password-set': {
    title: 'Nuova password impostata',
    hint: 'Da 8 a 16 caratteri, di almeno due tipi.',
  },
  'login-proven': {
    title: 'L’accesso funziona',
    hint: 'Accedi una volta con la nuova password. Lo strumento lo vede quando accede.',
  },
  'vault-updated': {
    title: 'Cassaforte aggiornata',
    hint: 'Salva la nuova password nella cassaforte.',
  },
  'menu-opened': {
    title: 'Menu del registratore aperto',
    hint: 'Sul registratore: System, Network, Advanced, Platform Access, Hik-Connect.',
  },
  'unbind-tapped': {
    title: 'Unbind toccato',
    hint: 'Unbind o Delete Device, e confermato.',
  },
  'bind-read': {
    title: 'Non più collegato a un account',
    hint: 'Letto dal dispositivo stesso. Se non lo dice, vale l’elenco aggiornato del proprietario.',
  },
  'owner-list-refreshed': {
    title: 'Elenco del proprietario aggiornato',
    hint: 'Il dispositivo non c’è più.',
  },
  'shared-users-removed': {
    title: 'Utenti condivisi rimossi',
    hint: 'Nessuno vede il dispositivo con una vecchia condivisione.',
  },
  'two-step-login': {
    title: 'Accesso in due passaggi attivo',
    hint: 'Per l’account che possiede il dispositivo.',
  },
  'passwords-changed': {
    title: 'Password cambiate',
    hint: 'Admin e tutti gli utenti che il proprietario precedente conosceva.',
  },
  'firmware-looked-at': {
    title: 'Firmware controllato',
    hint: 'Annota la versione; aggiorna se serve.',
  },
  'recorders-updated': {
    title: 'Registratori e programmi aggiornati',
    hint: 'Un registratore con la vecchia password blocca la telecamera con i suoi tentativi.',
  },
  'bound-anew': {
    title: 'Collegato al nuovo account',
    hint: 'Dal nuovo proprietario, nell’app.',
  },
  'case-number': {
    title: 'Numero della pratica annotato',
    hint: 'Come lo ha dato l’assistenza.',
  },
};

export const casesIt: CasesText = {
  kinds: {
    'reset-button': 'Reset con il pulsante',
    'software-reset': 'Ripristino con comando',
    'portal-reset': 'Password tramite il portale dell’installatore',
    'reset-file': 'Password tramite file, QR o chiave',
    'email-code': 'Password tramite codice e-mail',
    'security-questions': 'Password tramite domande di sicurezza',
    'guid-file': 'Password tramite file GUID',
    'recorder-menu': 'Scollegare dal menu del registratore',
    'owner-unbind': 'Il proprietario lo elimina dall’account',
    'phone-unbind': 'Scollegare con un telefono nella stessa rete',
    'support-case': 'Pratica all’assistenza con prove',
    'after-unbind': 'Elenco di chiusura dopo lo scollegamento',
  },
  states: {
    open: 'Da fare',
    waiting: 'In attesa',
    done: 'Fatto',
    failed: 'Non riuscito',
    expired: 'Scaduto',
    cancelled: 'Annullato',
  },
  steps,
  stepStates: { todo: 'Da fare', done: 'Fatto', skipped: 'Saltato', failed: 'Non riuscito' },
  evidence: {
    silent: 'nessuna risposta per {{seconds}} s',
    state: 'attivato: {{activated}}; avviato {{bootTime}}; indirizzo {{address}}',
    restarted: 'avviato prima {{from}}, ora {{to}}',
    address: 'indirizzo {{address}}',
    leased: 'indirizzo {{address}}, da DHCP',
    login: 'un accesso con la password',
    command: 'esito del comando: {{verdict}}',
    bound: 'il dispositivo dice di essere collegato a un account',
    'not-bound': 'il dispositivo dice di non essere collegato a un account',
    'job-not-bound': 'letto dall’esecuzione: non collegato',
    'job-verified': 'letto dopo dall’esecuzione',
    'answer-brought': 'la risposta è stata portata',
    exported: 'il dispositivo ha dato la sua richiesta ({{types}})',
    'reset-taken': 'il dispositivo ha preso la risposta ({{print}})',
    'reset-refused': 'il dispositivo ha rifiutato: {{note}}',
  },
  warnings: {
    'restarted-since-export':
      'Il dispositivo si è riavviato dopo la richiesta ({{from}}, ora {{to}}). Una risposta vale per un solo avvio, quindi può essere nulla.',
    'exported-again':
      'La richiesta è stata fatta una seconda volta. Una risposta alla prima è nulla.',
    'clock-differs':
      'L’orologio del dispositivo non può essere giusto (avvio {{bootTime}}). I codici dipendono dalla sua data.',
    'same-identity-twice':
      'Un altro dispositivo dichiara questo numero di serie (MAC {{mac}}, {{address}}). Nulla si chiude da solo finché uno dei due non è tolto.',
    'address-changed': 'L’indirizzo è cambiato da {{from}} a {{to}}.',
    'cloud-unknown':
      'Dopo un ripristino il collegamento all’account è sconosciuto finché non viene riletto. Un ripristino non prova lo scollegamento.',
    'serial-differs':
      'L’etichetta dice {{label}}, la scansione {{scanned}}: è un altro dispositivo.',
    'laptop-clock-jumped':
      'L’orologio di questo computer si è spostato di {{minutes}} min (regolato, o in sospensione). Le scadenze lo seguono: controllale.',
  },
  deadlines: {
    'portal-request': 'Richiesta valida fino a',
    'file-warn': 'Alcune risposte valgono solo fino a',
    'file-expire': 'Risposta valida fino a',
    'email-code': 'Codice valido fino a',
    answer: 'Risposta attesa entro',
    watch: 'Osservazione fino a',
    lock: 'Bloccato fino a',
  },
  deadlineSources: {
    default: 'valore usuale, modificabile',
    vendor: 'stampato dal produttore',
    device: 'detto dal dispositivo',
    person: 'impostato da una persona',
  },
  reminders: {
    'portal-request': {
      warn: 'Al proprietario resta poco tempo per acconsentire.',
      over: 'La richiesta è scaduta. Inviala di nuovo.',
    },
    'file-warn': {
      warn: 'La richiesta di ripristino invecchia.',
      over: 'La richiesta di ripristino è vecchia: le risposte di alcuni produttori sono ormai nulle. Chiedi a che punto è.',
    },
    'file-expire': {
      warn: 'La risposta alla richiesta scade presto.',
      over: 'La richiesta di ripristino è scaduta. Esportala di nuovo.',
    },
    'email-code': {
      warn: 'Il codice scade presto.',
      over: 'Il codice è scaduto. Chiedine uno nuovo.',
    },
    answer: {
      warn: 'Una risposta è attesa a breve.',
      over: 'La risposta non è arrivata in tempo. Chiedi di nuovo.',
    },
    watch: { warn: 'L’osservazione finisce presto.', over: 'L’osservazione è finita.' },
    lock: {
      warn: 'Il blocco finisce presto.',
      over: 'Il blocco è finito. Il dispositivo accetta di nuovo una password.',
    },
  },
  timeLeft: {
    left: 'restano {{time}}',
    over: 'scaduto il {{time}}',
    overFor: 'scaduto da {{time}}',
  },
  outcomes: {
    'reset-verified': 'Ripristinato, verificato',
    'password-proven': 'La nuova password funziona, verificato',
    'unbound-verified': 'Scollegato, verificato',
    'told-by-person': 'Fatto, detto da una persona',
    'not-reset': 'Non ripristinato',
    void: 'La risposta era nulla',
    refused: 'Rifiutato',
    'gave-up': 'Abbandonato',
    'no-longer-needed': 'Non serve più',
  },
  watch: {
    off: 'Non osserva',
    armed: 'Osserva: premi ora il pulsante',
    gone: 'È sparito: si riavvia',
    back: 'È tornato: viene esaminato',
    'reset-seen': 'Ripristinato: il dispositivo è inattivo',
    'not-reset':
      'È tornato come prima: non ripristinato. La prossima volta tieni premuto più a lungo.',
    timeout:
      'Non si è visto nulla in tempo. Controlla cavo e alimentazione, poi avvia di nuovo l’osservazione.',
  },
  attachments: {
    'label-photo': 'Foto dell’etichetta',
    'invoice-photo': 'Foto della fattura',
    'reset-request': 'Richiesta di ripristino',
    'reset-answer': 'Risposta dell’assistenza',
    qr: 'Codice QR',
    'guid-file': 'File GUID',
    backup: 'Backup della configurazione',
    other: 'Altro file',
  },
};
