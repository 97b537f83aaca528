import type { guidesUiEn } from '../en/guides.ts';
import type { Translation } from '../translation.ts';

export const guidesUiEs: Translation<typeof guidesUiEn> = {
  title: 'Guías',
  search: 'Buscar en las guías',
  searchHint: 'Unas pocas palabras, un código de error o lo que dice el dispositivo.',
  found_one: '{{count}} guía encontrada',
  found_other: '{{count}} guías encontradas',
  nothing:
    'Ninguna guía tiene estas palabras. Use menos u otras; los errores pequeños se entienden.',
  results: 'Guías encontradas',
  all: 'Todas las guías',
  back: 'Atrás',
  close: 'Cerrar',
  openPage: 'Abrir en Guías',
  print: 'Imprimir',
  fallback: 'Esta guía todavía no está en su idioma. Se muestra en inglés.',
  date: 'Texto del {{day}}',
  allModels: 'Todos los modelos',
  models: 'Modelos: {{models}}',
  differs: 'Las fuentes no coinciden',
  differsDetail: 'Se muestran todas; ninguna se ha elegido por usted.',
  source: 'Fuente',
  says: 'Dice',
  sources: 'Fuentes',
  seen: 'leída el {{day}}',
  program: 'Este programa',
  keys: 'Teclas',
  keysDetail: 'Todas las teclas y las dos palabras de la lista por las que más se pregunta.',
};
