import type { ActErrors, ActsText } from './acts.en.ts';
import { printIt } from './print.it.ts';
import { reasonsIt } from './reasons.it.ts';

export const actErrorsIt: ActErrors = {
  'input.undecided': {
    what: 'Deve decidere una persona: {{problem}}',
    next: 'Rispondi a un terminale, o dai l’opzione che vale come risposta. Non è stato cambiato nulla.',
  },
  'job.not-found': {
    what: 'Non c’è un’esecuzione "{{wanted}}".',
    next: 'Scegline una dall’elenco delle esecuzioni.',
  },
  'job.not-resumable': {
    what: 'Questa esecuzione non può continuare: il suo stato è "{{state}}".',
    next: 'Avviane una nuova con i dispositivi ancora aperti.',
  },
  'job.nothing-to-undo': {
    what: 'Questa esecuzione non ha cambiato nulla che si possa rimettere com’era.',
    next: 'Si possono rimettere solo i valori di rete, solo se quelli vecchi sono stati conservati, e una volta sola.',
  },
  'job.needs-password': {
    what: 'Dispositivi senza password: {{devices}}.',
    next: 'Dai una password per tutti, o una per ogni dispositivo.',
  },
  'job.busy': {
    what: 'Un’altra esecuzione sta lavorando su questo dispositivo: {{device}}.',
    next: 'Aspetta che finisca, o annullala. Un dispositivo riceve un comando alla volta.',
  },
  'job.serial-mismatch': {
    what: 'Quello che hai scritto non è la fine del numero di serie di {{device}}.',
    next: 'Leggi gli ultimi quattro caratteri sull’etichetta o nell’elenco, sui registratori quelli prima di WCVU, e scrivili di nuovo.',
  },
  'job.bad-password': {
    what: 'La nuova password non si può usare, perché {{problems}}.',
    next: 'Scegline una da 8 a 16 caratteri con almeno due tra: cifre, minuscole, maiuscole, segni.',
  },
  'job.bad-verification-code': {
    what: 'Il codice di verifica non si può usare.',
    next: 'Scrivi da 6 a 12 lettere e cifre.',
  },
  'job.bad-plan': {
    what: 'Il piano di indirizzi non si può usare, riga {{line}}: {{problem}}',
    next: 'Correggi la riga e leggi di nuovo il file. Non è stato inviato nulla.',
  },
  'host.stopped': {
    what: 'È stato fermato prima di inviare qualcosa.',
    next: 'Ripeti il comando quando vuoi che sia fatto.',
  },
  'host.time-up': {
    what: 'Il tempo dato con --timeout è finito prima di inviare qualcosa.',
    next: 'Dai più secondi: solo per sentire chi c’è ne servono fino a 3.',
  },
  'audit.unwritable': {
    what: 'Il registro delle azioni non si può scrivere: {{path}}',
    next: 'Libera spazio o correggi i permessi della cartella. Fino ad allora nessun dispositivo viene modificato.',
  },
};

export const actsIt: ActsText = {
  verdicts: {
    verified: 'Verificato',
    accepted: 'Accettato, non verificato',
    'needs-internet': 'Serve Internet',
    'needs-owner': 'Serve il proprietario',
    'different-area': 'Area diversa',
    already: 'Già così',
    skipped: 'Saltato',
    'wrong-password': 'Password errata',
    locked: 'Bloccato',
    refused: 'Rifiutato',
    'not-supported': 'Non supportato',
    'no-answer': 'Nessuna risposta',
    unknown: 'Sconosciuto, controllare',
    failed: 'Non riuscito',
  },
  verdictHints: {
    verified: 'Il dispositivo è stato riletto dopo e mostra il nuovo stato.',
    accepted: 'Il dispositivo ha detto sì, ma niente di ciò che dice prova il risultato.',
    'needs-internet':
      'È il dispositivo che non ha connessione con il cloud, e senza non si può fare.',
    'needs-owner': 'Può farlo solo il proprietario dell’account, o chi agisce per lui.',
    'different-area': 'Il dispositivo è registrato in un’area diversa da account o software.',
    already: 'Non c’era nulla da fare.',
    skipped: 'Non gli è stato inviato nulla.',
    'wrong-password': 'Il dispositivo dice che la password è errata.',
    locked: 'Per un po’ il dispositivo rifiuta qualunque password.',
    refused: 'Il dispositivo ha detto no.',
    'not-supported': 'Il dispositivo, o questa via per raggiungerlo, non può farlo.',
    'no-answer': 'Non è tornato nulla in tempo.',
    unknown: 'Non si sa se è stato fatto; controlla prima di riprovare.',
    failed: 'Non è stato fatto; il motivo è accanto.',
  },
  reasons: reasonsIt,
  jobKinds: {
    network: { title: 'Modifica IP (Edit IP)', verb: 'Modifica' },
    activate: { title: 'Attivazione (Activate)', verb: 'Attiva' },
    unbind: { title: 'Scollega dall’account (Unbind)', verb: 'Scollega' },
    'unbind-panel': { title: 'Scollega la centrale AX PRO', verb: 'Scollega la centrale' },
    cloud: { title: 'Hik-Connect attivo o no', verb: 'Cambia Hik-Connect' },
    'verification-code': { title: 'Codice di verifica', verb: 'Imposta il codice' },
    'restore-inactive': { title: 'Ripristino a inattivo', verb: 'Ripristina' },
    locate: { title: 'Individua (Locate)', verb: 'Fai lampeggiare' },
    password: { title: 'Cambia password', verb: 'Cambia password' },
    reboot: { title: 'Riavvia', verb: 'Riavvia' },
    reset: { title: 'Restore o Default', verb: 'Ripristina' },
    'channel-remove': { title: 'Rimuovi canale', verb: 'Rimuovi canale' },
    'channel-edit': { title: 'Modifica canale', verb: 'Modifica canale' },
    'restore-config': { title: 'Ripristina configurazione', verb: 'Ripristina configurazione' },
  },
  jobStates: {
    running: 'In corso',
    paused: 'In pausa',
    done: 'Finita',
    interrupted: 'Interrotta',
    cancelled: 'Annullata',
  },
  jobStop: {
    title: 'Fermata prima della fine',
    password: {
      what: 'L’ha fermata una password errata, perché nessun altro dispositivo perda un tentativo. Dispositivi che l’hanno rifiutata: {{wrong}}. Dispositivi non provati: {{untried}}. Era {{devices}}.',
      next: 'Trova prima la password giusta di quel dispositivo. Poi ripeti l’esecuzione per quelli non provati.',
    },
    unconfirmed: {
      what: 'Non è andata oltre, perché la modifica di un altro dispositivo non è stata confermata. Dispositivi non iniziati: {{untried}}. Era {{devices}}.',
      next: 'Guarda prima quel dispositivo. Poi ripeti l’esecuzione per quelli non iniziati.',
    },
  },
  jobSteps: {
    reading: 'Lettura del dispositivo',
    'asking-status': 'Domanda sullo stato del cloud',
    exchanging: 'Scambio delle chiavi',
    sending: 'Invio',
    verifying: 'Rilettura',
    'waiting-internet': 'In attesa che il dispositivo abbia Internet',
    resolving: 'Ricerca di un indirizzo libero',
    'logging-in': 'Accesso',
    restarting: 'Attesa del riavvio',
  },
  itemStates: {
    waiting: 'In attesa',
    running: 'Al lavoro',
    'waiting-internet': 'Aspetta Internet',
    done: 'Fatto',
  },
  lights: { ready: 'Pronto', caution: 'Con cautela', stop: 'Escluso' },
  planLevels: { caution: 'Attenzione', stop: 'Escluso' },
  planProblems: {
    'unknown-device':
      'Nessun dispositivo dell’elenco ha questo numero di serie, questo MAC o questo nome.',
    'ambiguous-device': 'Vanno bene più dispositivi. Sono {{candidates}}.',
    'bad-address': 'Questo non è un indirizzo IPv4.',
    'bad-mask': 'Questa non è una maschera di sottorete.',
    'network-address':
      'Questo è l’indirizzo della sottorete stessa, e nessun dispositivo può averlo.',
    'broadcast-address':
      'Questo è l’indirizzo di broadcast della sottorete, e nessun dispositivo può averlo.',
    'gateway-outside': 'Il gateway non è nella sottorete dell’indirizzo.',
    'gateway-is-address': 'Gateway e dispositivo avrebbero lo stesso indirizzo.',
    'doubled-in-plan': 'Il piano dà questo indirizzo due volte. L’altra riga è la {{line}}.',
    'used-by-device': 'Un dispositivo dell’elenco ha questo indirizzo. È {{by}}.',
    'used-on-wire': 'Qualcosa nella rete risponde per questo indirizzo. È {{by}}.',
    'bad-port': 'Una porta è un numero da 1 a 65535.',
    'same-port': 'Due servizi del dispositivo avrebbero la stessa porta.',
    'bad-ipv6': 'Questo non è un indirizzo IPv6 o una lunghezza di prefisso.',
    'ipv6-unsupported': 'Il dispositivo non lascia cambiare i suoi valori IPv6.',
    'not-activated': 'Il dispositivo non è attivato e prima non accetta modifiche.',
    'no-sadp':
      'Il dispositivo è stato trovato solo con la scansione e non risponde a SADP. Modificalo dalla sua pagina web.',
    'unreachable-after':
      'A quell’indirizzo questo computer non raggiungerà il dispositivo. SADP lo trova comunque e può rimetterlo com’era.',
    'missing-column': 'Manca una colonna. È {{column}}.',
    'no-change': 'Il dispositivo ha già questi valori.',
    'no-free-address': 'Nella sottorete non resta nessun indirizzo libero.',
  },
  planFileProblems: {
    empty: 'Il file è vuoto.',
    'no-rows': 'Sotto i titoli non c’è nessuna riga.',
    'too-many-rows': 'Ha più righe di quanti dispositivi abbia un sito.',
    quotes: 'Manca una virgoletta o è fuori posto. Vedi la riga {{line}}.',
  },
  routes: {
    lan: {
      title: 'Scollegare dalla LAN',
      what: 'Da qui, con la password admin del dispositivo. Internet serve al dispositivo, non a questo computer.',
    },
    'owner-account': {
      title: 'Il proprietario lo elimina dall’account',
      what: 'Il proprietario entra in Hik-Connect ed elimina lì il dispositivo. L’assistenza può dire in forma mascherata un account dimenticato.',
    },
    'phone-on-lan': {
      title: 'Telefono nella stessa LAN',
      what: 'Hik-Connect su un telefono nella rete del dispositivo legge il suo codice QR, poi Unbind con utente e password del dispositivo. L’account deve essere dell’area del dispositivo.',
    },
    'recorder-menu': {
      title: 'Menu del registratore',
      what: 'Registratori con menu versione 4.0: System > Network > Advanced > Platform Access > Hik-Connect > Unbind, sullo schermo del registratore.',
    },
    'support-case': {
      title: 'Pratica con l’assistenza del produttore',
      what: 'Con la prova di proprietà: fattura, foto dell’etichetta, numero di serie sullo schermo.',
    },
  },
  passwordProblems: {
    'too-short': 'ha meno di 8 caratteri',
    'too-long': 'ha più di 16 caratteri',
    'one-kind': 'ha un solo tipo di caratteri',
    'two-kinds-only': 'ha solo due tipi di caratteri; se ne consigliano tre',
    'contains-user-name': 'contiene il nome utente, o è quello scritto al contrario',
    repeated: 'ha lo stesso carattere quattro volte di seguito',
    ascending: 'ha quattro cifre che salgono o scendono',
    common: 'contiene ciò che tutti provano per primo, come 123 o admin',
    'not-ascii':
      'ha caratteri che i dispositivi non accettano; usa lettere, cifre e segni comuni senza accenti',
  },
  networkFields: {
    ipv4Address: 'Indirizzo IP (IP Address)',
    ipv4Mask: 'Maschera di sottorete (Subnet Mask)',
    ipv4Gateway: 'Gateway',
    dhcpEnabled: 'Attiva DHCP (Enable DHCP)',
    commandPort: 'Porta (Port)',
    httpPort: 'Porta HTTP (HTTP Port)',
    sdkOverTlsPort: 'Porta SDK avanzata (Enhanced SDK Service Port)',
    ipv6Address: 'Indirizzo IPv6 (IPv6 Address)',
    ipv6Gateway: 'Gateway IPv6 (IPv6 Gateway)',
    ipv6Prefix: 'Lunghezza del prefisso IPv6 (IPv6 Prefix Length)',
  },
  lock: {
    attempts: 'Tentativi rimasti: {{attempts}}',
    minutes: 'Bloccato, ancora {{minutes}} min',
    unlocked: 'Non più bloccato',
  },
  restore: {
    what: 'Il dispositivo dimentica amministratore e password e torna inattivo, come appena tolto dalla scatola.',
    restoreKept:
      'Le registrazioni non vengono toccate. Quali impostazioni restano dipende dal firmware.',
    restoreLost: 'Nessuno può accedere finché non viene attivato di nuovo con una nuova password.',
    cloudStays:
      'Un account collegato può restare collegato: scollega prima, o controlla dopo il collegamento.',
    confirm: 'Scrivi gli ultimi quattro caratteri del numero di serie.',
    otherWay:
      'I dispositivi di questa generazione SADP non possono farlo con SADP: usa Maintenance > Default sulla loro pagina web, o il pulsante di reset.',
  },
  print: printIt,
};
