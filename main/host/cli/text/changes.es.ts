import type { CliText } from './en.ts';

export const cliChangesEs: CliText['changes'] = {
  commands: {
    password:
      'da a los dispositivos una contraseña nueva, la prueba con un inicio de sesión y la guarda en la caja fuerte',
    reboot: 'reinicia dispositivos y solo lo confirma cuando han vuelto',
    resetRestore:
      'restaura un dispositivo: se pierde la mayoría de los ajustes; la red y, por lo general, los usuarios se quedan',
    resetDefault:
      'devuelve un dispositivo a los valores de fábrica: se pierde todo, también la contraseña',
  },
  options: {
    user: 'usuario cuya contraseña se cambia',
    newPasswordFile:
      'lee contraseñas nuevas de un archivo: una sola línea para todos, "serie-o-mac<TAB>contraseña" para un dispositivo',
    newPasswordStdin: 'lee la contraseña nueva de la entrada estándar',
  },
  reset: {
    restore: 'Restaura los ajustes de este dispositivo:',
    restoreKeeps:
      'Los ajustes de red se quedan. Las cámaras suelen conservar sus usuarios; otras líneas quizá no.',
    default: 'Devuelve este dispositivo a los valores de fábrica:',
    defaultLoses:
      'Se pierde cada ajuste, también la dirección y la contraseña. Hay que activarlo de nuevo.',
    serial: 'Últimos cuatro caracteres de su número de serie, para restablecerlo: ',
  },
  newNeeded:
    'hace falta una contraseña nueva: --new-password-file, --new-password-stdin, o un terminal donde escribirla',
};
