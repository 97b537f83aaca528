import type { settingsEn } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settingsIt = {
  title: 'Opzioni',
  look: 'Aspetto',
  theme: 'Tema',
  themes: { system: 'Come il sistema', light: 'Chiaro', dark: 'Scuro', contrast: 'Alto contrasto' },
  contrastHint: 'Per leggere al sole: nero su bianco, linee marcate',
  language: 'Lingua',
  languageSystem: 'Come il sistema',
  density: 'Altezza delle righe',
  densities: { compact: 'Compatta', normal: 'Normale' },
  privacy: 'Riservatezza',
  isPrivate: 'Nascondi il centro di numeri di serie e indirizzi MAC',
  isPrivateHint:
    'Per le schermate e quando altri guardano. Copie ed esportazioni restano complete.',
} satisfies Translation<typeof settingsEn>;
