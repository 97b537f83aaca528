import type { BecauseCode } from '../../contract/chooser.ts';
import type { RecoveryRoute } from '../../contract/recovery.ts';
import type { Known } from './known.ts';
import type { ChooserFacts, OwnWay, Tri, Weighed } from './types.ts';
import { type Condition, closed, weigh } from './weigh.ts';

/** Ways to a new password of the device. Routes that give none are closed. */
export function recover(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (facts.activated === false) return closed('not-activated');
  switch (route) {
    case 'portal-reset':
      return portalReset(facts, known);
    case 'reset-file':
      return weigh([
        way(facts, route, { how: 'export-tells' }),
        { met: known.proof, ifNo: 'needs', no: 'proof-to-collect', unknown: 'proof-to-collect' },
      ]);
    case 'email-code':
      return weigh([way(facts, route, { isHeld: known.mailbox }), mailbox(known)]);
    case 'security-questions':
      return weigh([
        way(facts, route, { isHeld: known.securityAnswers }),
        {
          ...{ met: known.securityAnswers, ifNo: 'closed', no: 'answers-nobody' },
          ...{ unknown: 'answers-unknown', yes: 'answers-there' },
        },
      ]);
    case 'guid-file':
      return weigh([
        way(facts, route, { isHeld: known.guidFile }),
        {
          ...{ met: known.guidFile, ifNo: 'closed', no: 'guid-nobody' },
          ...{ unknown: 'guid-unknown', yes: 'guid-there' },
        },
      ]);
    case 'reset-button':
      return weigh([
        {
          ...{ met: known.button, ifNo: 'closed', no: 'no-button' },
          ...{ unknown: 'button-unknown', yes: 'button-there' },
        },
        {
          ...{ met: known.mayLose, ifNo: 'closed', no: 'settings-must-stay' },
          ...{ unknown: 'consent-needed', yes: 'settings-may-go', ifUnknown: 'needs' },
        },
      ]);
    default:
      return closed('frees-but-no-password');
  }
}

interface Finding {
  /** Whether somebody has what this way takes. It was set up once then, whatever the device tells of itself. */
  readonly isHeld?: Tri;
  readonly how?: BecauseCode;
}

/** Only the device itself confirms or closes it. Silence is not "no", and it is not "yes" either. */
function way(
  { ways }: ChooserFacts,
  route: OwnWay,
  { isHeld = null, how = 'look-at-forgot-password' }: Finding,
): Condition {
  const told = ways[route];
  const met = told ?? (isHeld === true ? true : null);
  return {
    ...{ met, ifNo: 'closed', no: 'device-says-no' },
    yes: told === null ? 'device-does-not-say' : 'device-says-yes',
    ...{ unknown: 'device-does-not-say', how, ifUnknown: 'untold' },
  };
}

/** The code is mailed, so somebody has to read it; while nobody said who, it is the owner who is asked. */
function mailbox({ mailbox: isRead, ownerReachable }: Known): Condition {
  if (isRead !== null) {
    return { met: isRead, ifNo: 'closed', no: 'mailbox-nobody', yes: 'mailbox-there' };
  }
  return {
    ...{ met: ownerReachable, ifNo: 'needs', no: 'mailbox-holder' },
    ...{ unknown: 'mailbox-holder', yes: 'owner-reachable' },
  };
}

/** The installer asks in the partner's portal, the owner answers in the app, the phone in the device's LAN. */
function portalReset(facts: ChooserFacts, known: Known): Weighed {
  const isOnline = facts.cloudOnline === true ? true : known.router;
  // What stands in an account or in the partner's portal has the platform, whatever it tells of itself.
  const isThere = facts.bound === true || known.partner === true ? true : null;
  return weigh([
    { met: !facts.isUserPanel, ifNo: 'closed', no: 'panel-not-by-portal' },
    {
      ...{ met: facts.cloudSupported ?? isThere, ifNo: 'closed', no: 'cloud-unsupported' },
      ...{ unknown: 'cloud-support-unknown', how: 'ask-owner-list', ifUnknown: 'untold' },
    },
    {
      ...{ met: facts.bound ?? isThere, ifNo: 'closed', no: 'needs-owner-account' },
      ...{ unknown: 'binding-unknown', how: 'ask-owner-list', ifUnknown: 'untold' },
    },
    { met: known.isGuest === null ? null : !known.isGuest, ifNo: 'closed', no: 'guest-account' },
    {
      ...{ met: known.ownerReachable, ifNo: 'closed', no: 'owner-must-agree' },
      ...{ unknown: 'owner-unknown', yes: 'owner-reachable' },
    },
    {
      ...{ met: known.partner, ifNo: 'needs', no: 'partner-account-missing' },
      ...{ unknown: 'partner-account-unknown', yes: 'partner-account-there' },
    },
    { met: known.phone, ifNo: 'needs', no: 'phone-missing', unknown: 'phone-unknown' },
    { met: isOnline, ifNo: 'needs', no: 'device-needs-internet' },
  ]);
}
