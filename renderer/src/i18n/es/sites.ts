import type { sitesEn } from '../en/sites.ts';
import type { Translation } from '../translation.ts';

export const sitesEs = {
  menu: 'Sitio',
  new: 'Sitio nuevo…',
  rename: 'Cambiar el nombre de este sitio…',
  delete: 'Eliminar este sitio…',
  devices_one: '{{number}} dispositivo',
  devices_other: '{{number}} dispositivos',
  newTitle: 'Sitio nuevo',
  renameTitle: 'Cambiar el nombre del sitio',
  deleteTitle: 'Eliminar el sitio',
  name: 'Nombre del sitio',
  nameHint:
    'Por ejemplo el cliente y el lugar. Cada sitio tiene su lista y su disposición de la tabla.',
  create: 'Crear el sitio',
  save: 'Guardar el nombre',
  deleteText:
    'Elimina el sitio vacío "{{name}}" y su disposición de la tabla. No se toca ningún dispositivo.',
  deleteFirst:
    'La lista de "{{name}}" aún contiene dispositivos: {{number}}. Quítelos antes de la lista; en los dispositivos no cambia nada.',
  deleteLast: 'Es el único sitio. Cree otro antes.',
  deleteDo: 'Eliminar "{{name}}"',
  cancel: 'Cancelar',
  switched: 'Sitio {{name}}',
  authorised: {
    menu: 'Autorizado en Hik-ProConnect…',
    title: 'Autorizado en Hik-ProConnect',
    switch: 'Un instalador está autorizado para «{{name}}» en Hik-ProConnect',
    what: 'Hik-ProConnect no deja eliminar sus dispositivos, salvo los añadidos por IP o dominio. Con este interruptor Untether pide un sí explícito antes de quitar un dispositivo así de esta lista, para que nadie confunda lo uno con lo otro.',
    note: 'Cambia solo esta lista. No se envía nada a ningún dispositivo ni a Hik-ProConnect.',
    done: 'Hecho',
  },
} satisfies Translation<typeof sitesEn>;
