import { deviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { SitePreview } from '../../contract/report.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { fromBase64, toBase64 } from '../../protocol/base64.ts';
import type { SiteContent } from '../../store/transfer-types.ts';
import { fileSlug } from '../lib/file-slug.ts';
import { openSealedFile, sealFile } from '../lib/sealed-file.ts';
import { maxFileBytes, pack, type SiteArchive, siteFileKind, unpack } from './archive.ts';
import { contentOf, gather } from './gather.ts';
import { mergeCases } from './merge-cases.ts';
import type { SiteFilesOptions } from './options.ts';
import { type MergePlan, planMerge } from './plan.ts';

type Import = MethodParsed<'sites.importFile'>;
type PartMerge = Awaited<ReturnType<SiteFilesOptions['passwords']['readFile']>>;

interface Taking {
  readonly input: Import;
  readonly archive: SiteArchive;
  readonly passwords: PartMerge | null;
}

/** One sealed file with a whole site, for the laptop of whoever works there next. Format: `README.md`. */
export class SiteFiles {
  readonly #options: SiteFilesOptions;

  constructor(options: SiteFilesOptions) {
    this.#options = options;
  }

  /**
   * @throws AppError `site-file.needs-vault` (passwords are kept, the vault is locked, and nobody said to leave
   *   them out), `site-file.too-large`, `sealed.unsupported`, `vault.passphrase-short`
   */
  async export({
    passphrase,
    leaveOutPasswords,
  }: MethodParsed<'sites.exportFile'>): Promise<MethodOutput<'sites.exportFile'>> {
    const { stores, passwords, site, keysOf, clock } = this.#options;
    const { crypto, random, box } = this.#tools(passphrase);
    if (!leaveOutPasswords && passwords.state() === 'locked') throw needsVault();
    this.#options.flush();
    const { attachments, ...parts } = gather(this.#options);
    const { id, name } = site();
    const sealed =
      leaveOutPasswords || passwords.state() !== 'open'
        ? null
        : await passwords.exportTo(box, {
            subjects: new Set(parts.devices.flatMap(keysOf)),
            siteId: id,
          });
    const content = contentOf(this.#options, { ...parts, credentials: sealed?.entries ?? 0 });
    const zip = pack(stores.transfers, { content, attachments, passwords: sealed?.file ?? null });
    if (zip.length > maxFileBytes) {
      throw new AppError('site-file.too-large', { limitMb: maxFileBytes / 1024 / 1024 });
    }
    const file = await sealFile({ crypto, random, box }, siteFileKind, zip);
    zip.fill(0);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return {
      fileName: `untether-${fileSlug(name)}-${day}.utsite`,
      mediaType: 'application/octet-stream',
      base64: toBase64(file),
    };
  }

  /** @throws AppError `sealed.…`; nothing is written */
  async read({ base64, passphrase }: MethodParsed<'sites.readFile'>): Promise<SitePreview> {
    const { content } = await this.#open(base64, passphrase);
    const { added, conflicts } = this.#plan(content, {
      siteId: this.#options.site().id,
      choices: {},
    });
    const { site, by, devices, cases, chains, credentials, madeAt } = content;
    return {
      ...{ name: site.name, madeAt, by: `${by.user}@${by.machine}`, credentials },
      ...{ devices: devices.length, newDevices: added.length, cases: cases.length },
      auditLines: chains.reduce((sum, { lines }) => sum + lines.length, 0),
      isAuditIntact: chains.every((chain) => this.#isIntact(chain)),
      conflicts: [...conflicts],
    };
  }

  /**
   * All or nothing, in one transaction.
   * @throws AppError `sealed.…`, `site-file.needs-vault`; nothing is written then
   */
  async import(input: Import): Promise<MethodOutput<'sites.importFile'>> {
    const archive = await this.#open(input.base64, input.passphrase);
    const passwords = await this.#readPasswords(input, archive);
    const { flush, stores, adopt, onImported } = this.#options;
    flush();
    const { plan, cases, answer } = stores.durably(() => this.#take({ input, archive, passwords }));
    adopt([...plan.added, ...plan.changed]);
    onImported({ siteId: answer.siteId, devices: [...new Set(plan.ids.values())], cases });
    return answer;
  }

  async #readPasswords(
    { leaveOutPasswords, passphrase }: Import,
    { passwords }: SiteArchive,
  ): Promise<PartMerge | null> {
    if (passwords === null || leaveOutPasswords) return null;
    const vault = this.#options.passwords;
    if (vault.state() !== 'open') throw needsVault();
    return await vault.readFile(this.#tools(passphrase).box, passwords);
  }

  #take({ input, archive, passwords }: Taking): {
    plan: MergePlan;
    cases: string[];
    answer: MethodOutput<'sites.importFile'>;
  } {
    const { stores, site } = this.#options;
    const { content } = archive;
    const siteId = input.into === 'current' ? site().id : this.#newSite(content);
    const plan = this.#plan(content, { siteId, choices: input.choices });
    if (plan.added.length + plan.changed.length > 0) {
      stores.transfers.devices.upsertMany([...plan.added, ...plan.changed]);
    }
    const idOf = (theirs: string) => plan.ids.get(theirs) ?? null;
    const keyOf = (key: string): string => {
      const id = key.startsWith('id:') ? idOf(key.slice(3)) : null;
      return id === null ? key : `id:${id}`;
    };
    const cases = mergeCases({
      ...{ store: stores.cases, content, attachments: archive.attachments, siteId, idOf, keyOf },
    });
    this.#takeAnswers(content, keyOf);
    for (const job of content.jobs) {
      const items = job.items.map((item) => ({
        ...item,
        device: { ...item.device, id: idOf(item.device.id) ?? item.device.id },
      }));
      stores.transfers.addJob(siteId, { ...job, siteId, items });
    }
    const auditLines = this.#takeChains(content, siteId);
    const report = passwords?.((scope, subject) => {
      if (scope === 'site') return subject === content.site.id ? siteId : subject;
      return scope === 'group' ? subject : keyOf(subject);
    });
    const credentials = report === undefined ? 0 : report.added + report.updated;
    const counts = { added: plan.added.length, merged: plan.changed.length, cases: cases.length };
    return { plan, cases, answer: { siteId, ...counts, auditLines, credentials } };
  }

  /** What nobody answered here; of two answers the later one. */
  #takeAnswers({ answers }: SiteContent, keyOf: (key: string) => string): void {
    const { chooser } = this.#options.stores;
    for (const { key, answer } of answers) {
      const here = keyOf(key);
      const known = chooser.list([here]).find(({ question }) => question === answer.question);
      if (known === undefined || known.at < answer.at) chooser.put(here, answer);
    }
  }

  /** Kept apart from ours, which is not repeated when a file comes home. */
  #takeChains({ chains }: SiteContent, siteId: string): number {
    const { transfers } = this.#options.stores;
    const own = transfers.ownChain(() => false).id;
    return chains
      .filter(({ id }) => id !== own)
      .reduce(
        (sum, chain) =>
          sum + transfers.addChain(siteId, { ...chain, isIntact: this.#isIntact(chain) }),
        0,
      );
  }

  #isIntact(chain: SiteContent['chains'][number]): boolean {
    return chain.isIntact && this.#options.stores.transfers.isWhole(chain.lines);
  }

  #newSite({ site }: SiteContent): string {
    const { sites } = this.#options.stores.transfers;
    const taken = new Set(sites.list().map(({ name }) => name.toLowerCase()));
    let name = site.name;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${site.name.slice(0, 110)} (${count})`;
    }
    const { id } = sites.create(name);
    if (site.isAuthorised) sites.setAuthorised(id, true);
    return id;
  }

  #plan(
    content: SiteContent,
    { siteId, choices }: { readonly siteId: string; readonly choices: Import['choices'] },
  ): MergePlan {
    const { records, random } = this.#options;
    const newId = () => deviceId.parse(random.uuid().toLowerCase());
    return planMerge({ theirs: content.devices, mine: records(), siteId, choices, newId });
  }

  async #open(base64: string, passphrase: string): Promise<SiteArchive> {
    const { crypto, box, sha256 } = this.#tools(passphrase);
    const file = fromBase64(base64);
    if (file === null) throw new AppError('sealed.not-ours', {}, { detail: 'no base64' });
    const zip = await openSealedFile({ crypto, box }, siteFileKind, file);
    return unpack(this.#options.stores.transfers, zip, sha256);
  }

  #tools(passphrase: string): {
    readonly crypto: NonNullable<SiteFilesOptions['crypto']>;
    readonly sha256: NonNullable<SiteFilesOptions['sha256']>;
    readonly random: SiteFilesOptions['random'];
    readonly box: SecretBox;
  } {
    const { crypto, boxOf, sha256, random } = this.#options;
    if (crypto === null || boxOf === null || sha256 === null) {
      throw new AppError('sealed.unsupported', {});
    }
    return { crypto, sha256, random, box: boxOf(passphrase) };
  }
}

function needsVault(): AppError {
  return new AppError('site-file.needs-vault', {});
}
