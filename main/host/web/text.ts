import type { Locale } from '../../contract/settings.ts';

/** Words of the pages that stand in front of the real one, before a language can be chosen there. */
interface WebText {
  readonly usedTitle: string;
  readonly usedText: string;
  readonly noLinkTitle: string;
  readonly noLinkText: string;
  readonly newLink: string;
}

const en: WebText = {
  usedTitle: 'This link no longer works',
  usedText:
    'A link opens Untether once, within 10 minutes. This one was used already or is too old.',
  noLinkTitle: 'Untether needs its link',
  noLinkText:
    'Untether runs on this computer, and only the link that it printed opens it. A bookmark or a typed address does not.',
  newLink:
    'In the terminal where Untether runs, press Enter: it prints a new link. If no terminal is open, start Untether again.',
};

const it: WebText = {
  usedTitle: 'Questo collegamento non vale più',
  usedText:
    'Un collegamento apre Untether una sola volta, entro 10 minuti. Questo è già stato usato o è scaduto.',
  noLinkTitle: 'Untether chiede il suo collegamento',
  noLinkText:
    'Untether gira su questo computer e si apre solo con il collegamento che ha stampato. Un segnalibro o un indirizzo scritto a mano non bastano.',
  newLink:
    'Nel terminale in cui gira Untether premi Invio: ne stampa uno nuovo. Se non c’è un terminale aperto, avvia di nuovo Untether.',
};

const es: WebText = {
  usedTitle: 'Este enlace ya no funciona',
  usedText:
    'Un enlace abre Untether una sola vez, en un plazo de 10 minutos. Este ya se usó o ha caducado.',
  noLinkTitle: 'Untether necesita su enlace',
  noLinkText:
    'Untether se ejecuta en este equipo y solo se abre con el enlace que mostró. Un marcador o una dirección escrita a mano no sirven.',
  newLink:
    'En el terminal donde se ejecuta Untether pulse Intro: mostrará un enlace nuevo. Si no hay ningún terminal abierto, inicie Untether de nuevo.',
};

export const webTexts: Readonly<Record<Locale, WebText>> = { en, it, es };
