import { cliActsIt } from './acts.it.ts';
import { cliBookIt } from './book.it.ts';
import { cliCasesIt } from './cases.it.ts';
import { cliChangesIt } from './changes.it.ts';
import type { CliText } from './en.ts';
import { cliGuideIt } from './guide.it.ts';
import { cliHealthIt } from './health.it.ts';
import { cliPapersIt } from './papers.it.ts';
import { cliRecorderIt } from './recorder.it.ts';
import { cliRoutesIt } from './routes.it.ts';
import { cliVaultIt } from './vault.it.ts';

export const cliIt: CliText = {
  titles: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argomenti:',
    'Options:': 'Opzioni:',
    'Global Options:': 'Opzioni di ogni comando:',
    'Commands:': 'Comandi:',
    examples: 'Esempi:',
  },
  about: 'Trova ogni dispositivo Hikvision su questa rete, senza Internet.',
  aboutMore:
    'Un dispositivo si indica con il numero di serie, una sua fine univoca (almeno 4 caratteri), l’indirizzo MAC o il nome salvato.',
  exitCodes:
    'Codici di uscita: 0 tutto bene, 1 qualcosa non è riuscito, 2 uso errato, 3 il computer rifiuta, 4 deve decidere una persona, 130 interrotto.',
  commands: {
    scan: 'cerca ora i dispositivi ed elenca quelli che rispondono',
    devices: 'i dispositivi salvati del sito corrente',
    list: 'elenca i dispositivi salvati',
    show: 'tutto ciò che si sa di un dispositivo',
    edit: 'cambia nome, nota o tipo di un dispositivo in questo elenco, o come si raggiunge; si prova solo una via cambiata',
    remove:
      'toglie dispositivi da questo elenco; restano come sono e restano collegati al loro account',
    restore: 'rimette nell’elenco i dispositivi tolti',
    export: 'scrive l’elenco in un file',
    doctor: 'scopre perché un dispositivo non compare',
    site: 'i siti di lavoro, ognuno con il suo elenco',
    siteList: 'elenca i siti',
    siteNew: 'crea un sito e lo usa',
    siteUse: 'lavora con questo sito da ora in poi',
    siteRename: 'rinomina un sito',
    simulate:
      'fa la parte di dispositivi simulati su un indirizzo di questo computer, fino a Ctrl+C',
    serve: 'avvia la versione per browser su questo computer, fino a Ctrl+C',
    help: 'mostra l’aiuto di un comando',
  },
  options: {
    dataDir: 'cartella dei dati (o UNTETHER_DATA_DIR)',
    json: 'un documento JSON sullo standard output e nient’altro',
    lang: 'lingua: en, it o es',
    iface: 'solo questa scheda di rete, per nome o indirizzo (ripetibile)',
    timeout:
      'fermati dopo questi secondi, come con Ctrl+C: si finisce ciò che è in corso, il resto è lasciato',
    yes: 'non chiedere, il consenso è dato',
    demo: 'il sito di prova al posto della rete vera',
    scenario: 'il sito di prova: small-shop, hotel, campus, crowd o unbind-thirty (implica --demo)',
    devices: 'quanti dispositivi simulati',
    help: 'mostra questo aiuto',
    version: 'mostra la versione',
    wait: 'secondi di ascolto delle risposte',
    sweep: 'chiede anche a ogni indirizzo di questo intervallo privato (ripetibile)',
    watch: 'resta e stampa ogni cambiamento, fino a Ctrl+C',
    removed: 'anche quelli tolti dall’elenco',
    name: 'nome in questo elenco ("" lo cancella)',
    note: 'nota ("" la cancella)',
    type: 'camera, recorder, intercom, panel, unknown, o auto per ciò che dice il dispositivo',
    out: 'file da scrivere; - per lo standard output',
    format: 'csv, xlsx o json; altrimenti secondo la fine del nome del file',
    port: 'porta di questo computer; 0 lascia scegliere al sistema',
    open: 'apre il browser',
  },
  args: {
    device: 'serie, fine della serie, MAC o nome',
    devices: 'dispositivi per serie, fine della serie, MAC o nome',
    siteName: 'nome di un sito',
    newName: 'il suo nuovo nome',
    command: 'un comando',
  },
  usage: {
    unknownOption: 'l’opzione {{what}} non esiste.',
    unknownCommand: 'il comando {{what}} non esiste.',
    missingArgument: 'manca {{what}}.',
    missingOption: 'serve l’opzione {{what}}.',
    missingValue: 'l’opzione {{what}} vuole un valore.',
    badValue: '{{what}} non si può usare.',
    tooMany: 'ci sono più argomenti di quanti il comando ne accetti.',
    didYouMean: 'Forse {{what}}?',
  },
  values: {
    seconds: '{{value}} non è un numero di secondi',
    count: '{{value}} non è un numero intero da {{from}} a {{to}}',
    oneOf: '{{value}} non è tra {{choices}}',
    range: '{{value}} non è un intervallo di indirizzi',
    device: 'un dispositivo si indica con almeno 4 caratteri',
    nothingToEdit:
      'indicare --name, --note o --type, oppure un’opzione su come si raggiunge, per esempio --host',
    noFormat: 'la fine di {{value}} non è .csv, .xlsx o .json; indicare --format',
    address: 'un indirizzo di questo computer, non {{value}}',
  },
  next: {
    'job.needs-password':
      'Dalla con --password-file o --password-stdin, lancia il comando in un terminale che possa chiederla, o tienila prima nella cassaforte: untether vault save <dispositivo>.',
    'vault.locked':
      'Dai la sua passphrase con --passphrase-file o UNTETHER_PASSPHRASE_FILE, lancia il comando in un terminale che possa chiederla, o, per un’esecuzione, dai la password con --password-file.',
    'vault.exists':
      'Aprila con: untether vault unlock. La sua passphrase si cambia con: untether vault passwd.',
    'site-file.needs-vault':
      'Dai la sua passphrase con --passphrase-file, o lascia fuori le password con --without-passwords.',
    'case.needs-authorisation':
      'Scrivi chi lo ha permesso e come: untether cases edit <caso> --authorised-by "Sig.ra Rossi, per e-mail". Poi ripeti questo comando.',
    'device.site-authorised': 'Se è voluto, aggiungi --accept-authorised.',
    'device.not-found':
      'Usa il numero di serie, almeno gli ultimi 4 caratteri, il MAC o il nome salvato. "untether scan" cerca ciò che è stato collegato adesso.',
    'site.not-found': '"untether site" elenca i siti.',
    'job.not-found': '"untether jobs" elenca le esecuzioni.',
    'case.not-found': '"untether cases" elenca i casi.',
    'vault.none':
      'Creane prima una: untether vault init. Fino ad allora ogni esecuzione prende la password da --password-file, --password-stdin o da un terminale.',
  },
  errors: {
    failed: 'Errore:',
    reference: 'Codice {{code}}, riferimento {{ref}}.',
    noFolder: 'la cartella non esiste',
    isFolder: 'è una cartella',
    noRight: 'questo utente non può scrivere lì',
    readOnly: 'il disco è di sola lettura',
    diskFull: 'il disco è pieno',
    inUse: 'lo tiene aperto un altro programma',
    stdout: '(standard output)',
    exists: 'Il file {{file}} esiste. Aggiungi --yes per sostituirlo, o dai un altro nome.',
    replace: 'Il file {{file}} esiste. Sostituirlo?',
  },
  acts: cliActsIt,
  cases: cliCasesIt,
  changes: cliChangesIt,
  book: cliBookIt,
  guide: cliGuideIt,
  recorder: cliRecorderIt,
  routes: cliRoutesIt,
  health: cliHealthIt,
  vault: cliVaultIt,
  papers: cliPapersIt,
  yesLetters: 's',
  noLetters: 'n',
  scan: {
    listening: 'In ascolto su {{adapters}} …',
    progress: '{{devices}} dispositivi, ancora {{seconds}} s',
    sweeping: 'Richiesta a {{cidr}}: {{done}} di {{total}} indirizzi, {{found}} dispositivi',
    silent: 'Nessun dispositivo ha risposto. "untether doctor" ne cerca il motivo.',
    summary:
      'Dispositivi che hanno risposto: {{devices}}. Datagrammi: {{datagrams}}, non capiti: {{rejected}}.',
    dropped: 'Questo computer ha perso {{dropped}} datagrammi; ripetere la ricerca.',
    quiet: 'Dispositivi salvati che non hanno risposto: {{devices}} (untether devices).',
    interrupted: 'Interrotto: questo è ciò che si è trovato fin qui.',
    timedOut: 'Tempo scaduto: questo è ciò che si è trovato fin qui.',
    watching: 'In osservazione. Ctrl+C termina.',
  },
  devices: {
    none: 'Nessun dispositivo salvato per il sito {{site}}. "untether scan" li cerca.',
    summary: 'Dispositivi: {{devices}}, sito: {{site}}.',
    edited: 'Modificato: {{device}}.',
    removed:
      'Tolto da questo elenco: {{device}}. Il dispositivo resta com’è e resta collegato al suo account.',
    restored: 'Di nuovo nell’elenco: {{device}}.',
    exported: 'Scritto: {{file}} ({{bytes}} byte).',
    facts: 'Ciò che dice',
    extra: 'Ciò che dice e questa versione non conosce',
    history: 'Cronologia',
    more: 'e altri {{count}}',
  },
  doctor: {
    clean: 'Nessun problema trovato.',
    warned: 'Niente è guasto. Guarda i punti segnati.',
    evidence: 'Letto:',
  },
  site: {
    current: 'in uso',
    devices: 'Dispositivi',
    created: 'Creato',
    name: 'Sito',
    made: 'Il sito {{name}} è stato creato ed è in uso.',
    used: 'Sito in uso: {{name}}.',
    renamed: 'Rinominato in {{name}}.',
  },
  simulate: {
    start: 'Dispositivi simulati: {{devices}} ({{scenario}}), su {{address}}.',
    loopback: 'Li vedono i programmi di questo computer che cercano in loopback.',
    lan: 'Li vedono i programmi sulla rete di questo indirizzo.',
    end: 'Ctrl+C termina.',
  },
  serve: {
    opened: 'Untether è aperto nel browser. Se non lo è, apri questo link su questo computer:',
    link: 'Apri questo link in un browser su questo computer:',
    noDisplay: 'Qui non c’è uno schermo su cui aprire un browser.',
    noProgram: 'Non è stato possibile aprire un browser.',
    once: 'Il link vale una volta, entro 10 minuti. Invio ne stampa uno nuovo, Ctrl+C chiude Untether.',
  },
};
