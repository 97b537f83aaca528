import type { BecauseCode } from '../../contract/chooser.ts';
import type { DeviceKind } from '../../contract/device.ts';
import type { ChooserState, RecoveryRoute } from '../../contract/recovery.ts';

export type Question = ChooserState['answers'][number]['question'];
export type Answer = ChooserState['answers'][number]['answer'];
export type Answers = Readonly<Partial<Record<Question, Answer>>>;
export type RouteState = ChooserState['routes'][number]['state'];
export type Asked = NonNullable<ChooserState['question']>;

/** `null` is "not told", which never counts as "no". */
export type Tri = boolean | null;

/** Ways back that the device itself speaks of. */
export type OwnWay = 'reset-file' | 'email-code' | 'security-questions' | 'guid-file';

/** What is known of a device without asking anybody. */
export interface ChooserFacts {
  readonly kind: DeviceKind;
  /** Certainly not of the Hikvision family. */
  readonly isForeign: boolean;
  /** A panel whose cloud users go with it, see `isUserPanel`. */
  readonly isUserPanel: boolean;
  readonly hasSadp: boolean;
  readonly activated: Tri;
  readonly bound: Tri;
  readonly cloudSupported: Tri;
  readonly cloudEnabled: Tri;
  /** Whether the device itself reaches the cloud, as it last told. */
  readonly cloudOnline: Tri;
  readonly unbindSupported: Tri;
  /** It answered that areas differ. */
  readonly areasDiffer: boolean;
  /** It refused an unbind over the LAN without a reason that passes. */
  readonly wasRefused: boolean;
  readonly isLocked: boolean;
  /** A login that works, or one that is saved and that no device has accepted or refused yet. */
  readonly knowsPassword: 'proven' | 'saved' | null;
  readonly hasButton: Tri;
  readonly ways: Readonly<Record<OwnWay, Tri>>;
}

export type Goal = 'unbind' | 'password';

/** How one route stands. */
export interface Weighed {
  readonly state: RouteState;
  readonly because: readonly BecauseCode[];
  /** What is not known and could still close it. */
  readonly unknowns: number;
  readonly penalty: number;
}

export interface RankedRoute extends Weighed {
  readonly route: RecoveryRoute;
}
