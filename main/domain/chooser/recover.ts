import type { RecoveryRoute } from '../../contract/recovery.ts';
import type { Known } from './known.ts';
import type { ChooserFacts, OwnWay, Weighed } from './types.ts';
import { type Condition, closed, weigh } from './weigh.ts';

/** Ways to a new password of the device. Routes that give none are closed. */
export function recover(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (facts.activated === false) return closed('not-activated');
  switch (route) {
    case 'portal-reset':
      return portalReset(facts, known);
    case 'reset-file':
      return weigh([
        way(facts, route),
        { met: known.proof, ifNo: 'needs', no: 'proof-to-collect', unknown: 'proof-to-collect' },
      ]);
    case 'email-code':
      return weigh([
        way(facts, route),
        {
          ...{ met: known.ownerReachable, ifNo: 'needs', no: 'mailbox-holder' },
          ...{ unknown: 'mailbox-holder', yes: 'owner-reachable' },
        },
      ]);
    case 'security-questions':
    case 'guid-file':
      return weigh([way(facts, route)]);
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

/** Only what the device itself says it has is closed or confirmed; silence is not "no". */
function way({ ways }: ChooserFacts, route: OwnWay): Condition {
  return {
    ...{ met: ways[route], ifNo: 'closed', no: 'device-says-no' },
    ...{ unknown: 'device-does-not-say', yes: 'device-says-yes' },
  };
}

/** The installer asks in the partner's portal, the owner answers in the app, the phone in the device's LAN. */
function portalReset(facts: ChooserFacts, known: Known): Weighed {
  const isOnline = facts.cloudOnline === true ? true : known.router;
  return weigh([
    { met: facts.cloudSupported, ifNo: 'closed', no: 'cloud-unsupported' },
    { met: facts.bound, ifNo: 'closed', no: 'needs-owner-account' },
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
