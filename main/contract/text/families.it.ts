import type { FamiliesText, ResetCardText } from './families.en.ts';

const cameraHow =
  'Stacca l’alimentazione. Premi e tieni premuto. Ridai alimentazione tenendo premuto, continua per il tempo indicato, poi rilascia e attendi l’avvio.';
const cameraConfirms =
  'All’avvio scatta il filtro o si accendono gli infrarossi; poi il dispositivo è inattivo nell’elenco. Solo questa è la prova.';
const cameraLost =
  'Password, utenti, impostazioni di rete e d’immagine. Le registrazioni su scheda di solito restano. Il collegamento a un account Hik-Connect è sconosciuto finché non viene riletto.';
const cameraNone =
  'Non cercare oltre e non cortocircuitare contatti. Usa il file o il QR di ripristino, il portale dell’installatore, o il registratore che ha questa telecamera.';
const recorderLost =
  'Password, utenti e impostazioni. Le registrazioni sui dischi di solito restano, ma un altro registratore può non riprodurle. Il collegamento all’account è sconosciuto finché non viene riletto.';
const recorderNone =
  'Usa il file o il QR di ripristino, il portale dell’installatore, le domande di sicurezza, l’e-mail riservata o il file GUID, secondo ciò che il registratore offre.';
const intercomNone =
  'I manuali indicano solo il file di esportazione e l’e-mail riservata. Usa uno dei due.';
const camera = { how: cameraHow, confirms: cameraConfirms, lost: cameraLost, ifNone: cameraNone };

export const familiesIt: FamiliesText = {
  'mini-bullet': {
    ...camera,
    name: 'Mini bullet',
    where:
      'Sul retro o all’esterno della custodia, o sotto il coperchio a vite accanto alla scheda di memoria.',
  },
  bullet: {
    ...camera,
    name: 'Bullet grande',
    where: 'Sotto lo sportello di servizio, dove sta la scheda di memoria.',
  },
  turret: {
    ...camera,
    name: 'Turret',
    where:
      'All’esterno non c’è. Diversi modelli lo hanno sotto lo sportellino della scheda di memoria; altri non ne hanno uno raggiungibile. Se il tuo non ha quello sportello, usa un’altra via.',
  },
  dome: {
    ...camera,
    name: 'Dome',
    where:
      'All’interno: togli la cupola. Sulla scheda principale accanto alla scheda di memoria, spesso senza scritta.',
  },
  ptz: {
    ...camera,
    name: 'PTZ, speed dome',
    where:
      'Le piccole: all’interno, accanto alla scheda di memoria. Le grandi, per quanto si sa, non lo hanno.',
    confirms: 'Rifà il giro di autotest; poi il dispositivo è inattivo nell’elenco.',
  },
  fisheye: {
    ...camera,
    name: 'Fisheye',
    where: 'Sotto il coperchio, vicino alla scheda di memoria.',
  },
  'cube-wifi': {
    ...camera,
    name: 'Cubo Wi-Fi, telecamera da interno',
    where: 'Un foro con scritto RESET sul retro o sotto. Usa una graffetta.',
    how: 'Premi per circa 10 s. I manuali divergono: accesa, o mentre torna l’alimentazione. Prova prima accesa.',
    confirms: 'Una voce o la spia; poi il dispositivo è inattivo nell’elenco.',
  },
  box: {
    ...camera,
    name: 'Telecamera box',
    where: 'Sul retro accanto ai connettori, o accanto alla scheda di memoria.',
  },
  'recorder-no-button': {
    name: 'Registratore',
    where:
      'I registratori di solito non lo hanno. Un ponticello sulla scheda non è per gli utenti: lascialo stare.',
    how: 'Non c’è nulla da premere.',
    confirms: 'Il registratore è inattivo nell’elenco e mostra la procedura di attivazione.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'recorder-button': {
    name: 'Registratore piccolo',
    where: 'Alcuni piccoli recenti hanno un foro RESET sul retro; la maggior parte no.',
    how: 'Con il registratore acceso, premi da 10 a 15 s con una graffetta.',
    confirms:
      'Un segnale acustico, poi la procedura di attivazione; il registratore è inattivo nell’elenco.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'door-station': {
    name: 'Posto esterno',
    where: 'Alcuni hanno un pulsante dietro il coperchio posteriore. I manuali non ne parlano.',
    how: 'Premi per circa 10 s.',
    confirms: 'Una voce o un riavvio; poi il dispositivo è inattivo nell’elenco.',
    lost: 'Password, impostazioni, tessere e appartamenti. Il collegamento all’account è sconosciuto finché non viene riletto.',
    ifNone: intercomNone,
  },
  'indoor-station': {
    name: 'Posto interno',
    where: 'Alcuni hanno un pulsante dietro il coperchio posteriore. I manuali non ne parlano.',
    how: 'Premi per circa 10 s.',
    confirms:
      'Un riavvio con la pagina del primo avvio; poi il dispositivo è inattivo nell’elenco.',
    lost: 'Password, impostazioni e posti collegati. Il collegamento all’account è sconosciuto finché non viene riletto.',
    ifNone: intercomNone,
  },
  'face-terminal': {
    name: 'Terminale volto o impronta',
    where:
      'Contatti interni o una voce del menu, secondo il modello. Nessuna fonte leggibile dice di più.',
    how: 'Segui la guida rapida di questo modello.',
    confirms: 'Il dispositivo è inattivo nell’elenco.',
    lost: 'Password e impostazioni; persone, volti e tessere secondo il modello. Salvali prima.',
    ifNone: 'Usa il file o il QR di ripristino, o una pratica all’assistenza.',
  },
  'alarm-panel': {
    name: 'Centrale AX PRO',
    where: 'Un pulsante dentro la custodia. Aprirla fa scattare l’allarme manomissione.',
    how: 'Stacca la rete e spegni la batteria. Tieni premuto mentre riaccendi, da 5 a 10 s.',
    confirms: 'La spia lampeggia; poi il dispositivo è inattivo nell’elenco.',
    lost: 'Utenti, rivelatori e impostazioni. Gli account di installatore e proprietario sono nel cloud e vi restano.',
    ifNone:
      'Il portale dell’installatore non può ripristinare un AX PRO. Usa l’account del proprietario o una pratica all’assistenza.',
  },
  'value-no-button': {
    name: 'Telecamera senza scheda di memoria',
    where: 'Spesso non c’è.',
    how: 'Non c’è nulla da premere.',
    confirms: 'Il dispositivo è inattivo nell’elenco.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
  unknown: {
    name: 'Modello sconosciuto',
    where: 'Di questo modello non si sa nulla. Guarda la guida rapida e fotografa l’etichetta.',
    how: 'Come dice la sua guida rapida.',
    confirms: 'Il dispositivo è inattivo nell’elenco. Solo questa è la prova.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
};

export const resetCardIt: ResetCardText = {
  match: {
    model: 'Indicato da una fonte per questo modello',
    prefix: 'Tipico di questa serie, non del modello esatto',
    kind: 'Tipico di questo genere di dispositivo',
    none: 'Di questo modello non si sa nulla',
  },
  sources: {
    'alarmexpert-running': 'alarmsysteemexpert.nl (con l’apparecchio acceso)',
    'wrightwood-longer': 'Wrightwood Surveillance, articolo 9000071176 (30 s e oltre)',
    manuals: 'Manuali dei videocitofoni (solo file esportato o e-mail riservata)',
    trade: 'Esperienza del mestiere, nessuna fonte letta',
  },
  power: {
    'hold-while-powering-on': 'Tieni premuto mentre torna l’alimentazione',
    'hold-while-running': 'Tieni premuto mentre è acceso',
    either: 'Acceso o all’accensione, secondo il modello',
    none: 'Nulla da tenere premuto',
  },
  button: {
    yes: 'Ha un pulsante',
    no: 'Di solito non ha un pulsante',
    unknown: 'Può avere un pulsante',
  },
  labels: {
    family: 'Famiglia',
    where: 'Dove',
    how: 'Come',
    hold: 'Tieni premuto',
    confirms: 'Che cosa lo conferma',
    lost: 'Che cosa si perde',
    ifNone: 'Se non c’è',
    sources: 'Fonti',
    others: 'Altre vie',
  },
  seconds: 'da {{from}} a {{to}} s ({{source}})',
  first: 'Prima {{first}} s; se torna attivo, {{second}} s.',
  check: 'Controlla prima la guida rapida di questo modello.',
};
