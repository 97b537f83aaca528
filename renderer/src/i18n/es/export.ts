import type { exportEn } from '../en/export.ts';
import type { Translation } from '../translation.ts';

export const exportEs = {
  title: 'Exportar la lista',
  format: 'Formato',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    json: 'JSON',
  },
  formatDetails: {
    csv: 'Se abre en cualquier hoja de cálculo; separador de su idioma',
    xlsx: 'Los números de serie quedan como texto, nada se redondea',
    json: 'Para programas; horas en UTC',
  },
  rows: 'Filas',
  rowsAll: 'Todos los dispositivos del sitio ({{number}})',
  rowsFiltered: 'Filas visibles ahora ({{number}})',
  rowsSelected: 'Filas seleccionadas ({{number}})',
  columns: 'Columnas',
  columnsVisible: 'Columnas visibles ahora ({{number}})',
  columnsAll: 'Todas las columnas ({{number}})',
  noSecrets: 'La lista no contiene contraseñas.',
  save_one: 'Guardar {{number}} dispositivo',
  save_other: 'Guardar {{number}} dispositivos',
  saved: 'Guardado como {{name}}',
} satisfies Translation<typeof exportEn>;
