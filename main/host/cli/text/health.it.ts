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
};
