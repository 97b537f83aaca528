import type { settingsEn } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settingsEs = {
  title: 'Ajustes',
  look: 'Aspecto',
  theme: 'Tema',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' },
  contrastHint: 'Para leer al sol: negro sobre blanco, líneas marcadas',
  language: 'Idioma',
  languageSystem: 'Como el sistema',
  density: 'Altura de las filas',
  densities: { compact: 'Compacta', normal: 'Normal' },
  privacy: 'Privacidad',
  isPrivate: 'Ocultar el centro de los números de serie y las direcciones MAC',
  isPrivateHint:
    'Para capturas de pantalla y cuando otros miran. Copias y exportaciones quedan completas.',
} satisfies Translation<typeof settingsEn>;
