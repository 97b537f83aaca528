import { zipSync } from 'fflate';
import type { DeviceDetail, DeviceId } from '../../contract/device.ts';
import type { Job } from '../../contract/job.ts';
import type { AppInfo, MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';
import { reasonWords, type Text, texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { toUtf8 } from '../../ports/bytes.ts';
import type { Clock } from '../../ports/clock.ts';
import { toBase64 } from '../../protocol/base64.ts';
import { labelOf } from '../jobs/values.ts';
import { scrubber } from './scrub.ts';

export interface SupportOptions {
  readonly clock: Clock;
  readonly info: () => AppInfo;
  /** @throws AppError `device.not-found` */
  readonly device: (id: DeviceId) => DeviceDetail;
  readonly siteRows: () => readonly { readonly id: DeviceId }[];
  /** Of the current site, newest first. */
  readonly jobs: () => readonly Job[];
  readonly cases: () => readonly RecoveryCase[];
  readonly doctor: () => MethodOutput<'doctor.run'> | null;
  readonly logTail: () => string | null;
  /** By shape: keys, hashes, headers. */
  readonly redact: (text: string) => string;
  /** Every password that is known now. */
  readonly knownSecrets: () => readonly string[];
}

type Request = MethodParsed<'support.make'>;

/** Facts that are a secret, or were made from one. */
const secretFacts: ReadonlySet<string> = new Set([
  'salt',
  'salt2',
  'userName',
  'physicalAccessVerification',
]);
const mostDevices = 200;
const mostJobs = 50;

/** What support needs to see, as a ZIP of texts that a person can read before sending it. */
export class Support {
  readonly #options: SupportOptions;

  constructor(options: SupportOptions) {
    this.#options = options;
  }

  /** @throws AppError `device.not-found` */
  make(request: Request): MethodOutput<'support.make'> {
    const { clock, redact, knownSecrets } = this.#options;
    const scrub = scrubber(knownSecrets());
    const now = clock.now();
    const files = Object.entries(this.#files(request)).map(
      // Known ones first: their shapes are gone once a blob around them is cut out.
      ([name, text]) => [name, toUtf8(`${redact(scrub(text)).trimEnd()}\n`)] as const,
    );
    const zip = zipSync(Object.fromEntries(files), { level: 6, mtime: now });
    const time = new Date(now).toISOString().slice(0, 16).replaceAll(':', '').replace('T', '-');
    return {
      fileName: `untether-support-${time}z.zip`,
      mediaType: 'application/zip',
      base64: toBase64(zip),
    };
  }

  #files({ ids, locale, story }: Request): Record<string, string> {
    const text = texts[locale];
    const words = text.reports.support;
    const details = (ids ?? this.#options.siteRows().map(({ id }) => id))
      .slice(0, mostDevices)
      .map((id) => this.#options.device(id));
    const chosen = ids === undefined ? null : new Set(ids);
    return {
      '1-read-me.txt': [words.read, words.left].join('\n'),
      '2-story.txt': [words.story, '', story || words.noStory].join('\n'),
      '3-versions.txt': this.#versions(words.versions),
      '4-devices.txt': [words.devices, ...details.map((one) => deviceText(one, text))].join('\n\n'),
      '5-steps.txt': [words.steps, ...this.#steps(chosen, text)].join('\n\n'),
      '6-doctor.txt': this.#doctor(text),
      '7-log.txt': this.#options.logTail() ?? words.noLog,
    };
  }

  #versions(title: string): string {
    const { dataDir: _, ...info } = this.#options.info();
    const lines = Object.entries(info).map(([key, value]) => `${key}: ${value}`);
    return [title, '', ...lines, `time: ${iso(this.#options.clock.now())}`].join('\n');
  }

  #steps(chosen: ReadonlySet<DeviceId> | null, text: Text): string[] {
    const isChosen = ({ id }: { readonly id: DeviceId }) => chosen === null || chosen.has(id);
    const jobs = this.#options
      .jobs()
      .map((job) => ({ ...job, items: job.items.filter(({ device }) => isChosen(device)) }))
      .filter(({ items }) => items.length > 0)
      .slice(0, mostJobs);
    const cases = this.#options.cases().filter(({ device }) => isChosen(device));
    return [
      ...jobs.map((job) => this.#jobText(job, text)),
      ...cases.map((one) => caseText(one, text)),
    ];
  }

  #jobText(job: Job, text: Text): string {
    const head = `${iso(job.startedAt)} ${text.jobKinds[job.kind].title} (${job.id}, ${text.jobStates[job.state]})`;
    const items = job.items.flatMap((item) => {
      const verdict =
        item.verdict === null ? text.itemStates[item.state] : text.verdicts[item.verdict];
      const why = reasonWords(text, item, this.#options.clock.now())?.what ?? '';
      const { serial, mac, model } = item.device;
      const codes = [item.verdict, item.reason].filter((code) => code !== null).join('/');
      return [
        `  ${labelOf(item.device)} ${[model, serial, mac].filter(Boolean).join(' ')}`,
        `    ${verdict} [${codes}] ${why}`,
        ...(item.rawResult === null ? [] : [`    "${item.rawResult}"`]),
        ...item.evidence.map(({ at, text: line }) => `    ${iso(at)} ${line}`),
      ];
    });
    return [head, ...items].join('\n');
  }

  #doctor(text: Text): string {
    const words = text.reports.support;
    const last = this.#options.doctor();
    if (last === null) return [words.doctor, '', words.noDoctor].join('\n');
    const checks = last.checks.map((check) => JSON.stringify(check));
    return [words.doctor, iso(last.ranAt), '', ...checks].join('\n');
  }
}

function deviceText({ row, facts, extra }: DeviceDetail, text: Text): string {
  const told = facts
    .filter(({ key }) => !secretFacts.has(key))
    .map(({ key, value, source, at }) => `  ${key}: ${value} (${source}, ${iso(at)})`);
  const names = [...new Set(extra.map(({ key }) => key))].join(', ');
  const state = [row.presence, ...row.flags].join(' ');
  return [
    `${row.model ?? ''} ${row.serial ?? row.mac ?? row.id}`.trim(),
    `  state: ${state}`,
    `  login: ${row.login ?? 'unknown'}, health: ${row.health ?? 'unknown'}`,
    ...told,
    ...(names === '' ? [] : [`  ${interpolate(text.reports.support.unknownFields, { names })}`]),
  ].join('\n');
}

/** Without what people wrote into it. */
function caseText(one: RecoveryCase, text: Text): string {
  const { kind, state, device, openedAt, closedAt, outcome, steps, warnings } = one;
  return [
    `${iso(openedAt)} ${text.cases.kinds[kind]}: ${text.cases.states[state]}`,
    `  ${labelOf(device)} ${device.serial ?? ''}`,
    ...(closedAt === null ? [] : [`  ${iso(closedAt)} ${outcome ?? ''}`]),
    ...steps.map(
      (step) => `  ${step.id}: ${step.state}${step.at === null ? '' : ` ${iso(step.at)}`}`,
    ),
    ...warnings.map(({ code, at }) => `  ${code} ${iso(at)}`),
  ].join('\n');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
