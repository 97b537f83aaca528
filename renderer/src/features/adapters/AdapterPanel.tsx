import { RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import type { AdapterView } from '../../../../main/contract/network.ts';
import { Button } from '../../components/Button.tsx';
import { Switch } from '../../components/Checkbox.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { useAction } from '../../components/use-action.ts';
import { useCoarseNow } from '../../components/use-coarse-now.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useStatus } from '../../state/app-context.tsx';
import styles from './AdapterPanel.module.css';
import { sortAdapters } from './sort-adapters.ts';

const looks: Readonly<Record<AdapterView['state'], Pick<MarkProps, 'shape' | 'tone'>>> = {
  listening: { shape: 'dot', tone: 'online' },
  failed: { shape: 'cross', tone: 'failed' },
  off: { shape: 'minus', tone: 'offline' },
  gone: { shape: 'dashes', tone: 'offline' },
};

function Counts({ adapter }: { readonly adapter: AdapterView }) {
  const text = useText();
  const format = useFormat();
  const now = useCoarseNow();
  const { lastReplyAt } = adapter;
  const count = (what: 'replies' | 'devices') =>
    text(`ui/adapters/${what}`, { count: adapter[what], number: format.number(adapter[what]) });
  return (
    <div className={styles['line']}>
      <Mark {...looks[adapter.state]} word={text(`adapterStates/${adapter.state}`)} />
      <span>{count('replies')}</span>
      <span>{count('devices')}</span>
      <span className={styles['dim']}>
        {lastReplyAt === null
          ? text('ui/adapters/noReply')
          : text('ui/adapters/lastReply', { ago: format.ago(lastReplyAt, now) })}
      </span>
    </div>
  );
}

interface AdapterRowProps {
  readonly adapter: AdapterView;
  readonly onSet: (adapter: AdapterView, isEnabled: boolean | null) => void;
}

function AdapterRow({ adapter, onSet }: AdapterRowProps) {
  const text = useText();
  const toggle = useRef<HTMLInputElement>(null);
  const { name } = adapter;
  const isByYou = adapter.enabledBy === 'operator';
  return (
    <li className={styles['adapter']}>
      <div className={styles['switch']}>
        <Switch
          isSelected={adapter.enabled}
          isDisabled={adapter.state === 'gone'}
          inputRef={toggle}
          onChange={(isEnabled) => onSet(adapter, isEnabled)}
          aria-label={text('ui/adapters/listenOn', { name })}
        />
      </div>
      <div className={styles['head']}>
        <span className={styles['name']}>{name}</span>
        <span>{text(`adapterKinds/${adapter.kind}`)}</span>
        {adapter.kindReason === null ? null : (
          <span className={styles['dim']}>
            {text('ui/adapters/kindFrom', { reason: adapter.kindReason })}
          </span>
        )}
      </div>
      {isByYou ? (
        <Button
          isSmall
          variant="quiet"
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            // This button goes away with the choice it takes back.
            toggle.current?.focus();
            onSet(adapter, null);
          }}
          aria-label={text('ui/adapters/useRuleOn', { name })}
        >
          {text('ui/adapters/useRule')}
        </Button>
      ) : (
        <span className={styles['dim']}>{text('ui/adapters/setByRule')}</span>
      )}
      <div className={styles['line']}>
        {adapter.addresses.length === 0 ? (
          <span className={styles['dim']}>{text('ui/adapters/noAddress')}</span>
        ) : (
          adapter.addresses.map(({ address, prefix }) => (
            <Mono key={address}>
              {address}/{prefix}
            </Mono>
          ))
        )}
      </div>
      <Counts adapter={adapter} />
      {adapter.problem === null ? null : (
        <p className={styles['problem']}>{text(`adapterProblems/${adapter.problem}`)}</p>
      )}
    </li>
  );
}

/** Every adapter with what it hears, and the switch that decides whether it is used. */
export function AdapterPanel() {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  const action = useAction();
  const adapters = sortAdapters(useStatus().adapters);
  const onSet = (adapter: AdapterView, enabled: boolean | null) => {
    void action.run(async () => {
      const status = await api.call('discovery.setAdapter', { id: adapter.id, enabled });
      const isOn = status.adapters.find(({ id }) => id === adapter.id)?.enabled ?? false;
      const { name } = adapter;
      announce(text(isOn ? 'ui/adapters/switchedOn' : 'ui/adapters/switchedOff', { name }));
    });
  };
  return (
    <div>
      <p className={styles['intro']}>{text('ui/adapters/intro')}</p>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      {adapters.length === 0 ? <p>{text('ui/adapters/none')}</p> : null}
      <ul className={styles['list']}>
        {adapters.map((adapter) => (
          <AdapterRow key={adapter.id} adapter={adapter} onSet={onSet} />
        ))}
      </ul>
    </div>
  );
}
