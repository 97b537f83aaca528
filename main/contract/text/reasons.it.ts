import type { ActsText } from './acts.en.ts';
import { loginReasonsIt } from './reasons-login.it.ts';

export const reasonsIt: ActsText['reasons'] = {
  ready: {
    what: 'Niente lo impedisce.',
    next: 'Prosegui.',
  },
  'read-back': {
    what: 'Il dispositivo è stato riletto e mostra il nuovo stato.',
    next: 'Non resta nulla da fare.',
  },
  'device-said-so': {
    what: 'Lo dice il dispositivo stesso.',
    next: 'Dove conta, guarda ancora una volta con i tuoi occhi.',
  },
  'no-read-back': {
    what: 'Il dispositivo ha accettato, ma alla rilettura non ha risposto.',
    next: 'Ricontrolla tra un minuto: forse si sta riavviando.',
  },
  'not-applied': {
    what: 'Riletto, il dispositivo mostra ancora lo stato di prima. Mostra {{address}}.',
    next: 'Ricontrolla tra un minuto, alcuni dispositivi ci mettono molto. Se resta così, usa la pagina web del dispositivo.',
  },
  'address-taken': {
    what: 'Quell’indirizzo è di qualcos’altro nella rete. L’indirizzo è {{address}}. Lo tiene {{by}}.',
    next: 'Scegli un indirizzo libero, o togli l’altro apparecchio dalla rete.',
  },
  'already-so': {
    what: 'Il dispositivo è già come deve essere.',
    next: 'Non resta nulla da fare.',
  },
  'not-bound': {
    what: 'Il dispositivo dice che non è collegato a nessun account.',
    next: 'Non resta nulla da scollegare. Si può aggiungere a un account.',
  },
  'bound-unknown': {
    what: 'Il dispositivo non dice se è collegato a un account.',
    next: 'Chiedi al proprietario di aggiornare l’elenco dispositivi dell’account: lì non deve più esserci.',
  },
  'cloud-off': {
    what: 'Hik-Connect è disattivato sul dispositivo. Può essere comunque collegato a un account.',
    next: 'Attiva Hik-Connect, per cui serve un codice di verifica, e poi scollega; o fallo eliminare dal proprietario.',
  },
  'cloud-offline': {
    what: 'Il dispositivo non è in linea con il cloud Hik-Connect, quindi ora non si può scollegare.',
    next: 'Dai Internet al dispositivo, per esempio con un router con SIM. A questo computer non serve. Poi prosegue da solo.',
  },
  'status-unknown': {
    what: 'Il dispositivo non dice se ora si può scollegare.',
    next: 'Con il tuo consenso si può provare. Il risultato migliore è allora "Accettato, non verificato".',
  },
  'unbind-unsupported': {
    what: 'Il firmware del dispositivo non si lascia scollegare dalla LAN.',
    next: 'Prendi un’altra via: telefono nella stessa LAN, menu del registratore, proprietario, assistenza.',
  },
  'not-activated': {
    what: 'Il dispositivo non è attivato, quindi non ha ancora una password.',
    next: 'Attivalo prima. Dopo un reset di fabbrica può essere ancora collegato a un account: controlla allora.',
  },
  'already-activated': {
    what: 'Il dispositivo è già attivato.',
    next: 'Usa la sua password. Se nessuno la conosce, la via è un reset.',
  },
  'weak-password': {
    what: 'Il dispositivo ha rifiutato la nuova password perché troppo debole.',
    next: 'Scegline una con tre tipi di caratteri, senza nomi e senza cifre in fila.',
  },
  'wrong-password': {
    what: 'Il dispositivo dice che la password è errata. Tentativi rimasti: {{attempts}}. È bloccato per altri {{minutes}} minuti.',
    next: 'Trova la password giusta prima di riprovare: ogni tentativo conta.',
  },
  'same-password': {
    what: 'Per questo dispositivo la stessa password era già errata, quindi non è stata rimandata. Tentativi rimasti: {{attempts}}.',
    next: 'Dai un’altra password.',
  },
  'attempts-low': {
    what: 'La password non è stata inviata, perché al dispositivo restano pochi tentativi. Tentativi rimasti: {{attempts}}.',
    next: 'Assicurati della password, poi prova con la parola esplicita. Oppure aspetta: dopo un po’ i dispositivi contano da capo.',
  },
  locked: {
    what: 'Il dispositivo è bloccato dopo password errate e non accetta nemmeno quella giusta. Bloccato per altri {{minutes}} minuti.',
    next: 'Lascialo acceso e aspetta. Intanto non provare: su alcuni dispositivi il tempo riparte da capo.',
  },
  'group-stopped': {
    what: 'Non è stato inviato nulla: l’esecuzione si è fermata prima di questo dispositivo per colpa di un altro. Era {{device}}.',
    next: 'Guarda prima quello: una password errata, o un indirizzo non confermato, ferma tutti quelli che lo condividono.',
  },
  denied: {
    what: 'Il dispositivo ha rifiutato e non ha detto perché. Su firmware vecchi può voler dire anche password errata.',
    next: 'Controlla la password sulla pagina web del dispositivo prima di riprovare: ogni tentativo può contare.',
  },
  'areas-differ': {
    what: 'Dispositivo e software sono di aree diverse. Non era una password errata. Il dispositivo ha detto "{{result}}".',
    next: 'Scollega con un account dell’area del dispositivo, fallo eliminare dal proprietario, o apri una pratica con l’assistenza.',
  },
  'unknown-result': {
    what: 'Il dispositivo ha risposto con una parola che qui non si conosce. Ha detto "{{result}}".',
    next: 'Ricontrolla: la lettura mostra com’è adesso. Annota la parola per l’assistenza; può aiutare un account Hik-Connect della regione di vendita del dispositivo.',
  },
  silent: {
    what: 'Il dispositivo non ha risposto in tempo. Non si sa se ha ricevuto il comando.',
    next: 'Ricontrolla prima di inviare ancora qualcosa.',
  },
  offline: {
    what: 'In questo momento il dispositivo non risponde in questa rete.',
    next: 'Controlla alimentazione e cavo, aggiorna, poi ripeti.',
  },
  'not-sent': {
    what: 'Al dispositivo non è stato inviato nulla.',
    next: 'Il perché è nelle prove. Ripeti quando è sistemato.',
  },
  interrupted: {
    what: 'L’esecuzione è finita mentre si lavorava su questo dispositivo. Non si sa se il comando è stato eseguito.',
    next: 'Riprendi: il dispositivo viene prima letto e niente si invia due volte.',
  },
  'conflicting-replies': {
    what: 'A una sola richiesta sono arrivate due risposte diverse. Un’altra macchina in questa rete risponde a nome del dispositivo.',
    next: 'Qui non proseguire. Trova quella macchina: le prove ne dicono gli indirizzi.',
  },
  'foreign-sender': {
    what: 'La risposta è venuta da un indirizzo che non è del dispositivo. È venuta da {{address}}.',
    next: 'Scopri che macchina è. Se il dispositivo ha un indirizzo nuovo, aggiorna e ripeti.',
  },
  'bad-exchange': {
    what: 'La parte del dispositivo nello scambio delle chiavi non si è potuta leggere. La password non è stata inviata.',
    next: 'Ripeti una volta. Se resta così, usa la pagina web del dispositivo.',
  },
  'send-failed': {
    what: 'Questo computer non è riuscito a inviare da quella scheda.',
    next: 'Controlla cavo o Wi-Fi e l’elenco delle schede, poi ripeti.',
  },
  'no-adapter': {
    what: 'La scheda da cui si sentiva il dispositivo non c’è più o è disattivata.',
    next: 'Collegala o attivala, aggiorna, poi ripeti.',
  },
  'generation-unsupported': {
    what: 'Con SADP la generazione del dispositivo non accetta questo comando, o non in un modo noto. La generazione è {{generation}}.',
    next: 'Fallo dalla pagina web del dispositivo.',
  },
  'function-unsupported': {
    what: 'Il dispositivo dice che non può farlo.',
    next: 'Fallo dalla pagina web del dispositivo, o aggiorna il firmware.',
  },
  panel: {
    what: 'Questa è una centrale d’allarme. Scollegarla elimina i suoi utenti cloud, anche gli account dell’installatore.',
    next: 'Usa il comando separato per le centrali AX PRO. Serve un codice del produttore.',
  },
  'not-hikvision': {
    what: 'Il dispositivo non è della famiglia Hikvision.',
    next: 'Usa lo strumento della sua marca.',
  },
  'no-sadp': {
    what: 'Il dispositivo è stato trovato solo con la scansione. Non risponde a SADP.',
    next: 'Usa la sua pagina web. Se dovrebbe rispondere a SADP, guarda nella Diagnosi perché non si sente.',
  },
  'no-password': {
    what: 'Per questo dispositivo non è stata data una password.',
    next: 'Danne una e ripeti.',
  },
  cancelled: {
    what: 'L’esecuzione è stata annullata prima di arrivare a questo dispositivo. Non gli è stato inviato nulla.',
    next: 'Ripeti se è ancora da fare.',
  },
  'invalid-values': {
    what: 'I valori non si possono inviare a questo dispositivo. Il problema è {{problem}}.',
    next: 'Correggili e ripeti.',
  },
  unverifiable: {
    what: 'Il dispositivo ha accettato, ma il suo firmware non dice lo stato che lo proverebbe.',
    next: 'Fai controllare a una persona: l’elenco dispositivi dell’account del proprietario, o la pagina web del dispositivo.',
  },
  ...loginReasonsIt,
};
