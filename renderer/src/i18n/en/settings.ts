export const settingsEn = {
  title: 'Settings',
  look: 'Look',
  theme: 'Theme',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  contrastHint: 'For reading in the sun: black on white, strong lines',
  language: 'Language',
  languageSystem: 'Like the system',
  density: 'Row height',
  densities: { compact: 'Compact', normal: 'Normal' },
  privacy: 'Privacy',
  isPrivate: 'Hide the middle of serial numbers and MAC addresses',
  isPrivateHint: 'For screenshots and when others look on. Copies and exports stay complete.',
};
