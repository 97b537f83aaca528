import { Cloud, KeyRound, Unlink } from 'lucide-react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { TriValue } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected } from '../../state/app-context.tsx';
import { CloudRead } from '../access/CloudRead.tsx';
import { actionById } from '../devices/actions.ts';
import { useDevices } from '../devices/devices-state.tsx';
import { useActionEffects } from '../devices/use-actions.ts';
import styles from './Detail.module.css';

const questions = [
  ['supported', 'cloudSupported'],
  ['enabled', 'cloudEnabled'],
  ['bound', 'cloudBound'],
  ['unbind', 'unbindSupported'],
] as const;

function answerOf(value: boolean | null): 'Yes' | 'No' | 'Unknown' {
  if (value === null) return 'Unknown';
  return value ? 'Yes' : 'No';
}

const icons = { unbind: Unlink, cloud: Cloud } as const;

/** The acts of the cloud: the same rows of the action table as in toolbar and menu. */
function Acts({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const effects = useActionEffects();
  const { dialog } = useDevices();
  const context = { targets: [row], cell: null, isLive: useIsConnected() };
  const whyNot = (id: keyof typeof icons) => {
    const action = actionById(id);
    if (action === undefined || action.isEnabled(context)) return undefined;
    return action.whyNot === undefined ? undefined : text(action.whyNot(context));
  };
  return (
    <div className={styles['foot']}>
      {(['unbind', 'cloud'] as const).map((id) => {
        const Icon = icons[id];
        return (
          <Button
            key={id}
            variant={id === 'unbind' ? 'primary' : 'plain'}
            icon={<Icon aria-hidden />}
            whyDisabled={whyNot(id)}
            onPress={() => actionById(id)?.run(context, effects)}
          >
            {text(`ui/acts/actions/${id}`)}
          </Button>
        );
      })}
      <Button
        variant="quiet"
        icon={<KeyRound aria-hidden />}
        whyDisabled={whyNot('cloud')}
        onPress={() => dialog.set({ kind: 'verification-code', id: row.id })}
      >
        {text('ui/acts/actions/code')}
      </Button>
    </div>
  );
}

/** Four questions about the cloud, each with what its answer means; unknown is an answer of its own. */
export function CloudTab({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  return (
    <div className={styles['withFoot']}>
      <div className={styles['body']}>
        <dl>
          {questions.map(([question, field]) => (
            <div key={question} className={styles['tri']}>
              <dt>{text(`ui/detail/cloud/${question}`)}</dt>
              <dd>
                <TriValue value={row[field]} />
                <p className={styles['note']}>
                  {text(`ui/detail/cloud/${question}${answerOf(row[field])}`)}
                </p>
              </dd>
            </div>
          ))}
        </dl>
        <CloudRead key={row.id} row={row} />
      </div>
      <Acts row={row} />
    </div>
  );
}
