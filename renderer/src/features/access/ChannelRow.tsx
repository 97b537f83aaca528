import { Ellipsis } from 'lucide-react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { RecorderChannel } from '../../../../main/contract/login.ts';
import { Button } from '../../components/Button.tsx';
import { MenuButton, type MenuEntry } from '../../components/Menu.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark, TriValue } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useSettings } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { refLabel } from '../jobs/model/names.ts';
import styles from './access.module.css';
import { channelLooks } from './model.ts';
import { useAnswer } from './use-answer.ts';
import { useShowDevice } from './use-show-device.ts';

interface ChannelProps {
  readonly recorder: DeviceId;
  readonly channel: RecorderChannel;
}

/** Two signs that disagree, or only one of them: both are shown and a person says which it is. */
function Question({ recorder, channel }: ChannelProps) {
  const text = useText();
  const { isPrivate } = useSettings();
  const { answer, isBusy } = useAnswer(recorder);
  const { device, other, why } = channel.match;
  const isSerialFirst = why === 'serial' || why === 'serial-only' || why === 'both';
  const candidates = [
    { device, sign: isSerialFirst ? 'bySerial' : 'byAddress' },
    { device: other, sign: isSerialFirst ? 'byAddress' : 'bySerial' },
  ] as const;
  return (
    <div className={styles['ask']}>
      <span>{text(`ui/access/recorder/ask/${other === null ? 'one' : 'differ'}`)}</span>
      {candidates.map((candidate) =>
        candidate.device === null ? null : (
          <div key={candidate.sign} className={styles['line']}>
            <span>
              {text(`ui/access/recorder/ask/${candidate.sign}`)}{' '}
              {refLabel(candidate.device, isPrivate)}
            </span>
            <Button
              isSmall
              isBusy={isBusy}
              aria-label={text('ui/access/recorder/ask/isThisOf', {
                channel: channel.id,
                device: refLabel(candidate.device, isPrivate),
              })}
              onPress={() => answer(channel.id, candidate.device)}
            >
              {text('ui/access/recorder/ask/isThis')}
            </Button>
          </div>
        ),
      )}
      <div className={styles['line']}>
        <Button
          isSmall
          isBusy={isBusy}
          aria-label={text('ui/access/recorder/ask/isNoneOf', { channel: channel.id })}
          onPress={() => answer(channel.id, 'none')}
        >
          {text('ui/access/recorder/ask/isNone')}
        </Button>
      </div>
    </div>
  );
}

function Camera(props: ChannelProps) {
  const text = useText();
  const { kind, why, device } = props.channel.match;
  if (kind === 'ask') return <Question {...props} />;
  return (
    <>
      {device === null ? null : <DeviceName device={device} />}
      <div className={styles['dim']}>
        {text(`ui/access/recorder/why/${device === null && why === 'person' ? 'nobody' : why}`)}
      </div>
    </>
  );
}

/** Everything that can be done with one channel. */
function useItems({ recorder, channel }: ChannelProps): readonly MenuEntry[] {
  const text = useText();
  const { dialog } = useDevices();
  const showDevice = useShowDevice();
  const { answer } = useAnswer(recorder);
  const { device, why } = channel.match;
  const at = { id: recorder, channel: channel.id };
  return [
    {
      id: 'jump',
      label: text('ui/access/recorder/jump'),
      isDisabled: device === null,
      onAction: () => {
        if (device !== null) showDevice(device.id);
      },
    },
    {
      id: 'choose',
      label: text('ui/access/recorder/choose'),
      onAction: () => dialog.set({ kind: 'channel-map', ...at }),
    },
    ...(device === null && why === 'person'
      ? []
      : [
          {
            id: 'none',
            label: text('ui/access/recorder/noneOfList'),
            onAction: () => answer(channel.id, 'none'),
          },
        ]),
    ...(why === 'person'
      ? [
          {
            id: 'forget',
            label: text('ui/access/recorder/forget'),
            onAction: () => answer(channel.id, null),
          },
        ]
      : []),
    null,
    {
      id: 'edit',
      label: text('ui/access/recorder/edit'),
      onAction: () => dialog.set({ kind: 'channel-edit', ...at }),
    },
    {
      id: 'remove',
      label: text('ui/access/recorder/remove'),
      isDanger: true,
      onAction: () => dialog.set({ kind: 'channel-remove', ...at }),
    },
  ];
}

/** One channel: what the recorder says, which camera it is, and that camera's own binding. */
export function ChannelRow(props: ChannelProps) {
  const { channel } = props;
  const text = useText();
  const items = useItems(props);
  const unknown = <span className={styles['dim']}>{text('tri/unknown')}</span>;
  return (
    <tr>
      <th scope="row">{channel.id}</th>
      <td>{channel.name ?? unknown}</td>
      <td>
        {channel.address === null ? (
          unknown
        ) : (
          <Mono>
            {channel.address}
            {channel.port === null ? '' : `:${channel.port}`}
          </Mono>
        )}
        {channel.isPlugAndPlay === true ? (
          <div className={styles['dim']}>{text('ui/access/recorder/pnp')}</div>
        ) : null}
        {channel.input === null || channel.input === 1 ? null : (
          <div className={styles['dim']}>
            {text('ui/access/recorder/input', { input: channel.input })}
          </div>
        )}
      </td>
      <td className={styles['whole']}>{channel.model ?? unknown}</td>
      <td>
        <Mark
          {...channelLooks[channel.state]}
          word={
            channel.state === 'other' && channel.rawState !== null
              ? channel.rawState
              : text(`ui/access/recorder/states/${channel.state}`)
          }
        />
      </td>
      <td>
        <Camera {...props} />
      </td>
      <td>
        <TriValue value={channel.cameraBound} />
      </td>
      <td>
        <MenuButton
          isSmall
          variant="quiet"
          label={text('ui/access/recorder/more', { channel: channel.id })}
          icon={<Ellipsis aria-hidden />}
          items={items}
        >
          <span className="visually-hidden">
            {text('ui/access/recorder/more', { channel: channel.id })}
          </span>
        </MenuButton>
      </td>
    </tr>
  );
}
