import { ActBook, areaWordings, type Struck, twist } from './acts.ts';
import { applyLineFaults, drawFaults, foreignUuid } from './faults.ts';
import type { Change, Command, CommandCall, Outcome, Surroundings } from './handlers/handler.ts';
import { failed } from './handlers/proof.ts';
import { commands } from './handlers/table.ts';
import type { Field, Personality } from './personalities.ts';
import { spellMac } from './quirks.ts';
import { renderReply } from './reply-xml.ts';
import { isWellFormedUuid, type SadpRequest } from './requests.ts';
import type { Rng } from './rng.ts';
import type { DeviceView } from './state.ts';
import type { CommandRecord, DeviceSpec, FaultKind, Quirk, SimReply } from './types.ts';

export interface ObedienceOptions {
  readonly view: DeviceView;
  readonly spec: DeviceSpec;
  readonly personality: Personality;
  readonly rng: Rng;
  readonly site: Surroundings;
  readonly replyDelayMs: number;
  readonly paths: readonly SimReply['via'][];
  /** A change that is due then; `isAnnounced`: the device greets when it is done. */
  readonly later: (at: number, run: () => void, isAnnounced: boolean) => void;
  /** A change that was made now. */
  readonly changed: () => void;
}

/** Text quirks that only the long inquiry answer shows. */
const inquiryQuirks: readonly Quirk[] = ['oversize', 'missing-fields', 'unescaped-ampersand'];
/** A training site runs for days. */
const keptRecords = 500;
const keptReplies = 64;
/** Settings are written to flash and the interface is set up anew. */
const takesEffectMs = 400;
const secondAnswerMs = 30;

/** A device's side of the commands that name it: what it heard, what it did and what it said. */
export class Obedience {
  readonly heard: CommandRecord[] = [];
  readonly acts: ActBook;
  private readonly options: ObedienceOptions;
  /** What was answered to a Uuid; the same Uuid again is no new command. */
  private readonly answered = new Map<string, readonly SimReply[]>();
  private lastUuid: string | null = null;

  constructor(options: ObedienceOptions) {
    this.options = options;
    this.acts = new ActBook(options.spec.acts);
  }

  /** A MAC is copied from the device's own answer; one that is spelled otherwise is somebody else's. */
  isFor(request: SadpRequest): boolean {
    return request.mac === this.mac;
  }

  obey(request: SadpRequest, now: number): readonly SimReply[] {
    const { view, personality } = this.options;
    const command = commands.get(request.types);
    const isKnown = view.identity.abilities.commands.has(request.types);
    if (command === undefined || !isKnown || !this.isFor(request)) return [];
    if (personality.needsRealUuid && !isWellFormedUuid(request.uuid)) return [];
    const before = this.answered.get(request.uuid);
    if (before !== undefined) return this.meetReplay(before, request, now);
    const replies = this.serve(command, request, now);
    this.lastUuid = request.uuid;
    return replies;
  }

  private get mac(): string {
    const { identity } = this.options.view;
    return spellMac(identity.mac, identity.quirks);
  }

  private meetReplay(
    before: readonly SimReply[],
    request: SadpRequest,
    now: number,
  ): readonly SimReply[] {
    this.record(request, now, { result: null, isDone: false, isReplay: true });
    return this.options.view.identity.abilities.replays === 'same-reply' ? before : [];
  }

  private serve(command: Command, request: SadpRequest, now: number): readonly SimReply[] {
    const struck = this.acts.strike(command);
    const faults = drawFaults(this.options.spec.faults ?? [], this.options.rng);
    if (faults.has('deaf')) return [];
    const outcome = this.decide(command, { request, now, struck });
    const { change } = outcome ?? {};
    this.record(request, now, {
      result: outcome?.result ?? null,
      isDone: change !== undefined,
      isReplay: false,
    });
    if (change !== undefined) this.make(change, struck, now);
    const isSilent = outcome === null || struck.has('silent-done');
    const replies = isSilent ? [] : this.reply(outcome, request, { struck, faults });
    // An echo comes back to its sender on a multicast wire; answered again it would never end.
    this.remember(request.uuid, struck.has('echo') ? [] : replies);
    return replies;
  }

  private decide(
    command: Command,
    { request, now, struck }: { request: SadpRequest; now: number; struck: Struck },
  ): Outcome | null {
    const { view, personality, rng, spec, site } = this.options;
    if (struck.has('silent-undone')) return null;
    if (struck.has('refuses')) {
      view.state.exchange = null;
      return failed;
    }
    const isDhcpForced = struck.has('dhcp-instead');
    const call: CommandCall = { view, personality, request, now, rng, spec, site, isDhcpForced };
    const outcome = command.run(call);
    return outcome === null ? null : twist(outcome, struck, () => rng.pick(areaWordings));
  }

  private make(change: Change, struck: Struck, now: number): void {
    const { view, replyDelayMs, later, changed } = this.options;
    const apply = (): void => {
      change.apply();
      if (struck.has('bind-untold')) view.state.isBindUntold = true;
    };
    const usualMs = change.isAnnounced ? replyDelayMs + takesEffectMs : 0;
    const delayMs = struck.appliesMs ?? usualMs;
    if (delayMs > 0) {
      later(now + delayMs, apply, change.isAnnounced);
      return;
    }
    apply();
    changed();
  }

  private reply(
    outcome: Outcome,
    request: SadpRequest,
    { struck, faults }: { struck: Struck; faults: ReadonlySet<FaultKind> },
  ): readonly SimReply[] {
    const opposite: Outcome = { result: outcome.result === 'success' ? 'failed' : 'success' };
    const delayMs = this.options.replyDelayMs + struck.lateMs;
    const uuid = faults.has('foreign-uuid') ? foreignUuid(this.options.rng) : request.uuid;
    const text = (said: Outcome): Uint8Array => this.text(said, { ...request, uuid }, struck);
    const first = this.send(text(outcome), delayMs, struck);
    const second = struck.has('contradicts')
      ? this.send(text(opposite), delayMs + secondAnswerMs, struck)
      : [];
    const kinds = new Set(faults);
    if (struck.has('twice')) kinds.add('duplicate');
    if (struck.has('garbled')) kinds.add('garbled');
    if (struck.has('truncated')) kinds.add('truncated');
    return [...applyLineFaults(first, kinds, this.options.rng), ...second];
  }

  private send(data: Uint8Array, delayMs: number, struck: Struck): readonly SimReply[] {
    const other = struck.get('other-address');
    const net = this.options.view.state.net.address;
    const from = other && { fromAddress: other.address ?? net.replace(/\d+$/, '250') };
    return this.options.paths.map((via) => ({ data, via, delayMs, ...from }));
  }

  private text(outcome: Outcome, request: SadpRequest, struck: Struck): Uint8Array {
    if (struck.has('echo')) return request.raw;
    const { personality, rng, view } = this.options;
    const faulty = struck.has('older-uuid') ? (this.lastUuid ?? foreignUuid(rng)) : request.uuid;
    const said: readonly Field[] = [['Result', outcome.result], ...(outcome.fields ?? [])];
    const echoed = [...request.elements].filter(([name]) => !/^(Uuid|MAC|Types)$/.test(name));
    const otherMac = spellMac(
      view.identity.mac.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
      view.identity.quirks,
    );
    return renderReply(
      {
        root: 'ProbeMatch',
        uuid: faulty,
        mac: struck.has('other-mac') ? otherMac : this.mac,
        types: struck.has('other-types') ? 'getencryptstring' : request.types,
        fields: struck.has('echo-match') ? echoed : said,
      },
      personality,
      new Set([...view.identity.quirks].filter((quirk) => !inquiryQuirks.includes(quirk))),
    );
  }

  private record(
    { types, uuid, elements }: SadpRequest,
    at: number,
    what: Pick<CommandRecord, 'result' | 'isDone' | 'isReplay'>,
  ): void {
    const names = [...elements.keys()];
    this.heard.push({
      types,
      at,
      uuid,
      hadPassword: elements.has('Password'),
      elements: names,
      ...what,
    });
    if (this.heard.length > keptRecords) this.heard.shift();
  }

  private remember(uuid: string, replies: readonly SimReply[]): void {
    this.answered.set(uuid, replies);
    const [oldest] = this.answered.keys();
    if (this.answered.size > keptReplies && oldest !== undefined) this.answered.delete(oldest);
  }
}
