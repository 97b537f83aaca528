import fc from 'fast-check';
import { applyEvent } from '../../../main/domain/cases/apply.ts';
import { arm, newCase } from '../../../main/domain/cases/person.ts';
import { type Applied, newMemory, type Seen } from '../../../main/domain/cases/types.ts';

/**
 * A wire with one device that has a case, its neighbours, and a bad network. What really happened is kept
 * beside what was delivered, so that the test can judge the case without the rules of the case.
 */

export const stepMs = 2_500;
const probeMs = 5_000;
/** No datagram is on its way for longer. */
const maxLateMs = 8_000;
const hour = 3_600_000;
const start = Date.UTC(2026, 2, 1, 9, 0, 0);

const happening = fc.oneof(
  fc.record({ what: fc.constant('wait' as const), s: fc.integer({ min: 5, max: 90 }) }),
  fc.record({ what: fc.constant('power-cycle' as const), s: fc.integer({ min: 5, max: 80 }) }),
  fc.record({
    what: fc.constant('reset' as const),
    s: fc.integer({ min: 10, max: 80 }),
    to: fc.constantFrom('default', 'dhcp', 'same'),
  }),
  fc.record({ what: fc.constant('activate' as const) }),
  fc.record({ what: fc.constant('soft-inactive' as const) }),
  fc.record({ what: fc.constant('cable' as const), s: fc.integer({ min: 5, max: 60 }) }),
  fc.record({ what: fc.constant('laptop-clock' as const), h: fc.integer({ min: -30, max: 30 }) }),
  fc.record({ what: fc.constant('device-clock' as const), h: fc.integer({ min: -12, max: -1 }) }),
  fc.record({ what: fc.constant('move' as const) }),
);
/** Rarer: after it the tool rightly waits for a person. */
const twin = fc.record({ what: fc.constant('twin' as const), isInactive: fc.boolean() });
const anyHappening = fc.oneof({ weight: 14, arbitrary: happening }, { weight: 1, arbitrary: twin });
type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

export const plan = fc.record({
  variant: fc.constantFrom('button', 'restore-inactive', 'default'),
  tellsBoot: fc.boolean(),
  wasActive: fc.constantFrom(true, true, true, false),
  hasMac: fc.boolean(),
  lossPercent: fc.constantFrom(0, 10, 40),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  before: fc.array(fc.constantFrom('activate', 'soft-inactive', 'power-cycle'), { maxLength: 2 }),
  happenings: fc.array(anyHappening, { minLength: 1, maxLength: 10 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

export interface Delivered {
  readonly order: number;
  readonly by: 'device' | 'twin' | 'neighbour';
  readonly sentOrder: number;
  readonly seen: Seen;
}

interface Packet extends Delivered {
  readonly dueOrder: number;
}

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

export class World {
  readonly plan: Plan;
  readonly delivered: Delivered[] = [];
  /** Orders at which the device truly became inactive. */
  readonly resets: number[] = [];
  armedOrder = 0;
  baselineBoot = 0;
  baselineActive = true;
  /** At the arming; else the first answer after it is taken for the device's. */
  isMacKnown = false;
  applied: Applied;
  doneOrder: number | null = null;
  readonly #random: () => number;
  #order = 0;
  #wall = start;
  #clock = 0;
  #bootOrder = -2 * hour;
  #isActive = true;
  #upAt = 0;
  #pluggedAt = 0;
  #address = '192.168.1.20';
  #isTwinThere = false;
  #isTwinInactive = false;
  #onWay: Packet[] = [];
  #isOpen = false;

  constructor(given: Plan) {
    this.plan = given;
    this.#random = randomOf(given.seed);
    this.#isActive = given.wasActive;
    this.applied = this.#open();
    this.#warmUp();
    this.#arm();
  }

  run(): void {
    for (const one of this.plan.happenings) {
      this.#do(one);
      this.#pass(one.what === 'wait' ? one.s * 1000 : 10_000);
    }
    this.#pass(120_000);
  }

  get isDone(): boolean {
    return this.applied.file.view.state === 'done';
  }

  /** Without a known MAC, a stranger that is the only one heard cannot be told from the device. */
  isNobodyElse(until: number): boolean {
    const heard = this.delivered.filter(({ order, by }) => order <= until && by === 'device');
    return this.isMacKnown || heard.length > 0;
  }

  #open(): Applied {
    const { variant, hasMac } = this.plan;
    const macs = hasMac ? ['aa:bb:cc:00:00:01'] : [];
    const file = newCase({
      ...{ id: 'c1', siteId: 's1', by: { user: 'ann', machine: 'laptop' }, at: start },
      kind: variant === 'button' ? 'reset-button' : 'software-reset',
      variant: variant === 'button' ? null : variant,
      device: {
        ...{ id: 'd1' as never, serial: 'DS-TEST000000001', shortSerial: '000000001' },
        ...{ model: 'DS-2CD2143G2-I', name: null, mac: macs[0] ?? null, address: this.#address },
      },
      identity: { serialKey: 'DS-TEST000000001', macs },
      before: {
        ...{ at: start, bootTime: null, activated: null, address: null, dhcpEnabled: null },
        ...{ firmware: null, cloudEnabled: null, cloudBound: true, presence: 'online' },
      },
      ...{ reason: '', authorisedBy: 'Owner', jobId: null, provenBefore: null },
    });
    return { file, memory: newMemory(-1, start) };
  }

  /** What happened before the arming; its last datagrams may still be on their way then. */
  #warmUp(): void {
    for (const what of this.plan.before) {
      if (what === 'power-cycle') this.#restart(20_000);
      else this.#isActive = what === 'activate';
      this.#pass(30_000);
    }
    this.#isActive = this.plan.wasActive;
    this.#pass(40_000);
  }

  #arm(): void {
    this.#isOpen = true;
    this.armedOrder = this.#order;
    this.baselineBoot = this.#boot();
    this.baselineActive = this.#isActive;
    this.isMacKnown = this.applied.file.own.identity.macs.length > 0;
    this.resets.length = 0;
    this.delivered.length = 0;
    const bootTime = this.plan.tellsBoot ? iso(this.baselineBoot) : null;
    const baseline = { bootTime, activated: this.#isActive, address: this.#address };
    const file = arm(this.applied.file, { at: this.#wall, minutes: 10, baseline });
    this.applied = { file, memory: newMemory(this.#order, this.#wall) };
  }

  #boot(): number {
    return start + this.#bootOrder + this.#clock;
  }

  #restart(downMs: number): void {
    this.#upAt = this.#order + downMs;
    this.#bootOrder = this.#order + Math.floor(downMs / 2);
  }

  #do(one: Happening): void {
    switch (one.what) {
      case 'wait':
        break;
      case 'power-cycle':
        this.#restart(one.s * 1000);
        break;
      case 'reset':
        this.#reset(one.s * 1000, one.to);
        break;
      case 'activate':
        this.#isActive = true;
        break;
      case 'soft-inactive':
        if (this.#isActive) this.resets.push(this.#order);
        this.#isActive = false;
        break;
      case 'cable':
        this.#pluggedAt = this.#order + one.s * 1000;
        break;
      case 'laptop-clock':
        this.#wall += one.h * hour;
        break;
      case 'device-clock':
        this.#clock += one.h * hour;
        break;
      case 'twin':
        this.#isTwinThere = true;
        this.#isTwinInactive = one.isInactive;
        break;
      case 'move':
        this.#address = '192.168.1.99';
    }
  }

  #reset(downMs: number, to: string): void {
    if (this.#order < this.#upAt) return;
    this.#restart(downMs);
    this.resets.push(this.#order);
    this.#isActive = false;
    if (to === 'default') this.#address = '192.168.1.64';
    if (to === 'dhcp') this.#address = '192.168.1.133';
  }

  #pass(ms: number): void {
    for (let waited = 0; waited < ms; waited += stepMs) {
      this.#order += stepMs;
      this.#wall += stepMs;
      if (this.#order % probeMs === 0) this.#answer();
      this.#deliver();
      this.#apply({ kind: 'tick', at: this.#wall, order: this.#order });
    }
  }

  #answer(): void {
    const isUp = this.#order >= this.#upAt && this.#order >= this.#pluggedAt;
    const me = { serialKey: 'DS-TEST000000001', mac: 'aa:bb:cc:00:00:01' };
    const bootTime = this.plan.tellsBoot ? iso(this.#boot()) : null;
    const common = { order: 0, at: 0, dhcpEnabled: false, cloudBound: null, isAsked: false };
    if (isUp) {
      const told = { address: this.#address, bootTime, activated: this.#isActive };
      this.#send('device', { ...common, ...me, ...told });
    }
    const fresh = { bootTime: iso(start + this.#order), activated: false };
    const stranger = { serialKey: 'DS-TEST000000077', mac: 'aa:bb:cc:00:00:77' };
    this.#send('neighbour', { ...common, ...stranger, ...fresh, address: this.#address });
    if (!this.#isTwinThere) return;
    const twin = { serialKey: me.serialKey, mac: 'aa:bb:cc:00:00:02', address: '192.168.1.64' };
    const told = { bootTime: fresh.bootTime, activated: !this.#isTwinInactive };
    this.#send('twin', { ...common, ...twin, ...told });
  }

  #send(by: Packet['by'], seen: Seen): void {
    const copies = this.#random() < 0.15 ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (this.#random() * 100 < this.plan.lossPercent) continue;
      const late = this.#random() < 0.2 ? Math.floor(this.#random() * maxLateMs) : 0;
      const dueOrder = this.#order + late;
      this.#onWay.push({ by, seen, dueOrder, order: 0, sentOrder: this.#order });
    }
  }

  #deliver(): void {
    const due = this.#onWay.filter(({ dueOrder }) => dueOrder <= this.#order);
    if (due.length === 0) return;
    this.#onWay = this.#onWay.filter(({ dueOrder }) => dueOrder > this.#order);
    for (const packet of due) {
      const seen = { ...packet.seen, at: this.#wall, order: this.#order };
      this.delivered.push({ ...packet, order: this.#order, seen });
      this.#apply({ kind: 'seen', seen });
    }
  }

  #apply(event: Parameters<typeof applyEvent>[1]): void {
    if (!this.#isOpen) return;
    this.applied = applyEvent(this.applied, event);
    if (this.isDone) this.doneOrder ??= this.#order;
  }
}
