import { actErrorsIt, actsIt } from './acts.it.ts';
import { bookErrorsIt, bookIt } from './book.it.ts';
import { caseErrorsIt, casesIt } from './cases.it.ts';
import { chooserErrorsIt, chooserIt } from './chooser.it.ts';
import { doctorIt } from './doctor.it.ts';
import type { Text } from './en.ts';
import { factsIt } from './facts.it.ts';
import { familiesIt, resetCardIt } from './families.it.ts';
import { guideErrorsIt, guideGroupsIt } from './guides.it.ts';
import { healthIt } from './health.it.ts';
import { messagesIt } from './messages.it.ts';
import { codesIt, recorderErrorsIt } from './recorder.it.ts';
import { recoveryErrorsIt } from './recovery.it.ts';
import { reportErrorsIt, reportsIt } from './reports.it.ts';
import { tableErrorsIt, tableIt } from './table.it.ts';
import { trainingErrorsIt } from './training.it.ts';
import { vaultBoxesIt, vaultErrorsIt } from './vault.it.ts';

const errors: Text['errors'] = {
  'input.invalid': {
    what: 'Alcuni valori non si possono usare: {{fields}}.',
    next: 'Correggili e riprova.',
  },
  'input.unknown-method': {
    what: 'Il nucleo non conosce la richiesta "{{method}}".',
    next: 'Finestra e nucleo sono di versioni diverse. Chiudi Untether del tutto e riavvialo.',
  },
  'input.too-large': {
    what: 'La richiesta supera i {{limitBytes}} byte ammessi.',
    next: 'Falla a pezzi, per esempio con meno righe selezionate.',
  },
  'input.bad-json': {
    what: 'La richiesta non si può leggere: non è JSON valido.',
    next: 'Ricarica la pagina. Se l’ha mandata un programma, correggi il JSON.',
  },
  'input.bad-cidr': {
    what: '"{{value}}" non è un intervallo di indirizzi.',
    next: 'Scrivi un intervallo come 192.168.1.0/24 o un solo indirizzo come 192.168.1.64.',
  },
  'input.cidr-too-large': {
    what: '{{value}} è troppo grande: una scansione copre al massimo {{limit}} indirizzi.',
    next: 'Falla a pezzi, per esempio un /24 (256 indirizzi) dopo l’altro.',
  },
  'input.public-range': {
    what: '{{value}} non è un intervallo privato. Untether non manda nulla fuori dalla rete locale.',
    next: 'Usa un intervallo in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 o 192.0.0.0/24.',
  },
  'input.usage': {
    what: 'Così non si può fare: {{problem}}',
    next: 'Correggi; --help dopo il comando mostra come si scrive.',
  },
  'auth.untrusted': {
    what: 'Questa finestra non può comandare Untether.',
    next: 'Apri il link che Untether ha scritto all’avvio. Vale una volta sola; riavvia per averne uno nuovo.',
  },
  'device.not-found': {
    what: 'Nessun dispositivo nell’elenco corrisponde a "{{wanted}}".',
    next: 'Usa il numero di serie, almeno i suoi ultimi 4 caratteri, l’indirizzo MAC o il nome salvato. Aggiorna se il dispositivo è stato collegato adesso.',
  },
  'device.ambiguous': {
    what: '"{{wanted}}" va bene per più dispositivi: {{candidates}}.',
    next: 'Scrivi più caratteri del numero di serie, oppure l’indirizzo MAC.',
  },
  'site.not-found': {
    what: 'Non c’è un sito "{{wanted}}".',
    next: 'Scegli un sito dall’elenco; può essere stato eliminato in un’altra finestra.',
  },
  'site.name-taken': {
    what: 'C’è già un sito che si chiama "{{name}}".',
    next: 'Scegli un altro nome.',
  },
  'site.not-empty': {
    what: 'Il sito "{{name}}" non si può eliminare: dispositivi ancora nel suo elenco: {{devices}}.',
    next: 'Togli prima i dispositivi dall’elenco di questo sito. Sui dispositivi non cambia nulla.',
  },
  'network.no-adapter': {
    what: 'Nessuna scheda di rete attivata ha un indirizzo IPv4.',
    next: 'Collega il cavo o entra nel Wi-Fi, poi attiva la scheda nell’elenco delle schede.',
  },
  'network.adapter-not-found': {
    what: 'Non c’è una scheda di rete "{{wanted}}". Presenti: {{known}}.',
    next: 'Scegli una delle schede presenti, o collega quella che manca.',
  },
  'network.permission': {
    what: 'Il sistema operativo non lascia usare la rete locale a Untether: {{what}}.',
    next: 'Permettilo nelle impostazioni di privacy o del firewall del sistema, poi premi Aggiorna.',
  },
  'network.port-closed': {
    what: 'La porta UDP {{port}} non si è potuta aprire, quindi i dispositivi non si sentono.',
    next: 'Chiudi SADP Tool e gli altri programmi che cercano dispositivi, poi premi Aggiorna.',
  },
  'sweep.running': {
    what: 'Una scansione di {{cidr}} è ancora in corso.',
    next: 'Aspetta che finisca, o fermala, poi avvia la nuova.',
  },
  'sweep.not-found': {
    what: 'Nessuna scansione è in corso.',
    next: 'Avviane una con l’intervallo in cui vuoi cercare.',
  },
  ...actErrorsIt,
  ...caseErrorsIt,
  ...chooserErrorsIt,
  ...trainingErrorsIt,
  ...recoveryErrorsIt,
  ...vaultErrorsIt,
  ...bookErrorsIt,
  ...tableErrorsIt,
  ...recorderErrorsIt,
  ...guideErrorsIt,
  ...reportErrorsIt,
  'store.newer': {
    what: 'Il file dei dati è stato scritto da un Untether più nuovo (formato {{found}}; questa versione conosce {{known}}).',
    next: 'Installa la versione più nuova, o avvia con un’altra cartella dei dati. Il file è rimasto com’era: {{path}}',
  },
  'store.unwritable': {
    what: 'Il file dei dati non si può scrivere: {{path}}',
    next: 'Controlla che la cartella esista e che tu possa scriverci, o avvia con un’altra cartella dei dati.',
  },
  'store.busy': {
    what: 'Un altro programma tiene il file dei dati: {{path}}',
    next: 'Chiudi l’altra finestra o l’altro comando di Untether e riprova.',
  },
  'store.disk-full': {
    what: 'Il disco è pieno; le ultime modifiche non sono state salvate: {{path}}',
    next: 'Libera un po’ di spazio. Untether continua a lavorare e salva appena può.',
  },
  'file.unwritable': {
    what: 'Il file {{path}} non si è potuto scrivere: {{reason}}.',
    next: 'Scegli un’altra cartella o un altro nome, o chiudi il programma che tiene aperto il file.',
  },
  'host.node-too-old': {
    what: 'Questo è Node {{found}}; Untether richiede {{needed}} o più nuovo.',
    next: 'Installa un Node più nuovo, o usa l’app desktop, che porta il suo.',
  },
  'host.closing': {
    what: 'Untether non risponde: si sta chiudendo o è terminato.',
    next: 'Riavvialo e ripeti l’ultimo passo.',
  },
  'internal.unexpected': {
    what: 'Qualcosa è andato storto dentro Untether. Niente è stato dato per fatto.',
    next: 'Riprova una volta. Se succede ancora, copia questo messaggio; il riferimento è anche nel file di log.',
  },
};

const notices: Text['notices'] = {
  flood: {
    what: 'Si annunciano più dispositivi di quanti possano essere veri. Annunci non accolti: {{refused}}.',
    next: 'Una macchina in questa rete manda dispositivi inventati. Scollega parti della rete per trovarla. L’elenco resta usabile.',
  },
  'port-ephemeral': {
    what: 'La porta UDP {{port}} è tenuta da un altro programma: {{holder}}.',
    next: 'Chiudilo (spesso è SADP Tool o iVMS-4200) e premi Aggiorna. Fino ad allora si vedono solo i dispositivi che rispondono direttamente.',
  },
  'port-closed': {
    what: 'La porta UDP {{port}} non si è potuta aprire, quindi i dispositivi non si sentono.',
    next: 'Apri la Diagnosi: dice la causa. Una scansione trova comunque i dispositivi.',
  },
  'adapter-failed': {
    what: 'La scheda {{adapter}} non è in ascolto.',
    next: 'Apri l’elenco delle schede per vedere il motivo. Le altre schede continuano.',
  },
  'no-adapter': {
    what: 'Nessuna scheda è in ascolto.',
    next: 'Collega il cavo o entra nel Wi-Fi, o attiva una scheda nell’elenco delle schede.',
  },
  'rp-filter': {
    what: 'Questo computer scarta le risposte da altre sottoreti (rp_filter su {{adapter}}).',
    next: 'Possono mancare dispositivi con un indirizzo di un’altra rete. La Diagnosi mostra l’impostazione e il comando che la cambia.',
  },
  'store-damaged': {
    what: 'Il file dei dati era danneggiato. È stato messo da parte e ne è iniziato uno nuovo: {{path}}',
    next: 'I dispositivi tornano da soli; nomi e note salvati sono nel file messo da parte. Conservalo.',
  },
  'vault-not-opened': {
    what: 'La cassaforte non si è aperta da sola, quindi le password salvate non si usano ({{why}}).',
    next: 'Sbloccala con la sua passphrase. Non è stato eliminato nulla.',
  },
  'recorder-address': {
    what: 'La telecamera {{camera}} è passata da {{from}} a {{to}}. Il canale {{channel}} del registratore {{recorder}} forse la cerca ancora al vecchio indirizzo.',
    next: 'Modifica il canale nel registratore dando anche la password della telecamera. Lì non è stato cambiato nulla.',
  },
  'store-memory': {
    what: 'Non si salva nulla: il file dei dati non si può usare ({{path}}).',
    next: 'Nomi, note e siti si perdono alla chiusura di Untether. Libera il disco o correggi la cartella, poi riavvia.',
  },
  'store-write-failed': {
    what: 'Le ultime modifiche non si sono potute salvare: {{path}}',
    next: 'Controlla lo spazio libero e i permessi della cartella. Untether riprova a ogni modifica.',
  },
  'datagrams-dropped': {
    what: 'Il sistema ha scartato {{dropped}} datagrammi prima che si potessero leggere.',
    next: 'Premi Aggiorna una o due volte: i dispositivi persi rispondono di nuovo.',
  },
  demo: {
    what: 'Sito di prova: questi dispositivi sono simulati e nulla viene mandato in rete.',
    next: 'Avvia Untether senza l’opzione demo per lavorare con dispositivi veri.',
  },
};

const columns: Text['columns'] = {
  state: 'Stato ora',
  model: 'Modello (Device Type)',
  ipv4Address: 'Indirizzo IPv4 (IPv4 Address)',
  name: 'Nome',
  activated: 'Attivazione (Status)',
  serial: 'Numero di serie (Device Serial No.)',
  mac: 'Indirizzo MAC (MAC Address)',
  commandPort: 'Porta (Port)',
  sdkOverTlsPort: 'Porta SDK avanzata (Enhanced SDK Service Port)',
  firmware: 'Versione firmware (Software Version)',
  ipv4Gateway: 'Gateway IPv4 (IPv4 Gateway)',
  httpPort: 'Porta HTTP (HTTP Port)',
  ipv4Mask: 'Maschera di sottorete (Subnet Mask)',
  digitalChannels: 'Canali di codifica (Encoding Channel(s))',
  dsp: 'Versione DSP (DSP Version)',
  bootTime: 'Ora di avvio (Start Time)',
  ipv6Address: 'Indirizzo IPv6 (IPv6 Address)',
  ipv6Gateway: 'Gateway IPv6 (IPv6 Gateway)',
  ipv6Prefix: 'Lunghezza prefisso IPv6 (IPv6 Prefix Length)',
  ipv6Supported: 'Supporta IPv6 (Support IPv6)',
  ipv6Modifiable: 'IPv6 modificabile (IPv6 Modifiable)',
  dhcpSupported: 'Supporta DHCP (Support DHCP)',
  dhcpEnabled: 'Stato DHCP IPv4 (IPv4 DHCP Status)',
  cloudSupported: 'Supporta Hik-Connect (Support Hik-Connect)',
  cloudEnabled: 'Stato Hik-Connect (Hik-Connect Status)',
  cloudBound: 'Collegato a un account',
  unbindSupported: 'Supporta lo scollegamento (Unbind)',
  analogChannels: 'Canali analogici',
  httpsPort: 'Porta HTTPS (HTTPS Port)',
  kind: 'Tipo',
  vendor: 'Famiglia di marca',
  generation: 'Generazione SADP',
  oemInfo: 'Informazioni OEM',
  via: 'Visto da',
  lastSeenAt: 'Ultima volta visto',
  firstSeenAt: 'Prima volta visto',
  restartedAt: 'Riavvio notato',
  bookHost: 'Indirizzo nella rubrica',
  login: 'Accesso',
  health: 'Stato di salute',
  openCase: 'Caso aperto',
  note: 'Nota',
};

const columnsShort: Text['columnsShort'] = {
  state: 'Stato',
  model: 'Modello',
  ipv4Address: 'Indirizzo IPv4',
  name: 'Nome',
  activated: 'Attivo',
  serial: 'N. di serie',
  mac: 'MAC',
  commandPort: 'Porta',
  sdkOverTlsPort: 'SDK TLS',
  firmware: 'Firmware',
  ipv4Gateway: 'Gateway',
  httpPort: 'HTTP',
  ipv4Mask: 'Maschera',
  digitalChannels: 'Canali',
  dsp: 'DSP',
  bootTime: 'Ora di avvio',
  ipv6Address: 'Indirizzo IPv6',
  ipv6Gateway: 'Gateway IPv6',
  ipv6Prefix: 'Prefisso',
  ipv6Supported: 'IPv6',
  ipv6Modifiable: 'Mod. IPv6',
  dhcpSupported: 'Ha DHCP',
  dhcpEnabled: 'DHCP',
  cloudSupported: 'Ha cloud',
  cloudEnabled: 'Hik-Connect',
  cloudBound: 'Con account',
  unbindSupported: 'Scollegabile',
  analogChannels: 'Analogici',
  httpsPort: 'HTTPS',
  kind: 'Tipo',
  vendor: 'Marca',
  generation: 'SADP',
  oemInfo: 'OEM',
  via: 'Visto da',
  lastSeenAt: 'Visto',
  firstSeenAt: 'Prima volta',
  restartedAt: 'Riavviato',
  bookHost: 'Rubrica',
  login: 'Accesso',
  health: 'Salute',
  openCase: 'Caso',
  note: 'Nota',
};

export const it = {
  errors,
  notices,
  vaultBoxes: vaultBoxesIt,
  columns,
  columnsShort,
  facts: factsIt,
  ...actsIt,
  guideGroups: guideGroupsIt,
  health: healthIt,
  codes: codesIt,
  presence: {
    online: 'Online',
    stale: 'Non risponde',
    offline: 'Offline',
    never: 'Mai visto',
  },
  flags: {
    'duplicate-address': 'Stesso IP ({{devices}})',
    'other-subnet': 'Altra sottorete',
    locked: 'Bloccato',
    inactive: 'Non attivo',
    unreachable: 'Non raggiungibile',
    'default-address': 'IP di fabbrica',
  },
  book: bookIt,
  table: tableIt,
  kinds: {
    camera: 'Telecamera',
    recorder: 'Registratore',
    intercom: 'Videocitofono',
    panel: 'Centrale d’allarme',
    unknown: 'Sconosciuto',
  },
  vendors: {
    hikvision: 'Hikvision',
    ezviz: 'EZVIZ',
    oem: 'Marca OEM',
    other: 'Altra marca',
    unknown: 'Sconosciuta',
  },
  sources: { sadp: 'SADP', sweep: 'Scansione', onvif: 'ONVIF', book: 'Accesso' },
  tri: { yes: 'Sì', no: 'No', unknown: 'Sconosciuto' },
  adapterKinds: {
    ethernet: 'Cavo',
    wifi: 'Wi-Fi',
    vpn: 'VPN',
    virtual: 'Virtuale',
    loopback: 'Questo computer',
    unknown: 'Tipo sconosciuto',
  },
  adapterProblems: {
    'no-ipv4':
      'Non ha un indirizzo IPv4. Collega il cavo, aspetta il DHCP o imposta un indirizzo a mano.',
    'join-failed':
      'Il sistema ha rifiutato il gruppo multicast, quindi si sentono solo le risposte dirette.',
    'bind-failed': 'La sua porta non si è potuta aprire; forse la tiene un altro programma.',
    'send-failed': 'La ricerca non si è potuta mandare. Controlla il cavo o il Wi-Fi.',
    permission: 'Il sistema non lo permette. Controlla le impostazioni di privacy e del firewall.',
    gone: 'La scheda è stata scollegata o disattivata.',
  },
  adapterStates: {
    listening: 'In ascolto',
    failed: 'Non in ascolto',
    off: 'Disattivata',
    gone: 'Assente',
  },
  sweepStates: {
    running: 'In corso',
    done: 'Finita',
    cancelled: 'Fermata',
    failed: 'Fallita',
  },
  events: {
    found: 'Trovato per la prima volta',
    updated: 'Dati cambiati',
    online: 'Di nuovo online',
    offline: 'Non risponde più',
    restarted: 'Riavviato',
    reset: 'Tornato allo stato di fabbrica (non attivo)',
    activated: 'Attivato',
    'address-changed': 'Indirizzo cambiato',
    'moved-site': 'Passato a un altro sito',
    renamed: 'Rinominato',
    removed: 'Tolto da questo elenco',
    restored: 'Rimesso in questo elenco',
  },
  cases: casesIt,
  chooser: chooserIt,
  messages: messagesIt,
  families: familiesIt,
  resetCard: resetCardIt,
  doctor: doctorIt,
  reports: reportsIt,
} satisfies Text;
