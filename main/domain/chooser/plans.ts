import type { BecauseCode } from '../../contract/chooser.ts';
import type { ChooserState, RecoveryRoute } from '../../contract/recovery.ts';
import type { RecoveryWay } from '../recovery-ways.ts';
import type { Goal, RankedRoute } from './types.ts';

/** Said by the device itself; its field is named. */
const bySource: ReadonlySet<BecauseCode> = new Set(['device-says-yes', 'device-says-no']);

type Chosen = ChooserState['routes'][number];
type Plan = Pick<Chosen, 'cost' | 'guideId' | 'caseKind'>;

const plans: Readonly<Record<RecoveryRoute, Plan>> = {
  lan: { cost: 'minutes', guideId: 'unbind-by-lan', caseKind: null },
  'phone-on-lan': { cost: 'minutes', guideId: 'phone-on-lan', caseKind: 'phone-unbind' },
  'recorder-menu': { cost: 'minutes', guideId: 'recorder-local-menu', caseKind: 'recorder-menu' },
  'owner-account': { cost: 'hours', guideId: 'owner-account', caseKind: 'owner-unbind' },
  'owner-forgot-account': { cost: 'days', guideId: 'account-forgotten', caseKind: 'owner-unbind' },
  'owner-forgot-password': {
    ...{ cost: 'hours', guideId: 'account-password-forgotten', caseKind: 'owner-unbind' },
  },
  'guest-account': { cost: 'minutes', guideId: 'guest-account', caseKind: 'phone-unbind' },
  'portal-reset': { cost: 'hours', guideId: 'reset-by-portal-installer', caseKind: 'portal-reset' },
  'reset-file': { cost: 'days', guideId: 'reset-file', caseKind: 'reset-file' },
  'email-code': { cost: 'hours', guideId: 'reserved-email', caseKind: 'email-code' },
  'security-questions': {
    ...{ cost: 'minutes', guideId: 'security-questions', caseKind: 'security-questions' },
  },
  'guid-file': { cost: 'minutes', guideId: 'guid-file', caseKind: 'guid-file' },
  'reset-button': { cost: 'loses-settings', guideId: 'reset-button', caseKind: 'reset-button' },
  // Its case is opened by the reset itself.
  'factory-reset': { cost: 'loses-settings', guideId: 'restore-default-reset', caseKind: null },
  'support-case': { cost: 'days', guideId: 'support-case', caseKind: 'support-case' },
};

interface About {
  readonly goal: Goal | null;
  /** What the device says of its own ways, and by which field. */
  readonly ways: readonly RecoveryWay[];
}

/** What goes with a route: what it costs, where it is explained, which case follows it. */
export function chosenOf({ route, state, because }: RankedRoute, { goal, ways }: About): Chosen {
  const plan = plans[route];
  const fact = ways.find(({ kind }) => kind === plan.caseKind)?.fact ?? null;
  const reasons = because.map((code) => {
    return { code, params: fact !== null && bySource.has(code) ? { fact } : {} };
  });
  const own = { ...plan, ...guideOf(route, because, goal) };
  return { route, state, because: reasons, ...own };
}

/** "By LAN" means something else where nothing has to be unbound. */
function guideOf(
  route: RecoveryRoute,
  because: RankedRoute['because'],
  goal: Goal | null,
): Partial<Plan> {
  if (route !== 'lan') return {};
  if (because.includes('activate-instead')) return { guideId: 'activate' };
  if (because.includes('already-free')) return { guideId: 'verify-unbound' };
  return goal === 'password' ? { guideId: 'sign-in' } : {};
}
