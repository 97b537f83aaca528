import type { componentsEn } from '../en/components.ts';
import type { Translation } from '../translation.ts';

export const componentsEs = {
  close: 'Cerrar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar: el navegador no lo permite',
  details: 'Detalles técnicos',
  code: 'Código',
  reference: 'Referencia',
  retry: 'Reintentar',
  dismiss: 'Ocultar',
  messages: 'Mensajes',
  undo: 'Deshacer',
  seen: 'Visto {{ago}}',
  sameAddress: 'Misma IP',
  levels: { info: 'Nota', warning: 'Aviso', problem: 'Problema' },
} satisfies Translation<typeof componentsEn>;
