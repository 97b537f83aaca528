import { Compass, LifeBuoy, MessageSquareText, Power } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useSession } from '../../state/app-context.tsx';
import detail from '../detail/Detail.module.css';
import { useDevices } from '../devices/devices-state.tsx';
import { CaseLine } from './CaseLine.tsx';
import styles from './cases.module.css';
import { sortCases } from './model/list.ts';
import { useCaseList } from './use-cases.ts';

type Way = MethodOutput<'recovery.ways'>['ways'][number];

function WayLine({ way, row }: { readonly way: Way; readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  const name = text(`cases/kinds/${way.kind}`);
  return (
    <li className={styles['way']}>
      <div className={styles['wayLine']}>
        <strong>{name}</strong>
        <TriValue value={way.isSupported} />
      </div>
      <div className={styles['wayLine']}>
        <span className={styles['dim']}>
          {way.fact === null
            ? text('ui/cases/ways/untold')
            : text('ui/cases/ways/told', { fact: text.any(`facts/${way.fact}`) })}
        </span>
        {way.isSupported === false ? null : (
          <Button
            isSmall
            variant="quiet"
            aria-label={text('ui/cases/ways/open', { way: name })}
            onPress={() => dialog.set({ kind: 'open-case', id: row.id, caseKind: way.kind })}
          >
            {text('ui/cases/ways/openShort')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Ways({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  // What the device says can change with each answer of it; the open tab shows the last.
  const { data, error, reload } = useQuery(
    'recovery.ways',
    { id: row.id },
    { invalidateOn: ['cases.changed'] },
  );
  return (
    <section>
      <h3>{text('ui/cases/ways/title')}</h3>
      <p className={styles['dim']}>{text('ui/cases/ways/detail')}</p>
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      <ul>
        {data?.ways.map((way) => (
          <WayLine key={way.kind} way={way} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Cases({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { place } = useSession();
  const { data, error, reload } = useCaseList(row.id);
  return (
    <section>
      <h3>{text('ui/cases/ways/cases')}</h3>
      {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
      {data?.cases.length === 0 ? (
        <p className={styles['dim']}>{text('ui/cases/ways/noCases')}</p>
      ) : null}
      <ul className={styles['list']}>
        {sortCases(data?.cases ?? []).map((one) => (
          <CaseLine
            key={one.id}
            one={one}
            isShort
            onOpen={(caseId) => place.set({ page: 'cases', caseId })}
          />
        ))}
      </ul>
    </section>
  );
}

/** How to get back to this device, or free of its account: what it offers, what is under way, where to begin. */
export function RecoveryTab({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  const { id } = row;
  const buttons = [
    { key: 'card', Icon: Power, kind: 'reset-card' },
    { key: 'open', Icon: LifeBuoy, kind: 'open-case' },
    { key: 'message', Icon: MessageSquareText, kind: 'owner-message' },
  ] as const;
  return (
    <div className={detail['withFoot']}>
      <div className={styles['tab']}>
        <Cases row={row} />
        <Ways row={row} />
        <div className={styles['tabButtons']}>
          {buttons.map(({ key, Icon, kind }) => (
            <Button
              key={key}
              isSmall
              variant="quiet"
              icon={<Icon aria-hidden />}
              onPress={() => dialog.set({ kind, id })}
            >
              {text(`ui/cases/actions/${key}`)}
            </Button>
          ))}
        </div>
      </div>
      <div className={detail['foot']}>
        <Button
          variant="primary"
          icon={<Compass aria-hidden />}
          onPress={() => dialog.set({ kind: 'chooser', id })}
        >
          {text('ui/cases/actions/chooser')}
        </Button>
      </div>
    </div>
  );
}
