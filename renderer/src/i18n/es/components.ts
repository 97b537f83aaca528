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
  readMore: 'Leer más: {{title}}',
  messages: 'Mensajes',
  undo: 'Deshacer',
  seen: 'Visto {{ago}}',
  sameAddress: 'Misma IP',
  lockedFor: 'Bloqueado {{left}}',
  lockOver: 'Tiempo de bloqueo agotado',
  password: {
    capsLock: 'Bloq Mayús está activado.',
    attempts_one: 'Queda {{count}} intento',
    attempts_other: 'Quedan {{count}} intentos',
    show: 'Mostrar los caracteres',
    rule: 'De 8 a 16 caracteres con al menos dos de: dígitos, minúsculas, mayúsculas, signos. Se recomiendan tres.',
    willAccept: 'El dispositivo la aceptará',
    willRefuse: 'El dispositivo la rechazará',
    recommended: 'Recomendada: sí',
    notRecommended: 'Recomendada: no',
    because: 'La contraseña {{problems}}.',
  },
  loading: 'Cargando…',
  notLoadedTitle: 'No se ha podido cargar',
  notLoaded:
    'No se ha podido cargar esta parte de Untether. Si volver a intentarlo no basta, cierre la ventana y vuelva a abrirla.',
  wordsNotLoaded:
    'No se han podido cargar las palabras de ese idioma. La ventana se queda en el idioma que tiene.',
  levels: { info: 'Nota', warning: 'Aviso', problem: 'Problema' },
} satisfies Translation<typeof componentsEn>;
