import type { CliHealthText } from './health.en.ts';

export const cliHealthIt: CliHealthText = {
  verify: 'rilegge un dispositivo: con SADP, e via HTTP con la password salvata o data',
  heard: 'Sentito adesso con SADP.',
  notHeard: 'Non sentito adesso con SADP.',
  bySadp: 'con SADP',
  byHttp: 'via HTTP',
  registered: 'In linea sulla piattaforma',
  server: 'Server',
  code: 'Codice di verifica impostato',
  announces: 'Annuncia una chiamata di scollegamento via HTTP (mai eseguita)',
  notRead: 'Non letto via HTTP: {{why}}',
  health:
    'mostra o cambia la lettura regolare dello stato di un dispositivo; legge solo mentre Untether è aperto',
  on: 'Il suo stato si legge regolarmente mentre Untether è aperto.',
  off: 'Il suo stato non si legge da solo. "devices verify" lo legge una volta.',
  never: 'Non ancora letto.',
  last: 'Ultima lettura {{at}}: {{level}}.',
  switch: 'on oppure off; senza, lo stato attuale',
};
