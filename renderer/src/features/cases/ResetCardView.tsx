import type { ResetCard } from '../../../../main/contract/recovery.ts';
import { resetSource } from '../../../../main/contract/text/reset-source.ts';
import { GuideButton } from '../../components/GuideLink.tsx';
import { Mark, TriValue } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './cases.module.css';
import { Drawing } from './drawings/Drawing.tsx';
import { routeTitle } from './model/route-words.ts';

const matchLooks = {
  model: { shape: 'dot', tone: 'verified' },
  prefix: { shape: 'diamond', tone: 'waiting' },
  kind: { shape: 'diamond', tone: 'waiting' },
  none: { shape: 'question', tone: 'unknown' },
} as const;

/** Every time that a source names; they contradict each other, and none is chosen silently. */
function Holds({ card }: { readonly card: ResetCard }) {
  const text = useText();
  if (card.holds.length === 0) return null;
  return (
    <>
      <table className={styles['compare']}>
        <thead>
          <tr>
            <th scope="col">{text('ui/cases/card/time')}</th>
            <th scope="col">{text('ui/cases/card/source')}</th>
          </tr>
        </thead>
        <tbody>
          {card.holds.map(({ minS, maxS, source }) => (
            <tr key={`${source} ${minS}`}>
              <td>
                {minS === maxS
                  ? text('ui/cases/card/holdOne', { from: minS })
                  : text('ui/cases/card/holdBy', { from: minS, to: maxS })}
              </td>
              <td>{resetSource(text.shared, source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {card.holds.length < 2 ? null : (
        <p className={styles['dim']}>{text('ui/cases/card/differ')}</p>
      )}
      {card.firstHoldS === null || card.secondHoldS === null ? null : (
        <p>{text('resetCard/first', { first: card.firstHoldS, second: card.secondHoldS })}</p>
      )}
    </>
  );
}

/** Where there is nothing to press: what else leads on. */
function Others({ card }: { readonly card: ResetCard }) {
  const text = useText();
  return (
    <>
      <p>{text(`families/${card.family}/ifNone`)}</p>
      {card.otherRoutes.length === 0 ? null : (
        <ul className={styles['dots']}>
          {card.otherRoutes.map((route) => (
            <li key={route}>{routeTitle(text, route)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where the button of this family is, how long it is held, what proves it, and what it costs. */
export function ResetCardView({ card }: { readonly card: ResetCard }) {
  const text = useText();
  const { family, hasButton } = card;
  const words = (part: 'where' | 'how' | 'confirms' | 'lost') => text(`families/${family}/${part}`);
  return (
    <div className={styles['card']}>
      <div className={styles['cardSide']}>
        <Drawing family={family} />
        {card.match === 'model' ? null : (
          <p className={styles['dim']}>{text('ui/cases/card/typical')}</p>
        )}
      </div>
      <div className={styles['stack']}>
        <h3 className={styles['cardName']}>{text(`families/${family}/name`)}</h3>
        <p className={styles['wrap']}>
          <Mark {...matchLooks[card.match]} word={text(`resetCard/match/${card.match}`)} />
        </p>
        {card.match === 'model' ? null : <p>{text('resetCard/check')}</p>}
        <dl className={styles['facts']}>
          <div>
            <dt>
              {text(
                `resetCard/button/${hasButton === null ? 'unknown' : hasButton ? 'yes' : 'no'}`,
              )}
            </dt>
            <dd>
              <TriValue value={hasButton} />
            </dd>
          </div>
          <div>
            <dt>{text('resetCard/labels/where')}</dt>
            <dd>{words('where')}</dd>
          </div>
          {hasButton === false ? null : (
            <>
              <div>
                <dt>{text('resetCard/labels/how')}</dt>
                <dd>
                  <strong>{text(`resetCard/power/${card.power}`)}.</strong> {words('how')}
                </dd>
              </div>
              <div>
                <dt>{text('resetCard/labels/hold')}</dt>
                <dd className={styles['stack']}>
                  <Holds card={card} />
                </dd>
              </div>
            </>
          )}
          <div>
            <dt>{text('resetCard/labels/confirms')}</dt>
            <dd>{words('confirms')}</dd>
          </div>
          <div>
            <dt>{text('resetCard/labels/lost')}</dt>
            <dd>{words('lost')}</dd>
          </div>
          <div>
            <dt>{text('resetCard/labels/ifNone')}</dt>
            <dd>
              <Others card={card} />
            </dd>
          </div>
          <div>
            <dt>{text('resetCard/labels/sources')}</dt>
            <dd className={styles['dim']}>
              {card.sources.map((source) => resetSource(text.shared, source)).join('; ')}
            </dd>
          </div>
        </dl>
        <GuideButton id={card.guideId} label={text('ui/cases/chooser/guide')} />
      </div>
    </div>
  );
}
