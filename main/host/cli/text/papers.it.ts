import type { CliPapersText } from './papers.en.ts';

export const cliPapersIt: CliPapersText = {
  commands: {
    report: 'fa un documento sul sito corrente: {{kinds}}',
    reportOpen: 'riapre un rapporto sigillato dell’ufficio',
    siteExport: 'scrive il sito corrente in un file sigillato per un altro portatile',
    siteImport: 'legge un file di sito sigillato: mostra le differenze, poi lo prende',
    support:
      'scrive un pacchetto per l’assistenza: testi da leggere prima dell’invio, senza password',
  },
  kinds: {
    inventory: 'l’elenco dei dispositivi com’è adesso',
    'handover-client':
      'dispositivi, rete, prima e dopo, scollegamento, punti aperti, firme; senza segreti',
    'handover-office': 'lo stesso con esecuzioni e accessi salvati; sempre sigillato',
    changes: 'ogni modifica con chi e quando, e il registro',
    'pre-visit': 'che cosa portare, che cosa aspetta, numeri di caso',
  },
  options: {
    format: 'html, xlsx, csv o json; altrimenti secondo la fine del nome del file, o html',
    out: 'file da scrivere; senza, il nome solito in questa cartella',
    client: 'nome del cliente, per l’intestazione',
    installer: 'nome dell’installatore, per l’intestazione',
    filePassphraseFile: 'file con la passphrase del file sigillato',
    withoutPasswords: 'lascia fuori le password salvate',
    new: 'come sito nuovo, non in quello corrente',
    take: 'dove i due portatili dicono cose diverse: mine (qui) o theirs (file); senza, il più recente',
    preview: 'mostra soltanto che cosa c’è nel file e che cosa è diverso',
    story: 'che cosa è successo, con parole tue',
  },
  noFormat: 'la fine di {{value}} non è .html, .xlsx, .csv o .json; indicare --format',
  args: { sealed: 'il file sigillato', siteFile: 'il file di sito (.utsite)' },
  askNew: 'Passphrase per il file sigillato (almeno 8 caratteri): ',
  ask: 'Passphrase del file sigillato: ',
  passphraseNeeded:
    'il file è sigillato, quindi serve una passphrase: --file-passphrase-file, oppure un terminale dove scriverla',
  written: 'Scritto: {{file}}',
  preview:
    'Sito "{{name}}", fatto {{at}} da {{by}}. Dispositivi: {{devices}} ({{newDevices}} nuovi qui). Casi: {{cases}}. Password salvate: {{credentials}}. Righe di registro: {{auditLines}}, {{audit}}.',
  intact: 'coerenti',
  broken: 'NON coerenti',
  conflicts: 'I due dicono cose diverse:',
  columns: {
    device: 'Dispositivo',
    field: 'Campo',
    mine: 'Qui',
    theirs: 'Nel file',
    newer: 'Più recente',
  },
  fields: {
    name: 'nome',
    note: 'nota',
    kind: 'tipo',
    address: 'indirizzo',
    book: 'raggiunto con',
    removed: 'tolto',
  },
  newer: { mine: 'qui', theirs: 'file', unknown: 'non noto' },
  removed: 'tolto dall’elenco',
  imported:
    'Preso. Dispositivi nuovi: {{added}}. Cambiati: {{merged}}. Casi: {{cases}}. Password salvate: {{credentials}}. Righe di registro dell’altro computer: {{auditLines}}.',
};
