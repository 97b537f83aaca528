import type { BecauseCode } from '../../contract/chooser.ts';
import type { RecoveryRoute } from '../../contract/recovery.ts';
import type { Known } from './known.ts';
import { recover } from './recover.ts';
import type { ChooserFacts, Tri, Weighed } from './types.ts';
import { type Condition, closed, needs, open, weigh } from './weigh.ts';

/** How each route stands for somebody who wants the device free of its account. */
export function weighUnbind(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (facts.isForeign)
    return route === 'support-case' ? open('ask-the-maker') : closed('not-hikvision');
  if (route === 'support-case') return supportCase(known);
  if (facts.bound === false) return route === 'lan' ? open('already-free') : closed('already-free');
  switch (route) {
    case 'lan':
      return lan(facts, known);
    case 'phone-on-lan':
      return weigh(phone(facts, known));
    case 'recorder-menu':
      return recorderMenu(facts, known);
    case 'owner-account':
      return ownerAccount(known);
    case 'owner-forgot-account':
      return ownerForgot(known, known.accountKnown);
    case 'owner-forgot-password':
      return forgottenPassword(known);
    case 'guest-account':
      return guest(facts, known);
    case 'factory-reset':
      return factoryReset(known, { isUnbind: true });
    default:
      return passwordFirst(route, facts, known);
  }
}

/** Another way into the device, after which the LAN, the phone or the menu can unbind it. */
function passwordFirst(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (known.password === true) return closed('password-known');
  const weighed = recover(route, facts, known);
  if (weighed.state === 'closed') return weighed;
  if (known.password === null) return needs('only-if-password-lost');
  const more: BecauseCode = route === 'reset-button' ? 'reset-is-no-unbind' : 'first-password';
  return { ...weighed, because: [...weighed.because, more] };
}

function password(known: Known): Condition {
  return {
    ...{ met: known.password, ifNo: 'needs', no: 'password-missing' },
    ...{ yes: 'password-known', unknown: 'password-unknown' },
  };
}

/** States of the device that pass, or that somebody can change. */
function passing(facts: ChooserFacts): Condition[] {
  return [
    { met: facts.activated, ifNo: 'needs', no: 'not-activated' },
    { met: !facts.isLocked, ifNo: 'needs', no: 'locked' },
  ];
}

/** The request ends at the cloud, so the device (not this computer) has to reach it. */
function internet({ cloudOnline }: ChooserFacts, { router }: Known): Condition {
  const base = { ifNo: 'needs', no: 'device-needs-internet', unknown: 'internet-unknown' } as const;
  if (cloudOnline === true) return { ...base, met: true };
  if (cloudOnline === false) {
    return { ...base, met: router === true, yes: 'router-brings-cloud' };
  }
  return { ...base, met: router, yes: 'internet-there' };
}

function lan(facts: ChooserFacts, known: Known): Weighed {
  const areaMet: Tri = facts.areasDiffer ? false : known.sameArea;
  return weigh(
    [
      { met: facts.hasSadp, ifNo: 'closed', no: 'no-sadp' },
      { met: !facts.isUserPanel, ifNo: 'closed', no: 'panel-users' },
      {
        ...{ met: facts.unbindSupported, ifNo: 'closed', no: 'unbind-unsupported' },
        // Trying is honest here: the look before it asks the device, and no password leaves before that.
        ...{ unknown: 'unbind-support-unknown', how: 'look-before-unbind' },
      },
      { met: areaMet, ifNo: 'closed', no: 'areas-differ' },
      ...passing(facts),
      { met: facts.cloudEnabled, ifNo: 'needs', no: 'cloud-off' },
      internet(facts, known),
      password(known),
    ],
    facts.wasRefused ? { because: ['tried-and-refused'], penalty: refusedPenalty } : {},
  );
}

/** What was refused once is tried again after everything else that takes minutes. */
const refusedPenalty = 40;

function phone(facts: ChooserFacts, known: Known): Condition[] {
  return [
    { met: !facts.isUserPanel, ifNo: 'closed', no: 'panel-users' },
    {
      // An account of the device's own area can still do it where the LAN cannot.
      ...{ met: known.sameArea, ifNo: 'closed', no: 'area-of-account-differs', yes: 'area-same' },
      unknown: facts.areasDiffer ? 'account-of-area' : 'area-unknown',
    },
    ...passing(facts),
    { met: facts.cloudEnabled, ifNo: 'needs', no: 'cloud-off' },
    internet(facts, known),
    {
      met: known.phone,
      ifNo: 'needs',
      no: 'phone-missing',
      unknown: 'phone-unknown',
      yes: 'phone-there',
    },
    password(known),
  ];
}

function recorderMenu(facts: ChooserFacts, known: Known): Weighed {
  const isRecorder = facts.kind === 'unknown' ? null : facts.kind === 'recorder';
  return weigh([
    {
      ...{ met: isRecorder, ifNo: 'closed', no: 'not-a-recorder' },
      ...{ unknown: 'recorder-unknown', ifUnknown: 'untold' },
    },
    {
      met: known.menu4,
      ifNo: 'closed',
      no: 'menu-too-old',
      ...{ unknown: 'menu-unknown', how: 'look-at-menu', ifUnknown: 'untold' },
      yes: 'menu-4',
    },
    ...passing(facts),
    password(known),
  ]);
}

function owner(known: Known): Condition[] {
  return [
    {
      ...{ met: known.ownerReachable, ifNo: 'closed', no: 'owner-not-reachable' },
      ...{ unknown: 'owner-unknown', yes: 'owner-reachable' },
    },
    { met: known.isGuest === null ? null : !known.isGuest, ifNo: 'closed', no: 'guest-account' },
  ];
}

function accountKnown(known: Known): Condition {
  return {
    ...{ met: known.accountKnown, ifNo: 'needs', no: 'account-forgotten' },
    ...{ unknown: 'account-unknown', yes: 'account-known' },
  };
}

function ownerAccount(known: Known): Weighed {
  return weigh([
    ...owner(known),
    accountKnown(known),
    {
      ...{ met: known.accountPasswordKnown, ifNo: 'needs', no: 'account-password-forgotten' },
      yes: 'account-password-known',
    },
  ]);
}

function ownerForgot(known: Known, isKnown: Tri): Weighed {
  if (isKnown === true) return closed('not-forgotten');
  const weighed = weigh(owner(known));
  if (weighed.state === 'closed' || isKnown === false) return weighed;
  return needs('only-if-forgotten');
}

/** The password is sent to an account's mail or phone, so the account comes first. */
function forgottenPassword(known: Known): Weighed {
  const weighed = ownerForgot(known, known.accountPasswordKnown);
  const isStuck = weighed.state === 'open' && known.accountKnown === false;
  return isStuck ? needs('account-forgotten') : weighed;
}

/** Nobody can sign in to a guest account, so the phone frees it. */
function guest(facts: ChooserFacts, known: Known): Weighed {
  if (known.isGuest === false) return closed('not-a-guest');
  const weighed = weigh(phone(facts, known), { because: ['guest-by-phone'] });
  return weighed.state === 'closed' || known.isGuest === true ? weighed : needs('only-if-guest');
}

/** Never closed: whatever else fails, proof and a case are left. */
export function supportCase(known: Known): Weighed {
  const proof: BecauseCode = known.proof === true ? 'proof-ready' : 'proof-to-collect';
  const way: BecauseCode = known.partner === true ? 'partner-case' : 'by-your-supplier';
  const unknowns = Number(known.proof !== true) + Number(known.partner !== true);
  return { state: 'open', because: [proof, way], unknowns, penalty: 0 };
}

/** By command, which takes the password; that it unbinds is not proven. */
export function factoryReset(known: Known, { isUnbind }: { readonly isUnbind: boolean }): Weighed {
  const because: readonly BecauseCode[] = isUnbind ? ['reset-is-no-unbind'] : [];
  return weigh([mayLose(known), password(known)], { because });
}

export function mayLose(known: Known): Condition {
  return {
    ...{ met: known.mayLose, ifNo: 'closed', no: 'settings-must-stay', yes: 'settings-may-go' },
    ...{ unknown: 'consent-needed', ifUnknown: 'needs' },
  };
}
