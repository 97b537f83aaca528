import type { DoctorText } from './doctor.en.ts';

export const doctorIt: DoctorText = {
  verdicts: {
    ok: 'OK',
    warning: 'Da controllare',
    problem: 'Problema',
    unknown: 'Non si può dire',
    'not-applicable': 'Non si applica',
  },
  checks: {
    adapters: 'Schede di rete',
    addresses: 'Indirizzi di questo computer',
    'multicast-join': 'Gruppo multicast',
    'port-holder': 'Porta 37020',
    'rp-filter': 'Risposte da altre sottoreti (rp_filter)',
    firewall: 'Firewall',
    'local-network-permission': 'Permesso rete locale',
    vpn: 'VPN',
    replies: 'Risposte dei dispositivi',
    recorder: 'Registratore di mezzo',
    dropped: 'Datagrammi scartati',
  },
  findings: {
    'adapters-none': 'Questo computer non ha schede di rete utilizzabili.',
    'adapters-all-off': 'Tutte le schede di rete sono disattivate in Untether.',
    'adapters-failed': 'La ricerca non funziona su: {{failed}}.',
    'adapters-some-off': 'Disattivate in Untether benché collegate: {{off}}.',
    'adapters-ok': 'La ricerca esce da: {{on}}.',
    'addresses-none': 'Nessuna scheda attivata ha un indirizzo IPv4.',
    'addresses-link-local':
      'Solo un indirizzo autoassegnato (169.254.x.x) su: {{adapters}}. Nessun server DHCP ha risposto.',
    'addresses-same-subnet':
      'Due schede sono nella stessa sottorete: {{adapters}}. Il sistema ne usa una sola.',
    'addresses-ok': 'Le schede hanno indirizzi utilizzabili.',
    'join-not-tried': 'La ricerca non è in corso, quindi il gruppo non è stato richiesto.',
    'join-ok': 'Il sistema ha accettato il gruppo multicast su ogni scheda attivata.',
    'join-refused': 'Il sistema ha rifiutato il gruppo multicast su: {{adapters}}.',
    'port-not-tried': 'La ricerca non è in corso, quindi la porta non è stata aperta.',
    'port-closed': 'Non è stato possibile aprire la porta UDP {{port}}: non si sente nulla.',
    'port-held':
      'Un altro programma occupa la porta UDP {{port}}; il sistema non dice quale. Si sentono solo i dispositivi che rispondono direttamente.',
    'port-held-by':
      '{{holder}} occupa la porta UDP {{port}}. Si sentono solo i dispositivi che rispondono direttamente.',
    'port-ok': 'La porta UDP {{port}} è aperta.',
    'port-shared-with': 'La porta UDP {{port}} è aperta e condivisa con {{holder}}.',
    'rp-filter-linux-only': 'Solo Linux ha questo filtro.',
    'rp-filter-unreadable': 'Il sistema non dice come è impostato questo filtro.',
    'rp-filter-ok': 'Le risposte da altre sottoreti passano.',
    'rp-filter-drops':
      'Linux scarta le risposte dei dispositivi con indirizzo estraneo su: {{adapters}}. Possono mancare i dispositivi a 192.168.1.64.',
    'firewall-windows-only': 'Questo controllo legge solo il firewall di Windows.',
    'firewall-unreadable': 'Il sistema non dice come è impostato il firewall.',
    'firewall-off': 'Il firewall di Windows è spento per le schede in uso.',
    'firewall-lets-in': 'Il firewall di Windows è attivo e le risposte passano.',
    'firewall-public':
      'Il firewall di Windows è attivo, la rete risulta pubblica e non è passata nessuna risposta: {{adapters}}. Molto probabilmente blocca le risposte.',
    'firewall-on-silent':
      'Il firewall di Windows è attivo e non è passata nessuna risposta: {{adapters}}. Forse blocca le risposte.',
    'local-network-mac-only': 'Solo macOS chiede questo permesso.',
    'local-network-works': 'Le risposte arrivano, quindi il permesso è concesso.',
    'local-network-refused':
      'macOS rifiuta l’invio alla rete locale. Molto probabilmente il permesso Rete locale è disattivato.',
    'local-network-untold':
      'Non è arrivata nessuna risposta e macOS non dice se il permesso Rete locale è concesso.',
    'vpn-none': 'Nessuna VPN è collegata.',
    'vpn-default-route':
      'Una VPN porta tutto il traffico: {{adapters}}. Può prendersi anche le risposte.',
    'vpn-on': 'La ricerca esce anche da una VPN: {{adapters}}. È raro che le telecamere siano lì.',
    'vpn-off': 'Una VPN è collegata ed è esclusa dalla ricerca: {{adapters}}.',
    'replies-ok': 'Risposte finora: {{replies}}. La via verso i dispositivi funziona.',
    'replies-not-asked': 'Non è stato ancora chiesto nulla, quindi nulla poteva rispondere.',
    'replies-sweep-only':
      'Nessun dispositivo ha risposto al gruppo, ma una scansione ne ha trovati: {{swept}}. Il multicast si perde per strada.',
    'replies-none': 'Non ha risposto nessun dispositivo.',
    'recorder-none': 'Nessun registratore trovato, quindi nessuno nasconde telecamere.',
    'recorder-channels-untold':
      'Registratori trovati: {{recorders}}. Non dicono quante telecamere hanno dietro.',
    'recorder-may-hide':
      'Registratori trovati: {{recorders}}, con {{channels}} canali di rete, ma nell’elenco ci sono solo {{cameras}} telecamere. Le altre possono essere collegate a un registratore.',
    'recorder-cameras-seen':
      'Registratori trovati: {{recorders}}. Nell’elenco ci sono tante telecamere quanti sono i loro canali di rete.',
    'dropped-untold': 'Il sistema non dice se ha scartato datagrammi.',
    'dropped-none': 'Nessun datagramma è stato scartato.',
    'dropped-some': 'Il sistema ha scartato {{dropped}} datagrammi prima che fossero letti.',
  },
  advice: {
    'connect-adapter': 'Collega un cavo di rete o il Wi-Fi dell’impianto.',
    'switch-adapter-on': 'Attiva la scheda nell’elenco delle schede.',
    'check-adapter':
      'Stacca e riattacca il cavo, oppure disattiva e riattiva la scheda nell’elenco delle schede.',
    'set-address':
      'Assegna alla scheda un indirizzo fisso nella rete delle telecamere, per esempio 192.168.1.10 con maschera 255.255.255.0.',
    'one-adapter-per-subnet': 'Staccane una, oppure spegni il Wi-Fi finché il cavo è collegato.',
    'disconnect-vpn': 'Scollega la VPN e cerca di nuovo.',
    'switch-vpn-off': 'Disattiva la VPN nell’elenco delle schede.',
    'close-other-program':
      'Chiudi SADP Tool, iVMS-4200 o il programma indicato sopra, poi premi Aggiorna.',
    'relax-rp-filter':
      'Esegui: sudo sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.{{adapter}}.rp_filter=0 (vale fino al prossimo avvio).',
    'allow-in-firewall':
      'Consenti Untether nel firewall di Windows per questo tipo di rete, oppure imposta la rete come Privata. Nel frattempo usa una scansione.',
    'allow-local-network':
      'Apri Impostazioni di Sistema, Privacy e sicurezza, Rete locale, attiva Untether, poi premi Aggiorna.',
    'search-again': 'Premi Aggiorna una o due volte: i dispositivi persi rispondono di nuovo.',
    'check-multicast':
      'Collegati allo switch delle telecamere, oppure disattiva l’isolamento AP e l’IGMP snooping. I dispositivi trovati con la scansione si possono usare.',
    sweep:
      'Scansiona l’intervallo in cui dovrebbe stare il dispositivo e controllane alimentazione e cavo.',
    'look-behind-recorder':
      'Accedi al registratore e apri l’elenco dei canali, oppure collega questo computer a una delle sue prese per telecamere.',
  },
};
