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
  health:
    'muestra o cambia la lectura regular del estado de un dispositivo; solo lee mientras Untether está abierto',
  on: 'Su estado se lee con regularidad mientras Untether está abierto.',
  off: 'Su estado no se lee por sí solo. "devices verify" lo lee una vez.',
  never: 'Aún no leído.',
  last: 'Última lectura {{at}}: {{level}}.',
  switch: 'on u off; sin él, el estado actual',
};
