import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { Choice } from '../../components/Choice.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useRow } from '../../state/app-context.tsx';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { isGuarded, isOverrideWord, isTail, overrideInput } from '../acts/model.ts';
import { OneDeviceAct } from '../acts/OneDeviceAct.tsx';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { TailField } from '../acts/TailField.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useStart } from '../acts/use-start.ts';
import styles from './access.module.css';
import { type Fate, fateLooks, resetTable } from './model.ts';

type Mode = 'restore' | 'default';

/** What is kept and what is lost, both ways side by side; what depends on the model says so. */
function KeptLost({ id }: { readonly id: DeviceId }) {
  const text = useText();
  const kind = useRow(id)?.kind;
  const rows = resetTable.filter((row) => row.id !== 'channels' || kind === 'recorder');
  const cell = (fate: Fate) => <Mark {...fateLooks[fate]} word={text(`ui/access/reset/${fate}`)} />;
  return (
    <table className={styles['table']} aria-label={text('ui/access/reset/table')}>
      <thead>
        <tr>
          <th scope="col">{text('ui/access/reset/what')}</th>
          <th scope="col">{text('ui/access/reset/restore')}</th>
          <th scope="col">{text('ui/access/reset/default')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{text(`ui/access/reset/rows/${row.id}`)}</th>
            <td>{cell(row.restore)}</td>
            <td>{cell(row.default)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ResetDialogProps {
  readonly id: DeviceId;
  readonly onClose: () => void;
}

function Body(props: ResetDialogProps & { readonly line: PreflightLine }) {
  const { id, line, onClose } = props;
  const text = useText();
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [mode, setMode] = useState<Mode>('restore');
  const [tail, setTail] = useState('');
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const whyNot = () => {
    if (isGuarded(line) && !isOverride) return text('ui/acts/override/hint');
    if (!isTail(tail, line.device.serial)) return text('ui/acts/serial/missing');
    return draft.countFor([id]) === 0 ? text('ui/acts/secrets/missing') : null;
  };
  return (
    <ActForm
      verb={text(`ui/access/reset/confirm/${mode}`)}
      variant="danger"
      whyNot={whyNot()}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('devices.reset', () => ({
          ...{ id, mode, confirmSerial: tail.trim(), secrets: draft.read([id]) },
          ...overrideInput(typed),
        }))
      }
    >
      <Choice<Mode>
        label={text('ui/access/reset/how')}
        value={mode}
        onChange={setMode}
        options={(['restore', 'default'] as const).map((each) => ({
          id: each,
          label: text(`ui/access/reset/${each}`),
          detail: text(`ui/access/reset/${each}Detail`),
        }))}
      />
      <KeptLost id={id} />
      {mode === 'default' ? (
        <div className={actStyles['warning']}>
          <p>
            <TriangleAlert aria-hidden /> {text('ui/access/reset/again')}
          </p>
        </div>
      ) : null}
      <p>{text('ui/access/reset/case')}</p>
      <Override count={isGuarded(line) ? 1 : 0} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={[line]} autoFocus />
      <TailField value={tail} onChange={setTail} />
    </ActForm>
  );
}

/** Restore or Default over the device's own web server, with its password; a case follows it. */
export function ResetDialog(props: ResetDialogProps) {
  const text = useText();
  return (
    <OneDeviceAct
      kind="reset"
      id={props.id}
      title={text('ui/access/reset/title')}
      width="widest"
      onClose={props.onClose}
      elsewhere={<p>{text('ui/access/reset/noWay')}</p>}
    >
      {(line) => <Body {...props} line={line} />}
    </OneDeviceAct>
  );
}
