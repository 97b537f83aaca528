import type { VaultErrors, vaultBoxesEn } from './vault.en.ts';

export const vaultErrorsEs: VaultErrors = {
  'vault.none': {
    what: 'Todavía no hay caja fuerte, así que no se guarda ninguna contraseña.',
    next: 'Cree una; hasta entonces cada ejecución pide la contraseña.',
  },
  'vault.exists': {
    what: 'Aquí ya hay una caja fuerte.',
    next: 'Desbloquéela. Empiece de cero solo si no queda manera de abrirla; sus contraseñas siguen selladas.',
  },
  'vault.locked': {
    what: 'La caja fuerte está bloqueada.',
    next: 'Desbloquéela con su frase de paso, o escriba la contraseña solo para esta ejecución.',
  },
  'vault.changed': {
    what: 'Otra ventana u otro comando sustituyó la caja fuerte mientras estaba abierta.',
    next: 'Desbloquéela otra vez y repita el último paso.',
  },
  'vault.wait': {
    what: 'Se han escrito varias frases de paso incorrectas. La siguiente se acepta dentro de {{seconds}} s.',
    next: 'Espere y escríbala de nuevo; compruebe las mayúsculas y el idioma del teclado.',
  },
  'vault.not-opened': {
    what: 'La caja fuerte no se abrió con "{{box}}": la frase de paso es incorrecta, o la clave guardada fue alterada.',
    next: 'Escriba otra vez la frase de paso y compruebe las mayúsculas y el idioma del teclado. Si es correcta, abra la caja fuerte de otra manera; no se borró nada.',
  },
  'vault.box-damaged': {
    what: 'La clave guardada de "{{box}}" no se puede leer: sus bytes están dañados.',
    next: 'Abra la caja fuerte de otra manera y añada esta de nuevo, o restaure una copia de la carpeta de datos. No se borró nada.',
  },
  'vault.box-unavailable': {
    what: 'El almacén de claves del sistema no responde ("{{box}}").',
    next: 'Desbloquee el almacén de claves del sistema, o abra la caja fuerte con su frase de paso.',
  },
  'vault.box-not-found': {
    what: 'La caja fuerte no tiene una manera de abrirse llamada "{{box}}".',
    next: 'Use una de las que muestra el estado de la caja fuerte.',
  },
  'vault.box-exists': {
    what: 'La caja fuerte ya se puede abrir con "{{box}}".',
    next: 'Cambie esa, o elija otro nombre.',
  },
  'vault.box-weak': {
    what: 'Este sistema guarda los secretos con {{method}}, que no los protege de quien pueda leer los archivos.',
    next: 'Use una frase de paso, o acepte a sabiendas la protección débil.',
  },
  'vault.last-box': {
    what: '"{{box}}" es la única manera de abrir la caja fuerte y no se puede quitar.',
    next: 'Añada antes otra manera.',
  },
  'vault.passphrase-short': {
    what: 'La frase de paso tiene menos de {{limit}} caracteres.',
    next: 'Elija una más larga; varias palabras sin relación se recuerdan bien.',
  },
  'vault.credential-not-found': {
    what: 'Esta contraseña guardada no está en la caja fuerte.',
    next: 'Puede haberse quitado en otra ventana. Recargue la lista.',
  },
  'vault.credential-damaged': {
    what: 'La contraseña guardada de {{subject}} no se abre: sus bytes fueron alterados.',
    next: 'Escriba la contraseña otra vez; la entrada dañada se conserva. Las demás contraseñas no se ven afectadas.',
  },
  'vault.file-damaged': {
    what: 'Este archivo no es una exportación de la caja fuerte, o fue alterado por el camino.',
    next: 'Cópielo otra vez desde donde se creó. No se importó nada.',
  },
  'vault.file-newer': {
    what: 'El archivo fue escrito por un Untether más nuevo (formato {{found}}; esta versión conoce {{known}}).',
    next: 'Instale aquí la versión más nueva, o exporte de nuevo con esta.',
  },
  'vault.file-not-opened': {
    what: 'El archivo no se abrió: la frase de paso es incorrecta, o el archivo fue alterado.',
    next: 'Escriba la frase de paso elegida al exportar, no la de la caja fuerte. No se importó nada.',
  },
};

export const vaultBoxesEs: Readonly<Record<keyof typeof vaultBoxesEn, string>> = {
  os: 'almacén de claves del sistema',
  passphrase: 'frase de paso',
};
