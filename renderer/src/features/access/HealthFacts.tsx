import type { DeviceHealth } from '../../../../main/contract/login.ts';
import { Mac, Mono, Serial } from '../../components/Mono.tsx';
import { Mark, TriValue } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { FactLine } from '../detail/FactLine.tsx';
import styles from './access.module.css';
import { clockGap, healthLooks, upTimeOf } from './model.ts';

const mbPerGb = 1024;

function Clock({ clock }: { readonly clock: NonNullable<DeviceHealth['clock']> }) {
  const text = useText();
  const format = useFormat();
  const gap = clock.offsetMs === null ? null : clockGap(clock.offsetMs);
  const against = () => {
    if (clock.offsetMs === null) return null;
    if (gap === null) return text('ui/access/health/clockSame');
    const count = format.number(Math.abs(gap));
    return text(`ui/access/health/${gap > 0 ? 'ahead' : 'behind'}`, { count });
  };
  const more = [
    against(),
    clock.mode === null ? null : `${text('ui/access/health/mode')}: ${clock.mode}`,
    clock.timeZone === null ? null : `${text('ui/access/health/zone')}: ${clock.timeZone}`,
  ].filter((part) => part !== null);
  return (
    <FactLine
      label={text('ui/access/health/clock')}
      copy={clock.deviceTime}
      note={more.join(' · ')}
    >
      {clock.deviceTime === null ? (
        text('tri/unknown')
      ) : (
        <Mono>{clock.deviceTime.replace('T', ' ')}</Mono>
      )}
    </FactLine>
  );
}

function UpTime({ seconds }: { readonly seconds: number }) {
  const text = useText();
  const { days, hours, minutes } = upTimeOf(seconds);
  return (
    <FactLine label={text('ui/access/health/up')} copy={null}>
      {days > 0
        ? text('ui/access/health/upDays', { days, hours })
        : text('ui/access/health/upHours', { hours, minutes })}
    </FactLine>
  );
}

const diskLevels = {
  ok: 'ok',
  unformatted: 'attention',
  broken: 'problem',
  missing: 'problem',
  unknown: null,
} as const;

function Disk({ disk }: { readonly disk: NonNullable<DeviceHealth['disks']>[number] }) {
  const text = useText();
  const format = useFormat();
  const level = diskLevels[disk.state];
  const look =
    level === null ? ({ shape: 'question', tone: 'unknown' } as const) : healthLooks[level];
  const gb = (mb: number) => format.number(Math.round(mb / mbPerGb));
  const size =
    disk.capacityMb === null || disk.freeMb === null
      ? undefined
      : text('ui/access/health/diskFree', { free: gb(disk.freeMb), total: gb(disk.capacityMb) });
  return (
    <FactLine label={text('ui/access/health/disk', { id: disk.id })} copy={null} note={size}>
      <Mark {...look} word={text(`health/diskStates/${disk.state}`)} />
      {disk.state === 'ok' || disk.status === '' ? null : <span> ({disk.status})</span>}
    </FactLine>
  );
}

const identityNames = ['name', 'model', 'serial', 'mac', 'firmware', 'hardware', 'type'] as const;

function Identity({ identity }: { readonly identity: NonNullable<DeviceHealth['identity']> }) {
  const text = useText();
  const firmware = [identity.firmware, identity.firmwareDate].filter((part) => part !== null);
  const plain = {
    serial: <Serial serial={identity.serial ?? ''} />,
    mac: <Mac mac={identity.mac ?? ''} />,
  };
  const told = { ...identity, firmware: firmware.length === 0 ? null : firmware.join(' ') };
  return identityNames.map((name) => {
    const value = told[name];
    if (value === null) return null;
    return (
      <FactLine key={name} label={text(`ui/access/health/${name}`)} copy={value}>
        {name === 'serial' || name === 'mac' ? plain[name] : value}
      </FactLine>
    );
  });
}

const capabilityNames = [
  'reboot',
  'factoryReset',
  'configExport',
  'configImport',
  'guidExport',
  'securityQuestions',
  'https',
  'cloud',
  'cloudUnbind',
  'wireless',
] as const;

function Capabilities({ all }: { readonly all: DeviceHealth['capabilities'] }) {
  const text = useText();
  const told = capabilityNames.filter((name) => name in all);
  if (told.length === 0) return null;
  return (
    <details className={styles['folded']}>
      <summary>{text('ui/access/health/capabilities')}</summary>
      <dl>
        {told.map((name) => (
          <FactLine key={name} label={text(`ui/access/health/can/${name}`)} copy={null}>
            <TriValue value={all[name] ?? null} />
          </FactLine>
        ))}
      </dl>
    </details>
  );
}

/** Everything the login read; what the device does not tell has no line, and never a "No". */
export function HealthFacts({ health }: { readonly health: DeviceHealth }) {
  const text = useText();
  const { identity, clock, upSeconds, disks, channels, capabilities } = health;
  const hasFacts = clock !== null || upSeconds !== null || disks !== null || channels !== null;
  return (
    <>
      {hasFacts ? (
        <dl>
          {clock === null ? null : <Clock clock={clock} />}
          {upSeconds === null ? null : <UpTime seconds={upSeconds} />}
          {disks?.map((disk) => (
            <Disk key={disk.id} disk={disk} />
          ))}
          {channels === null ? null : (
            <FactLine label={text('ui/access/health/channels')} copy={null}>
              {text('ui/access/health/channelsText', {
                total: channels.total,
                offline: channels.offline,
              })}
            </FactLine>
          )}
        </dl>
      ) : null}
      {identity === null ? null : (
        <details className={styles['folded']}>
          <summary>{text('ui/access/health/identity')}</summary>
          <dl>
            <Identity identity={identity} />
          </dl>
        </details>
      )}
      <Capabilities all={capabilities} />
    </>
  );
}
