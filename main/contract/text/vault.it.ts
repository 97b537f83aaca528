import type { VaultErrors, vaultBoxesEn } from './vault.en.ts';

export const vaultErrorsIt: VaultErrors = {
  'vault.none': {
    what: 'Non c’è ancora una cassaforte, quindi nessuna password viene conservata.',
    next: 'Creane una; fino ad allora ogni esecuzione chiede la password.',
  },
  'vault.exists': {
    what: 'Qui una cassaforte c’è già.',
    next: 'Sbloccala. Ricomincia da capo solo se non resta alcun modo di aprirla; le sue password restano sigillate.',
  },
  'vault.locked': {
    what: 'La cassaforte è chiusa.',
    next: 'Sbloccala con la sua passphrase, oppure scrivi la password solo per questa esecuzione.',
  },
  'vault.changed': {
    what: 'Un’altra finestra o un comando ha sostituito la cassaforte mentre era aperta.',
    next: 'Sbloccala di nuovo e ripeti l’ultimo passo.',
  },
  'vault.wait': {
    what: 'Sono state scritte più passphrase errate. La prossima si accetta tra {{seconds}} s.',
    next: 'Aspetta, poi riscrivila controllando maiuscole e lingua della tastiera.',
  },
  'vault.not-opened': {
    what: 'La cassaforte non si è aperta con "{{box}}": la passphrase è errata, oppure la chiave salvata è stata alterata.',
    next: 'Riscrivi la passphrase controllando maiuscole e lingua della tastiera. Se è giusta, apri la cassaforte in un altro modo; non è stato eliminato nulla.',
  },
  'vault.box-damaged': {
    what: 'La chiave salvata di "{{box}}" non si può leggere: i suoi byte sono danneggiati.',
    next: 'Apri la cassaforte in un altro modo e aggiungi di nuovo questo, oppure ripristina una copia della cartella dati. Non è stato eliminato nulla.',
  },
  'vault.box-unavailable': {
    what: 'Il portachiavi del sistema non risponde ("{{box}}").',
    next: 'Sblocca il portachiavi del sistema, oppure apri la cassaforte con la passphrase.',
  },
  'vault.box-not-found': {
    what: 'La cassaforte non ha un modo di aprirla chiamato "{{box}}".',
    next: 'Usa uno di quelli elencati nello stato della cassaforte.',
  },
  'vault.box-exists': {
    what: 'La cassaforte si può già aprire con "{{box}}".',
    next: 'Cambia quello, oppure scegli un altro nome.',
  },
  'vault.box-weak': {
    what: 'Questo sistema conserva i segreti con {{method}}, che non li protegge da chi può leggere i file.',
    next: 'Usa una passphrase, oppure accetta sapendolo la protezione debole.',
  },
  'vault.last-box': {
    what: '"{{box}}" è l’unico modo di aprire la cassaforte e non si può togliere.',
    next: 'Prima aggiungine un altro.',
  },
  'vault.passphrase-short': {
    what: 'La passphrase ha meno di {{limit}} caratteri.',
    next: 'Scegline una più lunga; alcune parole senza legame si ricordano bene.',
  },
  'vault.credential-not-found': {
    what: 'Questa password salvata non è nella cassaforte.',
    next: 'Può essere stata tolta in un’altra finestra. Ricarica l’elenco.',
  },
  'vault.credential-damaged': {
    what: 'La password salvata di {{subject}} non si apre: i suoi byte sono stati alterati.',
    next: 'Scrivi la password ancora una volta; la voce danneggiata resta. Le altre password non sono toccate.',
  },
  'vault.file-damaged': {
    what: 'Questo file non è un’esportazione della cassaforte, oppure è stato alterato.',
    next: 'Copialo di nuovo da dove è stato creato. Non è stato importato nulla.',
  },
  'vault.file-newer': {
    what: 'Il file è stato scritto da un Untether più recente (formato {{found}}; questa versione conosce {{known}}).',
    next: 'Installa qui la versione più recente, oppure esporta di nuovo con questa.',
  },
  'vault.file-not-opened': {
    what: 'Il file non si è aperto: la passphrase è errata, oppure il file è stato alterato.',
    next: 'Scrivi la passphrase scelta all’esportazione, non quella della cassaforte. Non è stato importato nulla.',
  },
};

export const vaultBoxesIt: Readonly<Record<keyof typeof vaultBoxesEn, string>> = {
  os: 'portachiavi del sistema',
  passphrase: 'passphrase',
};
