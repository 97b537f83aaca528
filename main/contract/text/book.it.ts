import type { BookErrors, BookText } from './book.en.ts';

export const bookIt: BookText = {
  names: {
    'not-needed': 'È stato dato un indirizzo, nessun nome da cercare.',
    resolved: 'Il nome {{host}} porta a {{address}}.',
    'not-resolved':
      'Il nome {{host}} non è stato risolto: nessun server dei nomi di questa rete lo conosce, o nessuno risponde. Questo non dice nulla della password. Riprova sulla rete dell’impianto, o inserisci l’indirizzo IP.',
    'not-lan':
      '{{host}} porta fuori dalla rete locale. Non è stato inviato nulla; Untether parla solo con dispositivi della LAN.',
  },
  reaches: {
    open: 'Un server web risponde a {{address}}, porta {{port}}.',
    refused:
      '{{address}} rifiuta le connessioni alla porta {{port}}. Controlla la porta, e se HTTP è attivo nel dispositivo.',
    'no-route':
      'Da questo computer non c’è una via verso {{address}}. Controlla cavo, scheda e sottorete.',
    timeout:
      'Nessuno risponde a {{address}}, porta {{port}}. Controlla l’indirizzo e se il dispositivo è alimentato.',
    'not-http':
      'La porta {{port}} di {{address}} è aperta, ma non risponde un server web. La porta 8000 serve ad altri programmi; la porta web di solito è 80 o 443.',
    tls: 'La connessione sicura a {{address}} non è riuscita. Controlla se la porta è quella HTTPS.',
    'certificate-changed':
      '{{address}} mostra un certificato diverso da quello accettato prima. Non è stato inviato nulla. Accetta quello nuovo solo se il dispositivo è stato ripristinato, aggiornato o sostituito.',
    redirect:
      '{{address}} vuole essere raggiunto altrove: {{redirect}}. Non è stato seguito. Riportalo nella voce se è giusto.',
    'not-tested': 'La via al dispositivo non è stata provata.',
  },
  activations: {
    yes: 'Il dispositivo è attivato.',
    no: 'Il dispositivo non è attivato: non ha ancora una password. Prima attivarlo.',
    unknown: 'Il dispositivo non dice se è attivato.',
  },
  logins: {
    proven: 'L’accesso è stato accettato.',
    'wrong-password': 'Il dispositivo rifiuta questo nome utente o questa password.',
    locked:
      'Il dispositivo è bloccato dopo troppe password errate. Non si prova altro finché non si riapre.',
    'held-back': 'L’accesso non è stato provato, per non far bloccare il dispositivo.',
    'needs-consent-basic':
      'Il dispositivo accetta solo una password che tutti in questa rete possono leggere. Non è stato inviato nulla. Consentilo per il dispositivo se la rete è solo tua.',
    unclear: 'Il dispositivo non ha né accettato né rifiutato chiaramente l’accesso.',
    unsupported: 'Il dispositivo non offre alcun modo di accesso che Untether conosca.',
    'not-activated': 'Nessun accesso provato: prima dell’attivazione non c’è una password.',
    'no-password':
      'Nessun accesso provato: non è stata data una password, e nessuna è aperta nella cassaforte.',
    'not-tested': 'L’accesso non è stato provato.',
  },
  attemptsLeft: 'Tentativi rimasti: {{attempts}}.',
  lockedFor: 'Bloccato ancora per {{minutes}} min.',
  identity: 'È {{model}}, numero di serie {{serial}}.',
  certificates: {
    none: 'La connessione non è cifrata.',
    'first-use':
      'Il certificato è stato visto per la prima volta e viene ricordato: {{fingerprint}}',
    same: 'Il certificato è quello ricordato.',
    changed: 'Ricordato: {{pinned}}. Mostrato ora: {{fingerprint}}',
  },
  questions: {
    'same-serial':
      'Questo è {{device}}, che è già nell’elenco. Le due voci sono un solo dispositivo? Nulla viene unito prima della risposta.',
    'other-device':
      'A questo indirizzo risponde un dispositivo diverso da {{device}}. D’ora in poi la voce riguarda quello nuovo? Fino alla risposta resta com’è.',
  },
  importProblems: {
    'missing-host': 'nessun indirizzo: non è nella rubrica dei dispositivi',
    'bad-host': 'né un indirizzo IPv4 né un nome: {{detail}}',
    'bad-port': 'non è una porta da 1 a 65535: {{detail}}',
    'bad-kind': 'tipo sconosciuto, resta com’è: {{detail}}',
    'name-too-long': 'nome più lungo di 120 caratteri: {{detail}}',
    'user-too-long': 'nome utente più lungo di 64 caratteri: {{detail}}',
    'doubled-in-file': 'stesso indirizzo o numero di serie della riga {{detail}}',
    'already-in-book': 'già nella rubrica, sarà aggiornato: {{detail}}',
    'serial-elsewhere': 'questo indirizzo appartiene a un altro dispositivo: {{detail}}',
    'too-many-cells':
      'più celle dell’intestazione: mettere tra virgolette i valori con un separatore',
  },
  fileProblems: {
    empty: 'il file è vuoto',
    'no-rows': 'c’è un’intestazione e nessuna riga sotto',
    'too-many-rows': 'il file ha troppe righe',
    'missing-column': 'manca la colonna {{column}}',
  },
};

export const bookErrorsIt: BookErrors = {
  'book.bad-host': {
    what: '"{{host}}" non è né un indirizzo IPv4 né un nome.',
    next: 'Scrivi un indirizzo come 192.168.1.64 o un nome come cam.example.lan, con la porta accanto.',
  },
  'book.already-there': {
    what: '{{host}} è già nella rubrica dei dispositivi: {{device}}.',
    next: 'Modifica quella voce, o provala di nuovo.',
  },
  'book.not-in-book': {
    what: '{{device}} non è nella rubrica dei dispositivi.',
    next: 'Prima aggiungilo: per indirizzo, o con un clic dall’elenco dei dispositivi trovati.',
  },
  'book.no-question': {
    what: 'Per {{device}} non c’è più nulla da decidere.',
    next: 'Prova di nuovo la voce; forse la domanda ha avuto risposta in un’altra finestra.',
  },
  'book.bad-file': {
    what: 'Il file dei dispositivi non si può usare: {{problem}} (riga {{line}}).',
    next: 'La prima riga nomina le colonne, per esempio: indirizzo, porta http, https, nome, utente, seriale, mac, tipo, nota.',
  },
  'device.site-authorised': {
    what: 'Il sito è autorizzato in Hik-ProConnect, dove questi dispositivi non si possono eliminare: {{devices}} (in tutto {{count}}).',
    next: 'Rimuoverli qui li toglie solo da questo elenco; né il dispositivo né il suo account cloud cambiano. Acconsenti, oppure togli "autorizzato" al sito.',
  },
};
