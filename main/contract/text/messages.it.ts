import type { MessagesText } from './messages.en.ts';

export const messagesIt: MessagesText = {
  names: {
    'delete-in-app': 'Eliminare il dispositivo nell’app',
    'delete-in-portal': 'Eliminare il dispositivo nel portale web',
    'forgot-account': 'L’account è dimenticato',
    'forgot-password': 'La password dell’account è dimenticata',
    'agree-portal-reset': 'Confermare il ripristino della password',
    'portal-reset-again': 'Richiesta scaduta: confermare la nuova',
    'update-app': 'Aggiornare l’app',
    'remove-shared-users': 'Togliere gli utenti condivisi',
    'two-step-login': 'Accesso in due passaggi',
    'bind-anew': 'Aggiungere il dispositivo al nuovo account',
    'scan-email-code': 'Leggere il codice per l’e-mail di ripristino',
    'ask-support-again': 'All’assistenza: nessuna risposta in tempo',
  },
  hello: 'Buongiorno.',
  from: 'Questo messaggio è del Suo installatore: {{installer}}.',
  fromToSupport: 'Siamo un installatore: {{installer}}.',
  caseNumber: 'Il vostro numero di caso: {{number}}.',
  device: 'Riguarda questo dispositivo: {{model}}, numero di serie che finisce con {{tail}}.',
  deviceWhole: 'Riguarda questo dispositivo: {{model}}, numero di serie {{serial}}.',
  unknownModel: 'dispositivo Hikvision',
  validUntil: 'La richiesta vale fino a: {{until}}.',
  validFor: 'La richiesta vale {{hours}} ore.',
  closing:
    'A nessuno serve la password del Suo account. Non la mandi a nessuno, né a noi né all’assistenza.',
  part: 'Parte {{number}} di {{count}}',
  bodies: {
    'delete-in-app': `Lo elimini dal Suo account Hik-Connect, così si può usare di nuovo:
1. Apra l’app Hik-Connect e acceda con l’account che ha aggiunto il dispositivo.
2. Tocchi Device (dispositivo) in basso.
3. Tocchi il dispositivo. Confronti la fine del numero di serie.
4. Apra le sue Settings (impostazioni, icona a ingranaggio).
5. Tocchi Unbind (scollega) o Delete Device (elimina dispositivo) e confermi con OK.
6. Se l’app chiede se togliere anche l’accesso dal cloud, accetti.
7. Torni a Device e aggiorni l’elenco: il dispositivo non deve esserci più.
8. Ci avvisi quando è fatto.
Le registrazioni restano nel dispositivo. Nella Sua versione i pulsanti possono avere altri nomi.`,
    'delete-in-portal': `Provi a eliminarlo dal Suo account con un computer:
1. Apra il portale web Hik-Connect del Suo paese e acceda con l’account che ha aggiunto il dispositivo.
2. Apra la gestione dei dispositivi.
3. Scelga il dispositivo. Confronti la fine del numero di serie.
4. Scelga Unbind (scollega) o Remove (rimuovi) e confermi.
5. Aggiorni l’elenco: il dispositivo non deve esserci più.
6. Ci avvisi quando è fatto.
Il pulsante non c’è? Usi allora l’app Hik-Connect: Device, il dispositivo, Settings, Delete Device.`,
    'forgot-account': `È ancora in un account Hik-Connect, e non sappiamo in quale:
1. Cerchi nella posta i messaggi di Hik-Connect, e l’app sui Suoi telefoni.
2. Chieda a chi può aver configurato il dispositivo: famiglia, inquilino, installatore precedente.
3. Non si trova? Chieda l’account all’assistenza del produttore. Servono il numero di serie qui sopra e una foto dell’etichetta; l’account viene detto con alcune parti nascoste.
4. Quando lo riconosce: acceda ed elimini il dispositivo con Device, Settings, Delete Device.
5. Ci dica com’è andata.`,
    'forgot-password': `Acceda di nuovo al Suo account Hik-Connect:
1. Apra l’app Hik-Connect. Nella pagina di accesso tocchi Forgot Password (password dimenticata).
2. Scriva l’indirizzo e-mail o il numero di telefono dell’account.
3. Aspetti il messaggio con il codice o il link. Guardi anche nella posta indesiderata.
4. Imposti una nuova password e acceda.
5. Tocchi Device, poi il dispositivo, poi Settings, poi Delete Device. Confermi con OK.
6. Ci avvisi quando è fatto. Se l’indirizzo o il numero non esiste più, ci dica anche questo.`,
    'agree-portal-reset': `Abbiamo chiesto una nuova password per il dispositivo. Solo Lei può confermare:
1. Aggiorni l’app Hik-Connect.
2. Stia dove si trova il dispositivo, con il telefono nello stesso Wi-Fi. Spenga i dati mobili.
3. Apra Hik-Connect, poi Cloud Service (servizio cloud), poi Service Notifications (notifiche di servizio).
4. Apra l’avviso più recente, Reset device password (ripristina password dispositivo). Guardi che nomini noi e questo dispositivo. Altrimenti lo lasci e ci chiami.
5. Tocchi Reset device password e scriva una nuova password: da 8 a 16 caratteri, con due o più tra cifre, maiuscole, minuscole e caratteri speciali.
6. Tocchi OK.
7. Ci dica la nuova password del dispositivo di persona o per telefono, non in una chat.`,
    'portal-reset-again': `La richiesta di una nuova password è scaduta, quindi l’abbiamo inviata di nuovo. Solo Lei può confermare:
1. Stia dove si trova il dispositivo, con il telefono nello stesso Wi-Fi. Spenga i dati mobili.
2. Apra Hik-Connect, poi Cloud Service (servizio cloud), poi Service Notifications (notifiche di servizio).
3. Apra l’avviso più recente, Reset device password (ripristina password dispositivo). Quello vecchio non funziona più.
4. Tocchi Reset device password e scriva una nuova password: da 8 a 16 caratteri, con due o più tra cifre, maiuscole, minuscole e caratteri speciali.
5. Tocchi OK.
6. Ci dica la nuova password del dispositivo di persona o per telefono, non in una chat.`,
    'update-app': `Aggiorni l’app Hik-Connect; a quelle vecchie manca ciò che serve:
1. Apra il negozio delle app del telefono (Google Play o App Store; su Android anche la pagina del produttore).
2. Cerchi Hik-Connect e tocchi Aggiorna.
3. Apra l’app e acceda.
4. La versione è in More (altro), poi About (informazioni). Deve essere 4.16.1 o più recente.
5. Ci avvisi quando è fatto.`,
    'remove-shared-users': `Controlli che nessun altro lo veda più:
1. Apra l’app Hik-Connect e acceda.
2. Tocchi Device, poi il dispositivo, poi le sue Settings.
3. Apra l’elenco delle persone con cui è condiviso.
4. Tolga chi non deve più vederlo, e confermi.
5. Aggiorni l’elenco.
6. Ci avvisi quando è fatto.`,
    'two-step-login': `Protegga meglio il Suo account:
1. Apra l’app Hik-Connect e acceda.
2. Apra More (altro), poi il Suo account, poi le impostazioni di sicurezza.
3. Imposti una nuova password che non usa altrove.
4. Dove è offerto, accenda l’accesso in due passaggi (verifica del terminale).
5. Guardi l’elenco dei terminali fidati, e tolga i telefoni che non conosce.
6. Ci avvisi quando è fatto.`,
    'bind-anew': `Ora è libero. Lo aggiunga al Suo account:
1. Installi l’app Hik-Connect. Registri un account nel paese in cui si trova il dispositivo, oppure acceda.
2. Tocchi il più, poi Scan QR Code, e legga il codice sull’etichetta del dispositivo.
3. Scriva il codice di verifica del dispositivo quando l’app lo chiede. Glielo diciamo di persona.
4. Guardi l’immagine, e dia un nome al dispositivo.
5. Ci avvisi quando è fatto.`,
    'scan-email-code': `Il codice per una nuova password viene mandato all’indirizzo e-mail riservato:
1. Le mostriamo un codice QR del dispositivo. Lo legga con l’app Hik-Connect (3.5.4 o più recente).
2. Entro alcuni minuti arriva un codice all’indirizzo riservato. Guardi anche nella posta indesiderata.
3. Ci legga il codice per telefono. Vale solo per questo dispositivo e per questo avvio.
4. Fino ad allora non spenga il dispositivo.`,
    'ask-support-again': `Vi abbiamo scritto per questo dispositivo, e il tempo per una risposta è scaduto. Vi chiediamo di guardarlo di nuovo:
1. Alleghiamo la foto dell’etichetta con il numero di serie e la prova d’acquisto.
2. Per una nuova password alleghiamo la richiesta più recente del dispositivo. Le richieste precedenti non valgono più, e le risposte a quelle nemmeno.
3. Vi preghiamo di dirci se manca qualcosa, e quando possiamo aspettarci la risposta.`,
  },
};
