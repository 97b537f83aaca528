import type { actsUiEn } from '../en/acts.ts';
import type { Translation } from '../translation.ts';

export const actsUiIt = {
  actions: {
    unbind: 'Unbind (svincola)…',
    activate: 'Attiva…',
    cloud: 'Hik-Connect…',
    code: 'Codice di verifica…',
    locate: 'Individua (luce accesa)',
    restoreInactive: 'Riporta a inattivo…',
  },
  whyNot: {
    none: 'Selezionare prima i dispositivi nell’elenco.',
    single: 'Selezionare un solo dispositivo.',
    removed: 'Rimettere prima il dispositivo nell’elenco.',
    otherVendor: 'Il dispositivo non è della famiglia Hikvision.',
    noSadp:
      'Il dispositivo è stato trovato solo con la scansione e non risponde a SADP. Usare la sua pagina web.',
    allActive: 'Tutti i dispositivi selezionati sono già attivi.',
    allInactive: 'Il dispositivo non è ancora attivo: prima va attivato.',
    noCloud: 'Il dispositivo dice di non avere Hik-Connect.',
    notLive: 'Untether al momento non risponde.',
  },
  changes: 'Cambia:',
  stays: 'Resta:',
  close: 'Chiudi senza cambiare nulla',
  asking_one: 'Chiedo a {{count}} dispositivo come sta. Nessuna password viene inviata.',
  asking_other: 'Chiedo a {{count}} dispositivi come stanno. Nessuna password viene inviata.',
  lights: 'Che cosa troverebbe il lavoro',
  minutes: '({{minutes}} min)',
  tally: {
    ready_one: '{{count}} pronto',
    ready_other: '{{count}} pronti',
    caution_one: '{{count}} con cautela',
    caution_other: '{{count}} con cautela',
    stop_one: '{{count}} non ora',
    stop_other: '{{count}} non ora',
    verified_one: '{{count}} verificato',
    verified_other: '{{count}} verificati',
    accepted_one: '{{count}} accettato',
    accepted_other: '{{count}} accettati',
    'needs-internet_one': '{{count}} senza Internet',
    'needs-internet_other': '{{count}} senza Internet',
    'needs-owner_one': '{{count}} richiede il proprietario',
    'needs-owner_other': '{{count}} richiedono il proprietario',
    'different-area_one': '{{count}} di un’altra area',
    'different-area_other': '{{count}} di un’altra area',
    already_one: '{{count}} già a posto',
    already_other: '{{count}} già a posto',
    skipped_one: '{{count}} saltato',
    skipped_other: '{{count}} saltati',
    'wrong-password_one': '{{count}} con password errata',
    'wrong-password_other': '{{count}} con password errata',
    locked_one: '{{count}} bloccato',
    locked_other: '{{count}} bloccati',
    refused_one: '{{count}} rifiuta',
    refused_other: '{{count}} rifiutano',
    'not-supported_one': '{{count}} solo per altra via',
    'not-supported_other': '{{count}} solo per altra via',
    'no-answer_one': '{{count}} senza risposta',
    'no-answer_other': '{{count}} senza risposta',
    unknown_one: '{{count}} sconosciuto',
    unknown_other: '{{count}} sconosciuti',
    failed_one: '{{count}} non riuscito',
    failed_other: '{{count}} non riusciti',
  },
  secrets: {
    password: 'Password dell’amministratore',
    newPassword: 'Nuova password',
    repeat: '{{label}}, di nuovo',
    differs: 'Le due non sono uguali.',
    group: 'Password',
    same: 'La stessa per tutti i {{count}}',
    each: 'Una per ogni dispositivo',
    passwordOf: 'Password di {{device}}',
    pasteList: 'Nel primo campo si può incollare un elenco con una password per riga.',
    missing: 'Inserire la password dell’amministratore.',
    missingNew: 'Dare a ogni dispositivo la sua nuova password.',
  },
  override: {
    what_one:
      '{{count}} dispositivo ha pochi tentativi rimasti, o questa password era già errata. Un altro errore può bloccarlo.',
    what_other:
      '{{count}} dispositivi hanno pochi tentativi rimasti, o questa password era già errata. Un altro errore può bloccarli.',
    label: 'Per inviarla comunque, scrivere {{word}}',
    hint: 'Senza questa parola non viene inviato loro nulla.',
    given: 'La password verrà inviata anche a loro.',
  },
  unbind: {
    title_one: 'Svincola {{count}} dispositivo dal suo account cloud',
    title_other: 'Svincola {{count}} dispositivi dal loro account cloud',
    confirm_one: 'Svincola {{count}} dispositivo',
    confirm_other: 'Svincola {{count}} dispositivi',
    nothing:
      'Nessuno di questi si può svincolare ora da qui. Aprire una riga per vedere le altre vie.',
    includeUnknown_one:
      'Prova anche {{count}} di stato cloud sconosciuto. Il risultato migliore è «Accettato, non verificato».',
    includeUnknown_other:
      'Prova anche {{count}} di stato cloud sconosciuto. Il risultato migliore è «Accettato, non verificato».',
    wait_one: 'Aspetta che {{count}} abbia Internet, poi prosegue da solo',
    wait_other: 'Aspetta che {{count}} abbiano Internet, poi proseguono da soli',
    changes: 'l’account perde il dispositivo e un altro account può aggiungerlo.',
    stays:
      'il dispositivo, il suo indirizzo, la sua password, le registrazioni e la sua riga in questo elenco. Non è «Rimuovi da questo elenco».',
  },
  panel: {
    what_one:
      'Tra questi c’è una centrale AX PRO. Non viene svincolata con gli altri: il suo comando elimina anche gli account degli installatori.',
    what_other:
      'Tra questi ci sono {{count}} centrali AX PRO. Non vengono svincolate con gli altri: il loro comando elimina anche gli account degli installatori.',
    open: 'Svincola questa centrale…',
    title: 'Svincola una centrale AX PRO',
    warning:
      'Elimina ogni utente cloud della centrale, compresi gli account di installazione e manutenzione. Vanno poi ricreati.',
    code: 'Codice del produttore',
    codeHint:
      'L’assistenza lo dà per questa sola centrale. La password dell’amministratore non basta.',
    noCode: 'Inserire il codice del produttore.',
    understood: 'Gli account degli installatori possono essere eliminati',
    noConsent: 'Confermare che gli account degli installatori possono essere eliminati.',
    confirm: 'Svincola la centrale, elimina i suoi utenti cloud',
    changes: 'la centrale lascia il suo account e tutti i suoi utenti cloud spariscono.',
    stays: 'zone, rivelatori e impostazioni della centrale; la sua riga in questo elenco.',
  },
  activate: {
    title_one: 'Attiva {{count}} dispositivo',
    title_other: 'Attiva {{count}} dispositivi',
    confirm_one: 'Attiva {{count}} dispositivo',
    confirm_other: 'Attiva {{count}} dispositivi',
    nothing: 'Nessuno di questi si può attivare ora.',
    changes: 'l’amministratore «admin» riceve questa password. Senza reset non si torna indietro.',
    stays: 'indirizzo, DHCP e Hik-Connect, come sono ora.',
    dhcp_one: '{{count}} ha DHCP acceso: il suo indirizzo può cambiare da solo.',
    dhcp_other: '{{count}} hanno DHCP acceso: i loro indirizzi possono cambiare da soli.',
    shared_one: '{{count}} condivide l’indirizzo con altri. Dopo va dato un indirizzo proprio.',
    shared_other:
      '{{count}} condividono l’indirizzo con altri. Dopo va dato a ciascuno il proprio.',
    cloud: 'Hik-Connect si accende a parte e chiede allora un codice di verifica.',
    phone:
      'Un dispositivo attivato invece da un telefono accende DHCP e può spostarsi su un altro indirizzo.',
  },
  cloud: {
    title_one: 'Hik-Connect di {{count}} dispositivo',
    title_other: 'Hik-Connect di {{count}} dispositivi',
    before: 'Ora: {{on}} acceso, {{off}} spento, {{unknown}} sconosciuto.',
    to: 'Imposta Hik-Connect',
    on: 'Acceso',
    off: 'Spento',
    confirm: {
      on_one: 'Accendi Hik-Connect per {{count}} dispositivo',
      on_other: 'Accendi Hik-Connect per {{count}} dispositivi',
      off_one: 'Spegni Hik-Connect per {{count}} dispositivo',
      off_other: 'Spegni Hik-Connect per {{count}} dispositivi',
    },
    nothing: 'Nessuno di questi si può impostare ora da qui.',
    changes: {
      on: 'il dispositivo si collega al cloud Hik-Connect quando ha Internet.',
      off: 'il dispositivo lascia il cloud; da fuori nessuno lo raggiunge più.',
    },
    stays: {
      on: 'il proprietario: acceso non vuol dire vincolato a un account.',
      off: 'il vincolo con un account. Spento non vuol dire svincolato.',
    },
    codeNote:
      'Molti dispositivi accettano Hik-Connect solo con un codice di verifica da 6 a 12 lettere e cifre.',
  },
  code: {
    open: 'Imposta il codice di verifica…',
    title: 'Codice di verifica di Hik-Connect',
    label: 'Codice di verifica',
    rule: 'Un codice ha da 6 a 12 lettere e cifre.',
    confirm: 'Imposta il codice',
    changes:
      'il codice che Hik-Connect chiede quando si aggiunge il dispositivo o si apre la sua immagine.',
    stays: 'la password del dispositivo e il suo proprietario.',
  },
  restore: {
    title: 'Riporta a inattivo',
    warning:
      'Dopo, il dispositivo non ha password e non si usa finché non viene riattivato. Da qui non si può annullare.',
    elsewhere:
      'Si fa altrove: nella pagina web del dispositivo sotto Maintenance > Default, nel menu del registratore o con il pulsante di reset.',
    tail: 'Ultimi quattro caratteri del numero di serie',
    tailHint: 'Scritti a mano, perché sia questo dispositivo e nessun altro.',
    noTail: 'Scrivere gli ultimi quattro caratteri del numero di serie.',
    confirm: 'Riporta questo dispositivo a inattivo',
    changes: 'la password sparisce e le impostazioni tornano a ciò che il firmware conserva.',
    stays:
      'le registrazioni; di regola l’indirizzo; e un vincolo con un account cloud può restare: ricontrollare.',
  },
  resume: {
    title: 'Riprendi: {{kind}}',
    why_one:
      'Le password non si tengono su disco. {{count}} dispositivo è aperto; se era in corso, prima viene letto e mai comandato due volte.',
    why_other:
      'Le password non si tengono su disco. {{count}} dispositivi sono aperti; quelli in corso prima vengono letti e mai comandati due volte.',
    confirm_one: 'Riprendi con {{count}} dispositivo',
    confirm_other: 'Riprendi con {{count}} dispositivi',
  },
  undo: {
    title: 'Rimetti i vecchi valori di rete',
    why: 'Ogni dispositivo riceve i valori che aveva prima. Funziona finché risponde a SADP.',
    confirm_one: 'Ripristina {{count}} dispositivo',
    confirm_other: 'Ripristina {{count}} dispositivi',
  },
  history: {
    audit: 'Fatto da qui',
    none: 'Da qui non è ancora stato inviato nulla a questo dispositivo.',
    by: '{{user}}@{{machine}}, {{host}}',
  },
} satisfies Translation<typeof actsUiEn>;
