import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { JobItem } from '../../../../main/contract/job.ts';
import { GuideLink } from '../../components/GuideLink.tsx';
import { Mono } from '../../components/Mono.tsx';
import { LockedMark } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from './DeviceName.tsx';
import styles from './jobs.module.css';
import { changesOf } from './model/job-text.ts';
import { itemWords } from './model/words.ts';
import { RouteList } from './RouteList.tsx';
import { ItemMark } from './VerdictMark.tsx';

const wellEnough = new Set(['verified', 'already']);

function Why({ item }: { readonly item: JobItem }) {
  const text = useText();
  if (item.step !== null && item.state !== 'done') return text(`jobSteps/${item.step}`);
  const address = changesOf(item).find(({ field }) => field === 'ipv4Address');
  if (address !== undefined) {
    return (
      <Mono>
        {address.from} → {address.to}
      </Mono>
    );
  }
  return itemWords(text, item, Date.now())?.what ?? null;
}

/** Tries and lock, where the device told them. */
function LockCell({ item }: { readonly item: JobItem }) {
  const text = useText();
  const { attemptsLeft, lockedUntil } = item;
  if (lockedUntil !== null) return <LockedMark until={lockedUntil} />;
  if (attemptsLeft === null) return null;
  return text('ui/components/password/attempts', { count: attemptsLeft });
}

function Evidence({ item }: { readonly item: JobItem }) {
  const text = useText();
  const format = useFormat();
  if (item.evidence.length === 0) {
    return <p className={styles['dim']}>{text('ui/jobs/noEvidence')}</p>;
  }
  return (
    <>
      <h3>{text('ui/jobs/evidence')}</h3>
      <ol className={styles['evidence']}>
        {item.evidence.map(({ at, text: line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
          <li key={index}>
            <span className={styles['dim']}>{format.time(at)}</span> {line}
          </li>
        ))}
      </ol>
    </>
  );
}

function Changes({ item }: { readonly item: JobItem }) {
  const text = useText();
  const changes = changesOf(item);
  if (changes.length === 0) return null;
  return (
    <dl className={styles['changes']}>
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{text(`networkFields/${field}`)}</dt>
          <dd>
            <Mono>
              {from} → {to}
            </Mono>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The reason says more than the verdict; only where it is missing the verdict is explained. */
function ReadMore({ item }: { readonly item: JobItem }) {
  const code = item.reason ?? item.verdict;
  return code === null ? null : <GuideLink code={code} />;
}

function More({ item }: { readonly item: JobItem }) {
  const text = useText();
  const words = itemWords(text, item, Date.now());
  const isWell = item.verdict !== null && wellEnough.has(item.verdict);
  return (
    <div className={styles['more']}>
      {words === null ? null : <p>{words.what}</p>}
      {words === null || isWell ? null : (
        <p>
          <strong>{text('ui/jobs/next')}</strong> {words.next}
        </p>
      )}
      {isWell ? null : <ReadMore item={item} />}
      {item.rawResult === null ? null : (
        <p>
          {text('ui/jobs/deviceSaid')} <Mono>{item.rawResult}</Mono>
        </p>
      )}
      <Changes item={item} />
      {isWell ? null : <RouteList routes={item.routes} />}
      <Evidence item={item} />
    </div>
  );
}

export interface ItemRowProps {
  readonly item: JobItem;
  readonly index: number;
  readonly isExpanded: boolean;
  /** Its button is the one that Tab reaches. */
  readonly isCurrent: boolean;
  readonly onToggle: (index: number) => void;
}

/** One device of a run: verdict, name, why; more of it on a press. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, index, isExpanded, isCurrent, onToggle } = props;
  const Icon = isExpanded ? ChevronDown : ChevronRight;
  return (
    <>
      <button
        type="button"
        className={styles['line']}
        data-item={index}
        aria-expanded={isExpanded}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => onToggle(index)}
      >
        <Icon aria-hidden />
        <span className={styles['verdict']}>
          <ItemMark item={item} />
        </span>
        <DeviceName device={item.device} isInList />
        <span className={styles['why']}>
          <Why item={item} />
        </span>
        <span className={styles['lock']}>
          <LockCell item={item} />
        </span>
      </button>
      {isExpanded ? <More item={item} /> : null}
    </>
  );
});
