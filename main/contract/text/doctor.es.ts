import type { DoctorText } from './doctor.en.ts';

export const doctorEs: DoctorText = {
  verdicts: {
    ok: 'Correcto',
    warning: 'Conviene revisar',
    problem: 'Problema',
    unknown: 'No se puede saber',
    'not-applicable': 'No se aplica',
  },
  checks: {
    adapters: 'Adaptadores de red',
    addresses: 'Direcciones de este equipo',
    'multicast-join': 'Grupo multicast',
    'port-holder': 'Puerto 37020',
    'rp-filter': 'Respuestas de otras subredes (rp_filter)',
    firewall: 'Firewall',
    'local-network-permission': 'Permiso de red local',
    vpn: 'VPN',
    replies: 'Respuestas de los dispositivos',
    recorder: 'Grabador de por medio',
    dropped: 'Datagramas descartados',
  },
  findings: {
    'adapters-none': 'Este equipo no tiene ningún adaptador de red utilizable.',
    'adapters-all-off': 'Todos los adaptadores de red están desactivados en Untether.',
    'adapters-failed': 'La búsqueda no funciona en: {{failed}}.',
    'adapters-some-off': 'Desactivados en Untether aunque conectados: {{off}}.',
    'adapters-ok': 'La búsqueda sale por: {{on}}.',
    'addresses-none': 'Ningún adaptador activado tiene una dirección IPv4.',
    'addresses-link-local':
      'Solo hay una dirección autoasignada (169.254.x.x) en: {{adapters}}. Ningún servidor DHCP respondió.',
    'addresses-same-subnet':
      'Dos adaptadores están en la misma subred: {{adapters}}. El sistema usa solo uno.',
    'addresses-ok': 'Los adaptadores tienen direcciones utilizables.',
    'join-not-tried': 'La búsqueda no está en marcha, así que no se pidió el grupo.',
    'join-ok': 'El sistema aceptó el grupo multicast en todos los adaptadores activados.',
    'join-refused': 'El sistema rechazó el grupo multicast en: {{adapters}}.',
    'port-not-tried': 'La búsqueda no está en marcha, así que no se abrió el puerto.',
    'port-closed': 'No se pudo abrir el puerto UDP {{port}}: no se oye nada.',
    'port-held':
      'Otro programa ocupa el puerto UDP {{port}}; el sistema no dice cuál. Solo se oyen los dispositivos que responden directamente.',
    'port-held-by':
      '{{holder}} ocupa el puerto UDP {{port}}. Solo se oyen los dispositivos que responden directamente.',
    'port-ok': 'El puerto UDP {{port}} está abierto.',
    'port-shared-with': 'El puerto UDP {{port}} está abierto y compartido con {{holder}}.',
    'rp-filter-linux-only': 'Solo Linux tiene este filtro.',
    'rp-filter-unreadable': 'El sistema no dice cómo está ajustado este filtro.',
    'rp-filter-ok': 'Las respuestas de otras subredes pasan.',
    'rp-filter-drops':
      'Linux descarta las respuestas de dispositivos con dirección ajena en: {{adapters}}. Pueden faltar dispositivos en 192.168.1.64.',
    'firewall-windows-only': 'Esta comprobación solo lee el firewall de Windows.',
    'firewall-unreadable': 'El sistema no dice cómo está ajustado el firewall.',
    'firewall-off': 'El firewall de Windows está apagado para los adaptadores en uso.',
    'firewall-lets-in': 'El firewall de Windows está activo y las respuestas pasan.',
    'firewall-public':
      'El firewall de Windows está activo, la red figura como pública y no pasó ninguna respuesta: {{adapters}}. Lo más probable es que bloquee las respuestas.',
    'firewall-on-silent':
      'El firewall de Windows está activo y no pasó ninguna respuesta: {{adapters}}. Puede que bloquee las respuestas.',
    'local-network-mac-only': 'Solo macOS pide este permiso.',
    'local-network-works': 'Llegan respuestas, así que el permiso está concedido.',
    'local-network-refused':
      'macOS se niega a enviar a la red local. Lo más probable es que el permiso Red local esté desactivado.',
    'local-network-untold':
      'No llegó ninguna respuesta y macOS no dice si el permiso Red local está concedido.',
    'vpn-none': 'No hay ninguna VPN conectada.',
    'vpn-default-route':
      'Una VPN lleva todo el tráfico: {{adapters}}. También puede llevarse las respuestas.',
    'vpn-on':
      'La búsqueda sale también por una VPN: {{adapters}}. Es raro que las cámaras estén allí.',
    'vpn-off': 'Hay una VPN conectada y queda fuera de la búsqueda: {{adapters}}.',
    'replies-ok': 'Respuestas hasta ahora: {{replies}}. El camino a los dispositivos funciona.',
    'replies-not-asked': 'Aún no se preguntó nada, así que nada podía responder.',
    'replies-sweep-only':
      'Ningún dispositivo respondió al grupo, pero un barrido encontró dispositivos: {{swept}}. El multicast se pierde por el camino.',
    'replies-none': 'No respondió ningún dispositivo.',
    'recorder-none': 'No se encontró ningún grabador, así que ninguno oculta cámaras.',
    'recorder-channels-untold':
      'Grabadores encontrados: {{recorders}}. No dicen cuántas cámaras tienen detrás.',
    'recorder-may-hide':
      'Grabadores encontrados: {{recorders}}, con {{channels}} canales de red, pero en la lista solo hay {{cameras}} cámaras. Las demás pueden estar conectadas a un grabador.',
    'recorder-cameras-seen':
      'Grabadores encontrados: {{recorders}}. En la lista hay tantas cámaras como canales de red tienen.',
    'dropped-untold': 'El sistema no dice si descartó datagramas.',
    'dropped-none': 'No se descartó ningún datagrama.',
    'dropped-some': 'El sistema descartó {{dropped}} datagramas antes de poder leerlos.',
  },
  advice: {
    'connect-adapter': 'Conecte un cable de red o la Wi-Fi de la instalación.',
    'switch-adapter-on': 'Active el adaptador en la lista de adaptadores.',
    'check-adapter':
      'Desconecte y vuelva a conectar el cable, o desactive y active el adaptador en la lista de adaptadores.',
    'set-address':
      'Dé al adaptador una dirección fija en la red de las cámaras, por ejemplo 192.168.1.10 con máscara 255.255.255.0.',
    'one-adapter-per-subnet':
      'Desconecte uno de los dos, o apague la Wi-Fi mientras el cable esté conectado.',
    'disconnect-vpn': 'Desconecte la VPN y busque de nuevo.',
    'switch-vpn-off': 'Desactive la VPN en la lista de adaptadores.',
    'close-other-program':
      'Cierre SADP Tool, iVMS-4200 o el programa indicado arriba y pulse Actualizar.',
    'relax-rp-filter':
      'Ejecute: sudo sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.{{adapter}}.rp_filter=0 (dura hasta el próximo arranque).',
    'allow-in-firewall':
      'Permita Untether en el firewall de Windows para este tipo de red, o ponga la red como Privada. Mientras tanto, use un barrido.',
    'allow-local-network':
      'Abra Ajustes del Sistema, Privacidad y seguridad, Red local, active Untether y pulse Actualizar.',
    'search-again':
      'Pulse Actualizar una o dos veces: los dispositivos perdidos vuelven a responder.',
    'check-multicast':
      'Conéctese al switch de las cámaras, o desactive allí el aislamiento AP y el IGMP snooping. Los dispositivos hallados con el barrido se pueden usar.',
    sweep:
      'Haga un barrido del rango en que debería estar el dispositivo y revise su alimentación y su cable.',
    'look-behind-recorder':
      'Inicie sesión en el grabador y abra su lista de canales, o conecte este equipo a una de sus tomas de cámara.',
  },
};
