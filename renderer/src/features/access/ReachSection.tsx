import { BookPlus, PenLine } from 'lucide-react';
import type { BookEntry } from '../../../../main/contract/book.ts';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import { FactLine } from '../detail/FactLine.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { useActionEffects } from '../devices/use-actions.ts';
import styles from './access.module.css';
import { loginLooks } from './login-looks.ts';

const shownOfFingerprint = 16;

/** The login as the list knows it. */
function LoginFact({ row, entry }: { readonly row: DeviceRow; readonly entry: BookEntry | null }) {
  const text = useText();
  const test = entry?.test ?? null;
  const note =
    test === null ? undefined : (
      <>
        {text('ui/access/reach/tested')} <TimeAgo at={test.at} />:{' '}
        {text(`book/logins/${test.login}`)}
      </>
    );
  return (
    <FactLine label={text('ui/access/reach/login')} copy={null} note={note}>
      {row.login === null ? (
        text('ui/access/reach/none')
      ) : (
        <Mark {...loginLooks[row.login]} word={text(`ui/book/login/${row.login}`)} />
      )}
    </FactLine>
  );
}

function CertificateFact({ entry }: { readonly entry: BookEntry }) {
  const text = useText();
  const { pin, isTls } = entry;
  return (
    <FactLine label={text('ui/access/reach/certificate')} copy={pin}>
      {!isTls && pin === null ? (
        text('ui/access/reach/plainHttp')
      ) : pin === null ? (
        text('ui/access/reach/noCertificate')
      ) : (
        <span title={pin}>
          <Mono>{pin.slice(0, shownOfFingerprint)}…</Mono>
        </span>
      )}
    </FactLine>
  );
}

function EntryFacts({ entry }: { readonly entry: BookEntry }) {
  const text = useText();
  const address = `${entry.isTls ? 'https' : 'http'}://${entry.host}:${entry.httpPort}`;
  return (
    <>
      <FactLine
        label={text('ui/access/reach/book')}
        copy={address}
        note={entry.isBasicAllowed ? text('ui/access/reach/basic') : undefined}
      >
        <Mono>{address}</Mono>
      </FactLine>
      <FactLine label={text('ui/access/reach/user')} copy={entry.userName}>
        <Mono>{entry.userName}</Mono>
      </FactLine>
      <CertificateFact entry={entry} />
    </>
  );
}

/** How the device is reached over HTTP, and what became of the last login. */
export function ReachSection({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  const effects = useActionEffects();
  const query = useQuery('book.get', { id: row.id }, { invalidateOn: ['devices.changed'] });
  const entry = query.data?.entry ?? null;
  const isIn = row.bookHost !== null;
  return (
    <section className={styles['section']} aria-label={text('ui/access/reach/title')}>
      <h3>{text('ui/access/reach/title')}</h3>
      {query.error === undefined ? null : (
        <ErrorNotice error={query.error} onRetry={query.reload} />
      )}
      {isIn ? null : <p className={styles['dim']}>{text('ui/access/reach/noEntry')}</p>}
      <dl>
        {entry === null ? null : <EntryFacts entry={entry} />}
        <LoginFact row={row} entry={entry} />
      </dl>
      <div className={styles['line']}>
        {isIn ? (
          <Button
            isSmall
            icon={<PenLine aria-hidden />}
            onPress={() => dialog.set({ kind: 'edit-entry', id: row.id })}
          >
            {text('ui/access/reach/edit')}
          </Button>
        ) : (
          <Button
            isSmall
            icon={<BookPlus aria-hidden />}
            onPress={() => effects.addToBook([row.id])}
          >
            {text('ui/access/reach/add')}
          </Button>
        )}
      </div>
    </section>
  );
}
