import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../../../components/Button.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { isOpenCase } from '../model/list.ts';
import { watchLooks } from '../model/looks.ts';

const watching = new Set(['armed', 'gone', 'back']);

/** What the tool is looking for by itself, for the kinds that end with something it can see. */
export function Watch({ one, commands }: CaseProps) {
  const text = useText();
  const format = useFormat();
  const { state, since } = one.watch;
  const isReset = one.kind === 'reset-button' || one.kind === 'software-reset';
  if (!isReset || (!isOpenCase(one) && state === 'off')) return null;
  const isOn = watching.has(state);
  return (
    <section aria-label={text('ui/cases/watch/title')}>
      <h2>{text('ui/cases/watch/title')}</h2>
      <p className={styles['spread']}>
        <span>
          <Mark {...watchLooks[state]} word={text(`cases/watch/${state}`)} />{' '}
          {since === null ? null : (
            <span className={styles['dim']}>
              {text('ui/cases/watch/since', { time: format.time(since) })}
            </span>
          )}
        </span>
        {isOpenCase(one) ? (
          <Button
            isSmall
            icon={isOn ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            isBusy={commands.isBusy}
            onPress={() =>
              void commands.call((api) => api.call('cases.watch', { id: one.id, isOn: !isOn }))
            }
          >
            {text(isOn ? 'ui/cases/actions/unwatch' : 'ui/cases/actions/watch')}
          </Button>
        ) : null}
      </p>
    </section>
  );
}
