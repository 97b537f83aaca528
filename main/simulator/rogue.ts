import { isProof } from './account.ts';
import { fromBase64, fromHex } from './base64.ts';
import type { SimDevice } from './device.ts';
import { answerExchange, type Exchange, unwrap } from './exchange.ts';
import type { Field } from './personalities.ts';
import { readSadpRequest, type SadpRequest } from './requests.ts';
import type { Rng } from './rng.ts';
import type { HeardPassword, RogueSpec, SimReply } from './types.ts';

interface RogueOptions {
  readonly rng: Rng;
  /** Whose MAC it answers for; it knows of it only what tests need to judge what it heard. */
  readonly victim: SimDevice;
}

const bare = (mac: string): string => mac.replace(/[^0-9a-f]/gi, '').toLowerCase();

/**
 * Somebody on the wire who answers for another device's MAC, hoping for a password. Against an honest client
 * `passwordsHeard` stays empty.
 */
export class Rogue {
  readonly spec: RogueSpec;
  /** Password blocks it could make use of. */
  readonly passwordsHeard: HeardPassword[] = [];
  private readonly options: RogueOptions;
  private exchange: Exchange | null = null;
  private counts = { blocks: 0, exchanges: 0 };

  constructor(spec: RogueSpec, options: RogueOptions) {
    this.spec = spec;
    this.options = options;
  }

  get address(): string {
    return this.spec.address;
  }

  /** All Password blocks sent to its victim, also those it can do nothing with. */
  get blocksHeard(): number {
    return this.counts.blocks;
  }

  get exchangesAnswered(): number {
    return this.counts.exchanges;
  }

  /** Any datagram on the wire. */
  receive(data: Uint8Array, now: number): readonly SimReply[] {
    const request = readSadpRequest(data);
    return request === null ? [] : this.overhear(request, now);
  }

  /** Same for a request that was read already. */
  overhear(request: SadpRequest, now: number): readonly SimReply[] {
    if (request.mac === null || bare(request.mac) !== bare(this.spec.mac)) return [];
    if (request.elements.has('Password')) this.judge(request, now);
    const fields = this.fields(request, now);
    return fields === null ? [] : [this.reply(request, fields)];
  }

  private fields(request: SadpRequest, now: number): readonly Field[] | null {
    const { types, elements } = request;
    if (types === 'exchangecode' || types === 'exchangecode_v31') {
      const asked = { types, code: elements.get('Code') ?? '', now } as const;
      const answer = answerExchange(asked, 'bare', this.options.rng);
      if (answer === null) return null;
      this.exchange = answer.exchange;
      this.counts.exchanges += 1;
      return [['Code', answer.code]];
    }
    return this.spec.answers === 'all' ? [] : null;
  }

  private reply({ uuid, mac, types }: SadpRequest, fields: readonly Field[]): SimReply {
    const all: readonly Field[] = [
      ['Uuid', uuid],
      ['MAC', mac ?? ''],
      ['Types', types],
      ['Result', 'success'],
      ...fields,
    ];
    const lines = all.map(([name, value]) => `<${name}>${value}</${name}>`).join('\n');
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<ProbeMatch>\n${lines}\n</ProbeMatch>\n`;
    const { delayMs = 1, address } = this.spec;
    const data = new TextEncoder().encode(text);
    return { data, via: 'multicast', delayMs, fromAddress: address };
  }

  private judge(request: SadpRequest, at: number): void {
    this.counts.blocks += 1;
    const how = this.exchange === null ? null : this.use(request, this.exchange);
    if (how !== null) {
      this.passwordsHeard.push({ at, types: request.types, uuid: request.uuid, how });
    }
  }

  /** What the rogue's own string makes of a block; `null` when it makes nothing of it. */
  private use({ types, elements }: SadpRequest, own: Exchange): HeardPassword['how'] | null {
    const value = elements.get('Password') ?? '';
    const iv = fromHex(elements.get('Iv') ?? '', 16);
    if (unwrap(own.value, value, iv ?? undefined) !== null) return 'opened';
    const data = fromBase64(value);
    const { account, exchange } = this.options.victim.state;
    if (data?.length !== 16 || iv === null || account === null) return null;
    const proof = { data, iv, types };
    if (isProof(account, proof, own.value)) return 'guessable';
    // The victim may have used its exchange up already; then nobody can say whose string it was.
    return exchange !== null && isProof(account, proof, exchange.value) ? null : 'unclear';
  }
}
