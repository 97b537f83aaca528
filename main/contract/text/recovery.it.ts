import type { RecoveryErrors } from './recovery.en.ts';

export const recoveryErrorsIt: RecoveryErrors = {
  'recovery.wrong-kind': {
    what: 'Un caso del tipo «{{kind}}» non ha una richiesta o una risposta che Untether possa portare.',
    next: 'Segui i passi del caso; la guida dice chi fa che cosa. Allega ciò che ricevi.',
  },
  'recovery.not-supported': {
    what: 'La forma della richiesta o della risposta di questo dispositivo non è nota abbastanza per inviarla ({{why}}).',
    next: 'Per questo passo usa Forgot Password nello SADP Tool del produttore, poi allega qui il suo file: passi e scadenze continuano in questo caso.',
  },
  'recovery.no-answer': {
    what: 'Il dispositivo non ha risposto.',
    next: 'Controlla alimentazione e cavo, guarda se è nell’elenco, poi riprova. Non riavviarlo: una richiesta vale per un solo avvio.',
  },
  'recovery.not-sent': {
    what: 'Non è stato inviato nulla: {{reason}}.',
    next: 'Correggi, poi riprova.',
  },
  'recovery.not-whole': {
    what: 'La richiesta del dispositivo non è arrivata intera, quindi non è stata conservata.',
    next: 'Chiedila di nuovo. Se succede ancora, usa Forgot Password nello SADP Tool del produttore.',
  },
  'recovery.refused': {
    what: 'Il dispositivo ha rifiutato: «{{result}}».',
    next: 'Non è cambiato nulla. Guarda la guida del caso per questo dispositivo, o chiedi all’assistenza con questo testo.',
  },
  'recovery.answer-wrong': {
    what: 'Il dispositivo dice che questa risposta è sbagliata (tentativi rimasti: {{left}}).',
    next: 'Controlla che la risposta sia per questo dispositivo e per l’ultima esportazione. Non provarne altre: le risposte sbagliate lo bloccano.',
  },
  'recovery.answer-void': {
    what: 'Il dispositivo non ha una richiesta a cui questa risposta possa appartenere. Si è riavviato, o è stata fatta un’altra richiesta.',
    next: 'Esporta di nuovo la richiesta e inviala ancora all’assistenza.',
  },
  'recovery.answer-expired': {
    what: 'Il dispositivo dice che la sua richiesta è troppo vecchia per questa risposta.',
    next: 'Esporta di nuovo la richiesta e inviala ancora all’assistenza.',
  },
  'recovery.locked': {
    what: 'Il dispositivo è bloccato da tentativi sbagliati e ora non accetta risposte.',
    next: 'Aspetta che il blocco finisca; è scritto sulla riga. Tieni acceso il dispositivo.',
  },
  'recovery.weak-password': {
    what: 'Il dispositivo non accetterebbe la nuova password: {{problems}}.',
    next: 'Scegli da 8 a 16 caratteri di almeno due tipi, meglio tre, senza il nome utente.',
  },
  'recovery.unclear': {
    what: 'Non si sa se il dispositivo abbia accettato la risposta (ha detto: {{result}}).',
    next: 'Accedi una volta con la nuova password. Solo se è rifiutata, porta di nuovo la risposta.',
  },
  'recovery.restarted': {
    what: 'Il dispositivo si è riavviato dopo la richiesta ({{from}}, ora {{to}}), quindi la risposta è probabilmente nulla.',
    next: 'Esporta di nuovo. Se l’assistenza dice che la sua risposta vale ancora, provala comunque con una conferma esplicita.',
  },
  'recovery.same-answer': {
    what: 'Il dispositivo ha già rifiutato proprio questa risposta.',
    next: 'Chiedine un’altra all’assistenza, o provala comunque con una conferma esplicita.',
  },
  'recovery.needs-answer': {
    what: 'Non è stato dato né un file né un codice.',
    next: 'Scegli il file inviato dall’assistenza, o scrivi il suo codice.',
  },
  'recovery.needs-password': {
    what: 'Non è stata data una nuova password.',
    next: 'Scrivi la nuova password che il dispositivo deve avere.',
  },
  'recovery.bad-file': {
    what: 'Questo file non può essere la risposta del produttore: è vuoto, non è testo, o supera {{limitKb}} KB.',
    next: 'Scegli il file esattamente come l’ha inviato l’assistenza, decompresso e non modificato.',
  },
};
