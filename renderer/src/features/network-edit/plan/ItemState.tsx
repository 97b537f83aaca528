import type { JobItem } from '../../../../../main/contract/job.ts';
import { Mark } from '../../../components/StatusMark.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { itemLooks } from '../../jobs/model/looks.ts';
import { itemWords } from '../../jobs/model/words.ts';
import { lookOf } from '../model/result.ts';
import styles from './plan.module.css';

/** The word for how a device's item stands; the lie "done" of a device that did nothing has its own. */
export function ItemMark({ item }: { readonly item: JobItem }) {
  const text = useText();
  if (item.verdict === null) {
    const word =
      item.step === null ? text(`itemStates/${item.state}`) : text(`jobSteps/${item.step}`);
    return <Mark {...itemLooks[item.state]} word={word} />;
  }
  const isLie = item.reason === 'not-applied';
  const word = isLie ? text('ui/networkEdit/notApplied') : text(`verdicts/${item.verdict}`);
  return <Mark {...lookOf(item)} word={word} />;
}

/** State and reason of one device of a run, as a table shows it. */
export function ItemState({ item }: { readonly item: JobItem }) {
  const text = useText();
  const isGood = item.verdict === 'verified' || item.verdict === 'already';
  const words = itemWords(text, item, Date.now());
  return (
    <>
      <ItemMark item={item} />
      {words === null || isGood ? null : <p className={styles['note']}>{words.what}</p>}
    </>
  );
}
