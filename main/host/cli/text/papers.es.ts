import type { CliPapersText } from './papers.en.ts';

export const cliPapersEs: CliPapersText = {
  commands: {
    report: 'hace un documento sobre el sitio actual: {{kinds}}',
    reportOpen: 'abre otra vez un informe sellado de la oficina',
    siteExport: 'escribe el sitio actual en un archivo sellado para otro portátil',
    siteImport: 'lee un archivo de sitio sellado: muestra las diferencias y lo toma',
    support: 'escribe un paquete para soporte: textos para leer antes de enviar, sin contraseñas',
  },
  kinds: {
    inventory: 'la lista de dispositivos tal como está ahora',
    'handover-client':
      'dispositivos, red, antes y después, desvinculación, puntos abiertos, firmas; sin secretos',
    'handover-office': 'lo mismo con ejecuciones y accesos guardados; siempre sellado',
    changes: 'cada cambio con quién y cuándo, y el registro',
    'pre-visit': 'qué llevar, qué espera, números de caso',
  },
  options: {
    format: 'html, xlsx, csv o json; si no, según el final del nombre del archivo, o html',
    out: 'archivo que se escribe; si falta, el nombre habitual en esta carpeta',
    client: 'nombre del cliente, para el encabezado',
    installer: 'nombre del instalador, para el encabezado',
    filePassphraseFile: 'archivo con la frase de paso del archivo sellado',
    withoutPasswords: 'deja fuera las contraseñas guardadas',
    new: 'como sitio nuevo, no en el actual',
    take: 'donde los dos portátiles dicen cosas distintas: mine (aquí) o theirs (archivo); si falta, lo más nuevo',
    preview: 'solo muestra qué hay en el archivo y qué es distinto',
    story: 'qué pasó, con sus propias palabras',
  },
  noFormat: 'el final de {{value}} no es .html, .xlsx, .csv ni .json; indique --format',
  args: { sealed: 'el archivo sellado', siteFile: 'el archivo de sitio (.utsite)' },
  askNew: 'Frase de paso para el archivo sellado (8 caracteres o más): ',
  ask: 'Frase de paso del archivo sellado: ',
  passphraseNeeded:
    'el archivo está sellado, por eso necesita una frase de paso: --file-passphrase-file, o un terminal donde escribirla',
  written: 'Escrito: {{file}}',
  preview:
    'Sitio "{{name}}", hecho {{at}} por {{by}}. Dispositivos: {{devices}} ({{newDevices}} nuevos aquí). Casos: {{cases}}. Contraseñas guardadas: {{credentials}}. Líneas de registro: {{auditLines}}, {{audit}}.',
  intact: 'coherentes',
  broken: 'NO coherentes',
  conflicts: 'Los dos dicen cosas distintas:',
  columns: {
    device: 'Dispositivo',
    field: 'Campo',
    mine: 'Aquí',
    theirs: 'En el archivo',
    newer: 'Más nuevo',
  },
  fields: {
    name: 'nombre',
    note: 'nota',
    kind: 'clase',
    address: 'dirección',
    book: 'se llega por',
    removed: 'quitado',
  },
  newer: { mine: 'aquí', theirs: 'archivo', unknown: 'no se sabe' },
  removed: 'quitado de la lista',
  imported:
    'Tomado. Dispositivos nuevos: {{added}}. Cambiados: {{merged}}. Casos: {{cases}}. Contraseñas guardadas: {{credentials}}. Líneas de registro del otro equipo: {{auditLines}}.',
};
