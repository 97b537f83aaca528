import { useCallback } from 'react';
import type { RecoveryCase } from '../../../../main/contract/recovery.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSession, useStore } from '../../state/app-context.tsx';
import { CaseLine } from './CaseLine.tsx';
import { CaseView } from './CaseView.tsx';
import styles from './cases.module.css';
import { isOpenCase, sortCases } from './model/list.ts';
import { NotifyChoice } from './Reminders.tsx';
import { useCaseList } from './use-cases.ts';

interface GroupProps {
  readonly title: string;
  readonly cases: readonly RecoveryCase[];
  readonly onOpen: (id: string) => void;
}

function Group({ title, cases, onOpen }: GroupProps) {
  if (cases.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span className={styles['dim']}>{cases.length}</span>
      </h2>
      <ul className={styles['list']} aria-label={title}>
        {cases.map((one) => (
          <CaseLine key={one.id} one={one} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

function List({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const text = useText();
  const { data, error, reload } = useCaseList();
  const sorted = sortCases(data?.cases ?? []);
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text('ui/cases/title')}</h1>
        <p className={styles['dim']}>{text('ui/cases/intro')}</p>
      </div>
      <NotifyChoice />
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      {data !== undefined && sorted.length === 0 ? <p>{text('ui/cases/none')}</p> : null}
      <Group title={text('ui/cases/open')} cases={sorted.filter(isOpenCase)} onOpen={onOpen} />
      <Group
        title={text('ui/cases/closed')}
        cases={sorted.filter((one) => !isOpenCase(one))}
        onOpen={onOpen}
      />
    </div>
  );
}

/** Every case of this site; one of them in full. */
export function CasesPage() {
  const { place } = useSession();
  const { caseId } = useStore(place);
  const open = useCallback((id: string) => place.set({ page: 'cases', caseId: id }), [place]);
  const back = useCallback(() => place.set({ page: 'cases' }), [place]);
  return caseId === undefined ? (
    <List onOpen={open} />
  ) : (
    <CaseView key={caseId} id={caseId} onBack={back} />
  );
}
