import type { TableErrorsText, tableEn } from './table.en.ts';

export const tableEs: typeof tableEn = {
  otherSheets: 'Se ha leído la hoja "{{sheet}}"; el archivo tiene además: {{others}}.',
};

export const tableErrorsEs: TableErrorsText = {
  'table.empty': {
    what: 'El archivo está vacío: no tiene ninguna fila con contenido.',
    next: 'Rellene la tabla, guárdela y elíjala de nuevo.',
  },
  'table.not-a-table': {
    what: 'Este archivo no es una tabla: no es ni un libro de cálculo (.xlsx) ni texto (CSV).',
    next: 'Elija la tabla misma, guardada como .xlsx o CSV.',
  },
  'table.other-format': {
    what: 'Este es un archivo de formato .{{format}}, que aquí no se lee.',
    next: 'Ábralo en su programa, guarde la tabla como libro de Excel (.xlsx) o como CSV y elija ese archivo.',
  },
  'table.protected': {
    what: 'El libro de cálculo está protegido con una contraseña, así que no se puede leer.',
    next: 'Ábralo en la hoja de cálculo, guarde una copia sin contraseña y elija la copia.',
  },
  'table.damaged': {
    what: 'El libro de cálculo está dañado o incompleto, así que no se ha tomado nada de él.',
    next: 'Ábralo en la hoja de cálculo y guárdelo de nuevo, o cópielo otra vez desde donde procede.',
  },
  'table.too-large': {
    what: 'El archivo contiene más de lo que se lee de una vez: el límite es {{limitMb}} MB.',
    next: 'Copie en un archivo nuevo solo las filas y columnas necesarias, o divídalo en varios.',
  },
};
