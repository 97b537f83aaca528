import type { Answer, Answers, ChooserFacts, Goal, Question, Tri } from './types.ts';

/** Who says that it is lost is not contradicted by a saved one that no device has accepted. */
function isPasswordThere({ knowsPassword }: ChooserFacts, goal: Answers['goal']): boolean {
  return knowsPassword === 'proven' || (knowsPassword === 'saved' && goal !== 'password');
}

/** The answer that the facts give to a question; `null` when they do not, and a person has to be asked. */
export function toldByFacts(
  facts: ChooserFacts,
  question: Question,
  goal: Answers['goal'],
): Answer | null {
  switch (question) {
    case 'has-admin-password':
      return isPasswordThere(facts, goal) ? 'yes' : null;
    case 'recorder-menu':
      return facts.kind === 'recorder' || facts.kind === 'unknown' ? null : 'none';
    case 'has-button':
      return facts.hasButton === null ? null : facts.hasButton ? 'yes' : 'no';
    case 'has-router':
      return facts.cloudOnline === true ? 'yes' : null;
    default:
      return null;
  }
}

/** Answers that follow from another one. */
function implied(answers: Answers, question: Question): Answer | null {
  if (question === 'has-partner-account' && answers['is-installer'] === 'no') return 'no';
  if (question === 'is-installer' && answers['has-partner-account'] === 'yes') return 'yes';
  return null;
}

/** A person who looks at the device outranks what is typical for its series. */
export function answerTo(facts: ChooserFacts, answers: Answers, question: Question): Answer | null {
  const told = toldByFacts(facts, question, answers.goal);
  return answers[question] ?? told ?? implied(answers, question);
}

export interface Known {
  readonly goal: Goal | null;
  readonly password: Tri;
  readonly ownerReachable: Tri;
  readonly accountKnown: Tri;
  readonly accountPasswordKnown: Tri;
  readonly isGuest: Tri;
  readonly phone: Tri;
  readonly router: Tri;
  readonly menu4: Tri;
  readonly sameArea: Tri;
  readonly partner: Tri;
  readonly proof: Tri;
  readonly button: Tri;
  readonly mayLose: Tri;
  readonly securityAnswers: Tri;
  readonly guidFile: Tri;
  readonly mailbox: Tri;
}

/** Facts and answers as yes, no and not known. */
export function knownOf(facts: ChooserFacts, answers: Answers): Known {
  const tri = (question: Question): Tri => {
    const answer = answerTo(facts, answers, question);
    if (answer === 'yes') return true;
    return answer === 'no' ? false : null;
  };
  const goal = answers.goal;
  const menu = answerTo(facts, answers, 'recorder-menu');
  const isMenuTold = menu !== null && menu !== 'unknown';
  return {
    goal: goal === 'unbind' || goal === 'password' ? goal : null,
    password: tri('has-admin-password'),
    ownerReachable: tri('is-owner-reachable'),
    accountKnown: tri('does-owner-know-account'),
    accountPasswordKnown: tri('does-owner-know-password'),
    isGuest: tri('is-guest-account'),
    phone: tri('has-phone-on-lan'),
    router: tri('has-router'),
    menu4: isMenuTold ? menu === 'gui-4' : null,
    sameArea: tri('same-area'),
    partner: tri('has-partner-account'),
    proof: tri('has-proof'),
    button: tri('has-button'),
    mayLose: tri('may-lose-settings'),
    securityAnswers: tri('knows-security-answers'),
    guidFile: tri('has-guid-file'),
    mailbox: tri('reads-reserved-email'),
  };
}
