import type { CliHealthText } from './health.en.ts';

export const cliHealthEs: CliHealthText = {
  verify: 'vuelve a leer un dispositivo: por SADP, y por HTTP con la contraseña guardada o dada',
  heard: 'Oído por SADP ahora mismo.',
  notHeard: 'No oído por SADP ahora mismo.',
  bySadp: 'por SADP',
  byHttp: 'por HTTP',
  registered: 'En línea en la plataforma',
  server: 'Servidor',
  code: 'Código de verificación puesto',
  announces: 'Anuncia una llamada de desvinculación por HTTP (nunca se hace)',
  notRead: 'No leído por HTTP: {{why}}',
};
