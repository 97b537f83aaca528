import { useState } from 'react';
import type { DeviceDetail, FactView } from '../../../../main/contract/device.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Field } from '../../components/Field.tsx';
import { Mac, Mono, Serial } from '../../components/Mono.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useStatus } from '../../state/app-context.tsx';
import styles from './Detail.module.css';
import { FactLine } from './FactLine.tsx';
import { asTsv, type FieldLine, linesOf, matches } from './fields.ts';

function Value({ fact }: { readonly fact: FactView }) {
  if (typeof fact.value === 'boolean') return <TriValue value={fact.value} />;
  if (fact.key === 'serial') return <Serial serial={String(fact.value)} />;
  if (fact.key === 'mac' || fact.key === 'wifiMac') return <Mac mac={String(fact.value)} />;
  return <Mono>{fact.value}</Mono>;
}

function Origin({ fact }: { readonly fact: FactView }) {
  const text = useText();
  const { adapters } = useStatus();
  const adapter = adapters.find(({ id }) => id === fact.adapter)?.name ?? fact.adapter;
  return (
    <>
      {text(`sources/${fact.source}`)}
      {adapter === null ? null : ` · ${adapter}`} · <TimeAgo at={fact.at} />
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly FieldLine[] }) {
  return (
    <dl>
      {lines.map((line) => (
        <FactLine
          key={line.id}
          label={line.label}
          copy={line.plain}
          note={<Origin fact={line.fact} />}
        >
          <Value fact={line.fact} />
        </FactLine>
      ))}
    </dl>
  );
}

/** What the device could have told and did not, so that silence is not read as "no". */
function Untold({ detail }: { readonly detail: DeviceDetail }) {
  const text = useText();
  const told = new Set(detail.facts.map(({ key }) => key));
  const untold = Object.keys(text.shared.facts).filter((key) => !told.has(key));
  if (untold.length === 0) return null;
  return (
    <details className={styles['extra']}>
      <summary className={styles['dim']}>
        {text('ui/detail/fields/untold', { count: untold.length })}
      </summary>
      <p className={styles['untoldList']}>
        {untold.map((key) => text.any(`facts/${key}`)).join(' · ')}
      </p>
    </details>
  );
}

export function FieldsTab({ detail }: { readonly detail: DeviceDetail }) {
  const text = useText();
  const [search, setSearch] = useState('');
  const { facts, extra } = linesOf(detail, text);
  const shownFacts = facts.filter((line) => matches(line, search));
  const shownExtra = extra.filter((line) => matches(line, search));
  const shown = shownFacts.length + shownExtra.length;
  const total = facts.length + extra.length;
  return (
    <div className={styles['body']}>
      <Field label={text('ui/detail/fields/search')} value={search} onChange={setSearch} />
      <div className={styles['between']}>
        <span className={styles['note']} role="status">
          {text('ui/detail/fields/count', { shown, total })}
        </span>
        <CopyButton
          isWide
          variant="quiet"
          label={text('ui/detail/fields/copyAll')}
          textToCopy={() => asTsv([...facts, ...extra], text)}
        />
      </div>
      {shown === 0 ? <p>{text('ui/detail/fields/nothing', { search })}</p> : null}
      <Lines lines={shownFacts} />
      {shownExtra.length === 0 ? null : (
        <>
          <h3 className={styles['extra']}>{text('ui/detail/fields/extra')}</h3>
          <Lines lines={shownExtra} />
        </>
      )}
      <Untold detail={detail} />
    </div>
  );
}
