import type { DeviceId } from '../../../../main/contract/device.ts';
import type { ChooserState } from '../../../../main/contract/recovery.ts';
import { Button } from '../../components/Button.tsx';
import { readGuide } from '../../components/guide-reader.ts';
import { Mark } from '../../components/StatusMark.tsx';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useDevices } from '../devices/devices-state.tsx';
import styles from './cases.module.css';
import { routeLooks } from './model/looks.ts';
import { messageOfRoute } from './model/messages.ts';
import { routeTitle } from './model/route-words.ts';

type Chosen = ChooserState['routes'][number];

/** The field of the device's answer that said so, by its name in the list. */
function factWords(text: TextLookup, { fact }: Chosen['because'][number]['params']) {
  return typeof fact === 'string' ? { fact: text.any(`facts/${fact}`) } : {};
}

/** What can be done with a way from here. */
interface ButtonsProps {
  readonly chosen: Chosen;
  readonly id: DeviceId;
  /** What the tool's own way is taken for. */
  readonly isForPassword: boolean;
}

function Buttons({ chosen, id, isForPassword }: ButtonsProps) {
  const text = useText();
  const { dialog } = useDevices();
  const { route, state, caseKind, guideId } = chosen;
  const isClosed = state === 'closed';
  const title = routeTitle(text, route);
  const message = messageOfRoute(route);
  const named = (words: string) => ({ 'aria-label': `${words} ${title}` });
  const lan = text(isForPassword ? 'ui/access/actions/password' : 'ui/cases/chooser/unbind');
  return (
    <div className={styles['buttons']}>
      {route === 'lan' && !isClosed ? (
        <Button
          isSmall
          {...named(lan)}
          onPress={() => dialog.set({ kind: isForPassword ? 'set-password' : 'unbind', ids: [id] })}
        >
          {lan}
        </Button>
      ) : null}
      {route === 'reset-button' && !isClosed ? (
        <Button
          isSmall
          {...named(text('ui/cases/chooser/card'))}
          onPress={() => dialog.set({ kind: 'reset-card', id })}
        >
          {text('ui/cases/chooser/card')}
        </Button>
      ) : null}
      {caseKind === null || caseKind === 'software-reset' || isClosed ? null : (
        <Button
          isSmall
          {...named(text('ui/cases/chooser/openCase'))}
          onPress={() => dialog.set({ kind: 'open-case', id, caseKind })}
        >
          {text('ui/cases/chooser/openCase')}
        </Button>
      )}
      {message === null || isClosed ? null : (
        <Button
          isSmall
          variant="quiet"
          {...named(text('ui/cases/actions/message'))}
          onPress={() => dialog.set({ kind: 'owner-message', id, message })}
        >
          {text('ui/cases/actions/message')}
        </Button>
      )}
      <Button
        isSmall
        variant="quiet"
        {...named(text('ui/cases/chooser/guide'))}
        onPress={() => readGuide(guideId)}
      >
        {text('ui/cases/chooser/guide')}
      </Button>
    </div>
  );
}

/** Every way with why it stands where it stands; a closed one says why as well. */
export function ChosenRoutes({
  state,
  id,
}: {
  readonly state: ChooserState;
  readonly id: DeviceId;
}) {
  const text = useText();
  const isForPassword = state.answers.some(
    ({ question, answer }) => question === 'goal' && answer === 'password',
  );
  return (
    <section aria-label={text('ui/cases/chooser/routes')}>
      <h3>{text('ui/cases/chooser/routes')}</h3>
      <ol className={styles['routes']}>
        {state.routes.map((chosen) => (
          <li key={chosen.route} data-state={chosen.state}>
            <div className={styles['spread']}>
              <strong>{routeTitle(text, chosen.route)}</strong>
              <span className={styles['dim']}>{text(`chooser/costs/${chosen.cost}`)}</span>
            </div>
            <Mark {...routeLooks[chosen.state]} word={text(`chooser/states/${chosen.state}`)} />
            <ul className={styles['because']}>
              {chosen.because.map(({ code, params }) => (
                <li key={code}>{text.any(`chooser/because/${code}`, factWords(text, params))}</li>
              ))}
            </ul>
            <Buttons chosen={chosen} id={id} isForPassword={isForPassword} />
          </li>
        ))}
      </ol>
    </section>
  );
}
