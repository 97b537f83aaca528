import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { PreflightLine } from '../../../../main/contract/job.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActForm } from '../acts/ActForm.tsx';
import actStyles from '../acts/acts.module.css';
import { ChangesStays } from '../acts/ChangesStays.tsx';
import { isGuarded, isOverrideWord, overrideInput } from '../acts/model.ts';
import { OneDeviceAct } from '../acts/OneDeviceAct.tsx';
import { Override } from '../acts/Override.tsx';
import { SecretsForm } from '../acts/SecretsForm.tsx';
import { useSecrets } from '../acts/use-secrets.ts';
import { useStart } from '../acts/use-start.ts';
import { ChannelName } from './ChannelName.tsx';
import { useChannel } from './use-channel.ts';

interface ChannelRemoveProps {
  readonly id: DeviceId;
  readonly channel: number;
  readonly onClose: () => void;
}

function Body(props: ChannelRemoveProps & { readonly line: PreflightLine }) {
  const { id, channel, line, onClose } = props;
  const text = useText();
  const known = useChannel(id, channel);
  const draft = useSecrets();
  const { start, isBusy, error } = useStart(onClose);
  const [typed, setTyped] = useState('');
  const isOverride = isOverrideWord(typed);
  const isHeld = isGuarded(line) && !isOverride;
  const whyNot = isHeld
    ? text('ui/acts/override/hint')
    : draft.countFor([id]) === 0
      ? text('ui/acts/secrets/missing')
      : null;
  const pnp = known?.isPlugAndPlay ?? null;
  return (
    <ActForm
      verb={text('ui/access/recorder/removing/confirm')}
      variant="danger"
      whyNot={whyNot}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        start('recorder.remove', () => ({
          ...{ id, channel, secrets: draft.read([id]) },
          ...overrideInput(typed),
        }))
      }
    >
      {known === null ? null : <ChannelName channel={known} />}
      {pnp === false ? null : (
        <div className={actStyles['warning']}>
          <p>
            <TriangleAlert aria-hidden />{' '}
            {text(`ui/access/recorder/removing/${pnp === true ? 'pnp' : 'unknownPnp'}`)}
          </p>
        </div>
      )}
      <Override count={isGuarded(line) ? 1 : 0} value={typed} onChange={setTyped} />
      <SecretsForm draft={draft} targets={[line]} autoFocus />
      <ChangesStays
        changes={text('ui/access/recorder/removing/changes')}
        stays={text('ui/access/recorder/removing/stays')}
      />
    </ActForm>
  );
}

/** Takes a camera off a recorder; the camera, its binding and the recordings stay. */
export function ChannelRemoveDialog(props: ChannelRemoveProps) {
  const text = useText();
  return (
    <OneDeviceAct
      kind="channel-remove"
      id={props.id}
      title={text('ui/access/recorder/removing/title', { channel: props.channel })}
      width="wide"
      onClose={props.onClose}
    >
      {(line) => <Body {...props} line={line} />}
    </OneDeviceAct>
  );
}
