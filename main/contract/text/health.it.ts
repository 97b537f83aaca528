import type { HealthText } from './health.en.ts';

export const healthIt: HealthText = {
  levels: { ok: 'In ordine', attention: 'Da guardare', problem: 'Problema' },
  diskStates: {
    ok: 'In ordine',
    unformatted: 'Non formattato',
    broken: 'Guasto',
    missing: 'Mancante',
    unknown: 'Sconosciuto',
  },
  cloudReasons: {
    'secret-key': 'il codice di verifica non è accettato',
    network: 'non raggiunge Internet',
    blocklist: 'la piattaforma lo ha bloccato',
    unknown: 'non dice perché',
  },
  findings: {
    unreachable: {
      what: 'Il dispositivo non ha risposto via HTTP. Il suo indirizzo è {{address}}.',
      next: 'Controlla cavo, sottorete e porta HTTP.',
    },
    'login-refused': {
      what: 'Il dispositivo non ha accettato l’accesso, oppure è stato trattenuto dopo un rifiuto precedente. Tentativi rimasti: {{attempts}}. È stato fermato dopo che {{device}} ha rifiutato la stessa password.',
      next: 'Controlla utente e password prima di un altro tentativo. Finché un accesso non riesce, con questo non si invia nulla in automatico.',
    },
    locked: {
      what: 'Il dispositivo è bloccato dopo password errate. Bloccato per altri {{minutes}} minuti.',
      next: 'Aspetta che il tempo finisca. Altri tentativi lo allungano soltanto.',
    },
    'no-password': {
      what: 'Nessuna password utilizzabile per questo dispositivo, quindi non è stato letto nulla.',
      next: 'Apri la cassaforte, salva una password per il dispositivo, oppure digitala.',
    },
    'not-activated': {
      what: 'Il dispositivo non è attivato: non ha ancora una password, oppure è stato ripristinato.',
      next: 'Attivalo con una nuova password.',
    },
    'clock-wrong': {
      what: 'L’orologio del dispositivo è sbagliato di {{minutes}} minuti (dispositivo meno questo computer). Mostra {{time}}.',
      next: 'Imposta ora e fuso orario. Fino ad allora le registrazioni portano l’ora sbagliata. Controlla prima l’orologio di questo computer.',
    },
    'clock-unknown': {
      what: 'Il dispositivo dice un’ora senza fuso, quindi non si può confrontare. Mostra {{time}}.',
      next: 'Confrontala a occhio sulla pagina web del dispositivo.',
    },
    'no-ntp': {
      what: 'L’orologio è regolato a mano e nessun server dell’ora lo corregge.',
      next: 'Inserisci un server dell’ora se l’impianto ne ha uno, per esempio il registratore o il router.',
    },
    'disk-missing': {
      what: 'Manca un disco dove dovrebbe esserci. È il disco {{disk}}.',
      next: 'Controlla cavi e alimentazione, e guarda nel menu di archiviazione del registratore. Su di esso non si registra nulla.',
    },
    'disk-broken': {
      what: 'Il dispositivo segnala un disco guasto. È il disco {{disk}}, la sua parola è "{{status}}".',
      next: 'Salva ciò che serve e sostituiscilo.',
    },
    'disk-full': {
      what: 'Un disco non ha spazio libero. È il disco {{disk}}.',
      next: 'È normale dove le registrazioni vecchie vengono sovrascritte. Controlla che la sovrascrittura sia attiva.',
    },
    'disk-unformatted': {
      what: 'Un disco non è formattato, quindi non vi si registra nulla. È il disco {{disk}}.',
      next: 'Formattalo nel menu di archiviazione. Ciò che contiene va perso.',
    },
    'channel-offline': {
      what: 'Telecamere di questo registratore non in linea: {{count}}. I loro canali sono {{channels}}.',
      next: 'Confronta i loro indirizzi con l’elenco, poi controlla cavo e alimentazione.',
    },
    'channel-wrong-password': {
      what: 'Il registratore usa una password errata per telecamere: {{count}}. I loro canali sono {{channels}}.',
      next: 'Inserisci la password delle telecamere nel registratore. I suoi tentativi bloccano le telecamere.',
    },
    'weak-password': {
      what: 'Il dispositivo stesso definisce debole la sua password.',
      next: 'Cambia la password.',
    },
    'default-password': {
      what: 'Il dispositivo ha ancora una password predefinita.',
      next: 'Cambia subito la password.',
    },
    'password-expires': {
      what: 'La password scade. Giorni rimasti: {{days}}.',
      next: 'Cambiala prima, oppure disattiva la scadenza sulla pagina web del dispositivo.',
    },
    'restarted-lately': {
      what: 'Il dispositivo si è riavviato {{minutes}} minuti fa.',
      next: 'Se non è stato nessuno, controlla la sua alimentazione.',
    },
    'certificate-changed': {
      what: 'Il dispositivo mostra un certificato diverso da quello accettato, quindi non è stato inviato nulla.',
      next: 'Scopri perché: un ripristino e un nuovo firmware ne creano uno nuovo. Poi accettalo nella scheda del dispositivo.',
    },
    'discovery-off': {
      what: 'La ricerca con SADP è disattivata in questo dispositivo.',
      next: 'Riattivala prima di dover cambiare con SADP l’indirizzo, la password o il collegamento all’account.',
    },
    'other-device': {
      what: 'A questo indirizzo risponde un altro dispositivo. Il suo numero di serie è {{serial}}.',
      next: 'Correggi l’indirizzo di questo dispositivo. Dell’altro non è stato conservato nulla.',
    },
    'cloud-offline': {
      what: 'Hik-Connect è attivo e il dispositivo lì non è in linea: {{why}}.',
      next: 'Senza Internet sul posto è normale. Altrimenti controlla gateway, DNS e codice di verifica.',
    },
    'partly-read': {
      what: 'Non tutto si è potuto leggere. Manca: {{missing}}.',
      next: 'Riprova più tardi, o con l’utente admin del dispositivo.',
    },
  },
  clock: 'Orologio',
  upTime: 'Acceso da',
  hours: '{{count}} h',
  disks: 'Dischi',
  channels: 'Canali',
  channelsText: '{{total}}, di cui {{offline}} non in linea',
  readAt: 'Letto via HTTP alle {{time}}',
  notRead: 'Via HTTP non è stato letto nulla.',
};
