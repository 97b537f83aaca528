import { Plus } from 'lucide-react';
import { useState } from 'react';
import { shownSiteName } from '../../../../main/contract/text/given-names.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useQuery, useSession } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { refLabel, rowAsRef } from '../jobs/model/names.ts';
import { inOrder, type SavedLine } from './model.ts';
import styles from './vault.module.css';

type Shown = 'all' | SavedLine['scope'];
const shownChoices: readonly Shown[] = ['all', 'device', 'site', 'group'];

/** Whom a saved login is for, as a person calls it. */
function useNames(): (line: Pick<SavedLine, 'scope' | 'subject' | 'label' | 'device'>) => string {
  const text = useText();
  const { fleet, settings } = useSession();
  const { data } = useQuery('sites.list', {}, { invalidateOn: ['site.changed'] });
  return (line) => {
    if (line.scope === 'group') return line.label ?? line.subject;
    if (line.scope === 'site') {
      const name = data?.sites.find(({ id }) => id === line.subject)?.name;
      return name === undefined ? line.subject : shownSiteName(name, text.locale);
    }
    const row = line.device === null ? undefined : fleet.row(line.device);
    const own = row === undefined ? '' : refLabel(rowAsRef(row), settings.get().isPrivate);
    return own || line.subject;
  };
}

interface LineProps {
  readonly line: SavedLine;
  readonly name: string;
  readonly onForget: () => void;
}

function Line({ line, name, onForget }: LineProps) {
  const text = useText();
  return (
    <li className={styles['entry']}>
      <span className={styles['grow']}>
        {name}
        <br />
        <span className={styles['dim']}>
          {text(`ui/vault/list/scopes/${line.scope}`)} · {line.userName} ·{' '}
          {line.state === 'current' ? null : `${text(`ui/vault/list/states/${line.state}`)} · `}
          {line.provenAt === null ? (
            text('ui/vault/saved/neverProven')
          ) : (
            <>
              {text('ui/vault/saved/proven')} <TimeAgo at={line.provenAt} />
            </>
          )}
          {' · '}
          {text('ui/vault/list/changed')} <TimeAgo at={line.changedAt} />
        </span>
      </span>
      {line.isDue ? (
        <Mark shape="hourglass" tone="waiting" word={text('ui/vault/list/due')} />
      ) : null}
      <Button isSmall aria-label={text('ui/vault/list/forgetOf', { name })} onPress={onForget}>
        {text('ui/vault/list/forget')}
      </Button>
    </li>
  );
}

interface ForgetProps {
  readonly line: SavedLine;
  readonly name: string;
  readonly onClose: () => void;
}

function ForgetDialog({ line, name, onClose }: ForgetProps) {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const { run, isBusy, error } = useAction();
  const forget = async () => {
    const isDone = await run(async () => void (await api.call('vault.forget', { id: line.id })));
    if (!isDone) return;
    announce(text('ui/vault/list/forgotten'));
    onClose();
  };
  return (
    <Dialog
      title={text('ui/vault/list/forgetTitle')}
      isOpen
      onClose={onClose}
      role="alertdialog"
      width="narrow"
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {text('ui/acts/close')}
          </Button>
          <Button variant="danger" isBusy={isBusy} onPress={() => void forget()}>
            {text('ui/vault/list/forgetDo')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {error === null ? null : <ErrorNotice error={error} />}
        <p>
          <strong>{name}</strong> · {line.userName}
        </p>
        <p>{text('ui/vault/list/forgetWhat')}</p>
      </div>
    </Dialog>
  );
}

function Lines({ lines }: { readonly lines: readonly SavedLine[] }) {
  const text = useText();
  const nameOf = useNames();
  const [shown, setShown] = useState<Shown>('all');
  const [leaving, setLeaving] = useState<SavedLine | null>(null);
  const countOf = (which: Shown) =>
    which === 'all' ? lines.length : lines.filter(({ scope }) => scope === which).length;
  const seen = lines.filter(({ scope }) => shown === 'all' || scope === shown);
  return (
    <>
      <Choice<Shown>
        label={text('ui/vault/list/show')}
        value={shown}
        onChange={setShown}
        options={shownChoices.map((id) => ({
          id,
          label: text(`ui/vault/list/shows/${id}`, { number: countOf(id) }),
        }))}
      />
      {seen.length === 0 ? (
        <p className={styles['dim']}>{text('ui/vault/list/none')}</p>
      ) : (
        <section
          className={styles['scroll']}
          aria-label={text('ui/vault/list/title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
          tabIndex={0}
        >
          <ul>
            {inOrder(seen, nameOf).map((line) => (
              <Line
                key={line.id}
                line={line}
                name={nameOf(line)}
                onForget={() => setLeaving(line)}
              />
            ))}
          </ul>
        </section>
      )}
      {leaving === null ? null : (
        <ForgetDialog line={leaving} name={nameOf(leaving)} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}

/** What is saved, without the passwords: due ones first, damaged ones apart. */
export function SavedPart({ isLocked }: { readonly isLocked: boolean }) {
  const text = useText();
  const { dialog } = useDevices();
  const { data, error, reload } = useQuery(
    'vault.list',
    {},
    { isEnabled: !isLocked, invalidateOn: ['vault.changed'] },
  );
  return (
    <div className={styles['stack']}>
      <div className={styles['line']}>
        <h3 className={styles['grow']}>{text('ui/vault/list/title')}</h3>
        {isLocked ? null : (
          <Button
            isSmall
            icon={<Plus aria-hidden />}
            onPress={() => dialog.set({ kind: 'vault-save', id: null })}
          >
            {text('ui/vault/save/open')}
          </Button>
        )}
      </div>
      {isLocked ? <p className={styles['dim']}>{text('ui/vault/list/locked')}</p> : null}
      {error === undefined || isLocked ? null : <ErrorNotice error={error} onRetry={reload} />}
      {data === undefined || isLocked ? null : <Lines lines={data.credentials} />}
      {data === undefined || isLocked || data.damaged.length === 0 ? null : (
        <div className={styles['note']}>
          <p>{text('ui/vault/list/damaged', { count: data.damaged.length })}</p>
          <ul>
            {data.damaged.map((one) => (
              <li key={one.id} className={styles['dim']}>
                {one.subject} · {text(`ui/vault/list/whys/${one.why}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
