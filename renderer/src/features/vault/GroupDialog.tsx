import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Select } from '../../components/Select.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApi, useQuery, useSession } from '../../state/app-context.tsx';
import { Form } from '../acts/Form.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { rowAsRef } from '../jobs/model/names.ts';
import { groupsOf } from './model.ts';
import { LockedNote } from './UnlockDialog.tsx';
import { useVault } from './use-vault.ts';
import styles from './vault.module.css';

interface GroupProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

const noGroup = '';

function Body({ ids, onClose }: GroupProps) {
  const text = useText();
  const api = useApi();
  const { fleet } = useSession();
  const { dialog } = useDevices();
  const { mode } = useVault();
  const list = useQuery('vault.list', {}, { isEnabled: mode === 'open' });
  const groups = groupsOf(list.data?.credentials ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const group = chosen ?? groups[0]?.id ?? noGroup;
  const { run, isBusy, error } = useAction();
  const set = async () => {
    const isDone = await run(
      async () =>
        void (await api.call('vault.setGroup', {
          ids: [...ids],
          group: group === noGroup ? null : group,
        })),
    );
    if (!isDone) return;
    const name = groups.find(({ id }) => id === group)?.name;
    showToast({
      text:
        name === undefined
          ? text('ui/vault/group/left', { count: ids.length })
          : text('ui/vault/group/joined', { count: ids.length, name }),
      durationMs: 4000,
    });
    onClose();
  };
  const [only, another] = ids;
  const row = only !== undefined && another === undefined ? fleet.row(only) : undefined;
  return (
    <Form
      verb={text('ui/vault/group/confirm', { count: ids.length })}
      whyNot={mode === 'open' ? null : text('ui/vault/list/locked')}
      {...{ isBusy, error, onClose }}
      onSubmit={() => void set()}
    >
      {row === undefined ? null : <DeviceName device={rowAsRef(row)} />}
      <p>{text('ui/vault/group/what')}</p>
      {mode === 'locked' ? <LockedNote /> : null}
      {list.error === undefined ? null : <ErrorNotice error={list.error} onRetry={list.reload} />}
      <div className={styles['lineEnd']}>
        <div className={styles['grow']}>
          <Select
            label={text('ui/vault/group/label')}
            value={group}
            onChange={setChosen}
            options={[
              ...groups.map(({ id, name }) => ({ id, label: name })),
              { id: noGroup, label: text('ui/vault/group/none') },
            ]}
          />
        </div>
        <Button onPress={() => dialog.set({ kind: 'vault-save', id: null })}>
          {text('ui/vault/group/make')}
        </Button>
      </div>
    </Form>
  );
}

/** Devices that share a password: which group they are in. */
export function GroupDialog(props: GroupProps) {
  const text = useText();
  return (
    <Dialog
      title={text('ui/vault/group/title', { count: props.ids.length })}
      isOpen
      onClose={props.onClose}
    >
      <Body {...props} />
    </Dialog>
  );
}
