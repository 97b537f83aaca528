import type { MessagesText } from './messages.en.ts';

export const messagesEs: MessagesText = {
  names: {
    'delete-in-app': 'Eliminar el dispositivo en la aplicación',
    'delete-in-portal': 'Eliminar el dispositivo en el portal web',
    'forgot-account': 'La cuenta está olvidada',
    'forgot-password': 'La contraseña de la cuenta está olvidada',
    'agree-portal-reset': 'Aceptar el restablecimiento de la contraseña',
    'portal-reset-again': 'La solicitud venció: aceptar la nueva',
    'update-app': 'Actualizar la aplicación',
    'remove-shared-users': 'Quitar los usuarios compartidos',
    'two-step-login': 'Inicio de sesión en dos pasos',
    'bind-anew': 'Añadir el dispositivo a la cuenta nueva',
    'scan-email-code': 'Leer el código para el correo de restablecimiento',
    'ask-support-again': 'Al soporte: no llegó respuesta a tiempo',
  },
  hello: 'Buenos días.',
  from: 'Este mensaje es de su instalador: {{installer}}.',
  fromToSupport: 'Somos un instalador: {{installer}}.',
  caseNumber: 'Su número de caso: {{number}}.',
  device: 'Se trata de este dispositivo: {{model}}, número de serie que termina en {{tail}}.',
  deviceWhole: 'Se trata de este dispositivo: {{model}}, número de serie {{serial}}.',
  unknownModel: 'dispositivo Hikvision',
  validUntil: 'La solicitud vale hasta: {{until}}.',
  validFor: 'La solicitud vale {{hours}} horas.',
  closing:
    'Nadie necesita la contraseña de su cuenta. No la envíe a nadie, ni a nosotros ni al soporte.',
  part: 'Parte {{number}} de {{count}}',
  bodies: {
    'delete-in-app': `Elimínelo de su cuenta Hik-Connect, para que se pueda usar de nuevo:
1. Abra la aplicación Hik-Connect e inicie sesión con la cuenta que añadió el dispositivo.
2. Toque Device (dispositivo) abajo.
3. Toque el dispositivo. Compare el final del número de serie.
4. Abra sus Settings (ajustes, icono de engranaje).
5. Toque Unbind (desvincular) o Delete Device (eliminar dispositivo) y confirme con OK.
6. Si la aplicación pregunta si se quita también el acceso a la nube, acepte.
7. Vuelva a Device y actualice la lista: el dispositivo ya no debe estar.
8. Avísenos cuando esté hecho.
Las grabaciones quedan en el dispositivo. En su versión los botones pueden llamarse de otra manera.`,
    'delete-in-portal': `Intente eliminarlo de su cuenta con un ordenador:
1. Abra el portal web Hik-Connect de su país e inicie sesión con la cuenta que añadió el dispositivo.
2. Abra la gestión de dispositivos.
3. Elija el dispositivo. Compare el final del número de serie.
4. Elija Unbind (desvincular) o Remove (quitar) y confirme.
5. Actualice la lista: el dispositivo ya no debe estar.
6. Avísenos cuando esté hecho.
¿No existe ese botón? Use entonces la aplicación Hik-Connect: Device, el dispositivo, Settings, Delete Device.`,
    'forgot-account': `Sigue en una cuenta Hik-Connect, y no sabemos en cuál:
1. Busque en su correo mensajes de Hik-Connect, y la aplicación en sus teléfonos.
2. Pregunte a quien pueda haber configurado el dispositivo: familia, inquilino, instalador anterior.
3. ¿No aparece? Pregunte por la cuenta al soporte del fabricante. Necesita el número de serie de arriba y una foto de la etiqueta; dice la cuenta con partes ocultas.
4. Cuando la reconozca: inicie sesión y elimine el dispositivo en Device, Settings, Delete Device.
5. Díganos qué resultó.`,
    'forgot-password': `Inicie sesión de nuevo en su cuenta Hik-Connect:
1. Abra la aplicación Hik-Connect. En la página de inicio toque Forgot Password (contraseña olvidada).
2. Escriba el correo o el número de teléfono de la cuenta.
3. Espere el mensaje con el código o el enlace. Mire también en el correo no deseado.
4. Ponga una contraseña nueva e inicie sesión.
5. Toque Device, luego el dispositivo, luego Settings, luego Delete Device. Confirme con OK.
6. Avísenos cuando esté hecho. Si el correo o el número ya no existe, díganoslo también.`,
    'agree-portal-reset': `Hemos pedido una contraseña nueva para él. Solo usted puede aceptar:
1. Actualice la aplicación Hik-Connect.
2. Esté donde está el dispositivo, con el teléfono en la misma Wi-Fi. Apague los datos móviles.
3. Abra Hik-Connect, luego Cloud Service (servicio en la nube), luego Service Notifications (notificaciones de servicio).
4. Abra el aviso más reciente, Reset device password (restablecer la contraseña del dispositivo). Compruebe que nos nombra a nosotros y a este dispositivo. Si no, déjelo y llámenos.
5. Toque Reset device password y escriba una contraseña nueva: de 8 a 16 caracteres, con dos o más de cifras, mayúsculas, minúsculas y caracteres especiales.
6. Toque OK.
7. Díganos la contraseña nueva del dispositivo en persona o por teléfono, no en un chat.`,
    'portal-reset-again': `La solicitud de una contraseña nueva venció, así que la hemos enviado otra vez. Solo usted puede aceptar:
1. Esté donde está el dispositivo, con el teléfono en la misma Wi-Fi. Apague los datos móviles.
2. Abra Hik-Connect, luego Cloud Service (servicio en la nube), luego Service Notifications (notificaciones de servicio).
3. Abra el aviso más reciente, Reset device password (restablecer la contraseña del dispositivo). El anterior ya no sirve.
4. Toque Reset device password y escriba una contraseña nueva: de 8 a 16 caracteres, con dos o más de cifras, mayúsculas, minúsculas y caracteres especiales.
5. Toque OK.
6. Díganos la contraseña nueva del dispositivo en persona o por teléfono, no en un chat.`,
    'update-app': `Actualice la aplicación Hik-Connect; a las antiguas les falta lo necesario:
1. Abra la tienda de aplicaciones del teléfono (Google Play o App Store; en Android también la página del fabricante).
2. Busque Hik-Connect y toque Actualizar.
3. Abra la aplicación e inicie sesión.
4. La versión está en More (más), luego About (acerca de). Tiene que ser 4.16.1 o posterior.
5. Avísenos cuando esté hecho.`,
    'remove-shared-users': `Compruebe que nadie más lo ve:
1. Abra la aplicación Hik-Connect e inicie sesión.
2. Toque Device, luego el dispositivo, luego sus Settings.
3. Abra la lista de personas con quienes se comparte.
4. Quite a quien ya no debe verlo, y confirme.
5. Actualice la lista.
6. Avísenos cuando esté hecho.`,
    'two-step-login': `Proteja mejor su cuenta:
1. Abra la aplicación Hik-Connect e inicie sesión.
2. Abra More (más), luego su cuenta, luego los ajustes de seguridad.
3. Ponga una contraseña nueva que no use en otro sitio.
4. Donde se ofrezca, active el inicio de sesión en dos pasos (verificación del terminal).
5. Mire la lista de terminales de confianza, y quite los teléfonos que no conoce.
6. Avísenos cuando esté hecho.`,
    'bind-anew': `Ya está libre. Añádalo a su propia cuenta:
1. Instale la aplicación Hik-Connect. Registre una cuenta en el país donde está el dispositivo, o inicie sesión.
2. Toque el más, luego Scan QR Code, y lea el código de la etiqueta del dispositivo.
3. Escriba el código de verificación del dispositivo cuando la aplicación lo pida. Se lo decimos en persona.
4. Mire la imagen, y dé un nombre al dispositivo.
5. Avísenos cuando esté hecho.`,
    'scan-email-code': `El código para una contraseña nueva se envía al correo reservado:
1. Le mostramos un código QR del dispositivo. Léalo con la aplicación Hik-Connect (3.5.4 o posterior).
2. En unos minutos llega un código al correo reservado. Mire también en el correo no deseado.
3. Léanos el código por teléfono. Vale solo para este dispositivo y este arranque.
4. Hasta entonces no apague el dispositivo.`,
    'ask-support-again': `Les escribimos por este dispositivo, y el plazo para una respuesta ha terminado. Les pedimos que lo miren otra vez:
1. Adjuntamos la foto de la etiqueta con el número de serie y el justificante de compra.
2. Para una contraseña nueva adjuntamos la solicitud más reciente del dispositivo. Las solicitudes anteriores ya no valen, y las respuestas a ellas tampoco.
3. Les rogamos que nos digan si falta algo, y cuándo podemos esperar la respuesta.`,
  },
};
