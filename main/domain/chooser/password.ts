import type { RecoveryRoute } from '../../contract/recovery.ts';
import type { Known } from './known.ts';
import { recover } from './recover.ts';
import type { ChooserFacts, Weighed } from './types.ts';
import { factoryReset, supportCase } from './unbind.ts';
import { closed, needs, open } from './weigh.ts';

/** How each route stands for somebody who lost the device's password. */
export function weighPassword(route: RecoveryRoute, facts: ChooserFacts, known: Known): Weighed {
  if (facts.isForeign)
    return route === 'support-case' ? open('ask-the-maker') : closed('not-hikvision');
  if (route === 'support-case') return supportCase(known);
  if (route === 'lan') return login(facts, known);
  if (facts.activated === false) return closed('not-activated');
  // Nothing has to be reset to get in.
  if (known.password === true) return closed('login-works');
  return route === 'factory-reset'
    ? factoryReset(known, { isUnbind: false })
    : recover(route, facts, known);
}

/** The door itself: a password that is there after all, or one that was never set. */
function login(facts: ChooserFacts, known: Known): Weighed {
  if (facts.activated === false) return open('activate-instead');
  if (known.password === false) return closed('password-missing');
  if (known.password === null) return needs('password-unknown');
  return facts.isLocked ? needs('locked') : open('login-works');
}
