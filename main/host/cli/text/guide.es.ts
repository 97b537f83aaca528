import type { CliGuideText } from './guide.en.ts';

export const cliGuideEs: CliGuideText = {
  commands: {
    guide: 'la guía que funciona sin Internet',
    list: 'listar las guías',
    search: 'guías para unas palabras, un mensaje o un código',
    show: 'una guía',
  },
  args: {
    words: 'palabras que buscar, un mensaje, un resultado o un número',
    id: 'id de una guía, como aparece en la lista',
  },
  none: 'Ninguna guía corresponde a "{{words}}". "untether guide" las lista todas.',
  count: 'Guías: {{count}}. Para leer una: untether guide show <id>',
  found: 'Encontradas: {{count}}. Para leer una: untether guide show <id>',
  models: 'Modelos',
  sources: 'Fuentes',
  differs: 'Donde las fuentes no coinciden',
  seen: 'leída el {{date}}',
  date: 'Texto del {{date}}.',
  english: 'Aún sin traducir: esta guía está en inglés.',
};
