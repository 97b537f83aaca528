import type { JobItem, PreflightLine, Verdict } from '../../../../main/contract/job.ts';
import { Mark } from '../../components/StatusMark.tsx';
import { useText } from '../../i18n/use-text.ts';
import { itemLooks, lightLooks, verdictLooks } from './model/looks.ts';

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  return <Mark {...verdictLooks[verdict]} word={text(`verdicts/${verdict}`)} />;
}

/** Where one device of a run stands: its verdict, else what is being done. */
export function ItemMark({ item }: { readonly item: JobItem }) {
  const text = useText();
  if (item.verdict !== null) return <VerdictMark verdict={item.verdict} />;
  return <Mark {...itemLooks[item.state]} word={text(`itemStates/${item.state}`)} />;
}

/** The traffic light before a run: ready, else the verdict the device would end with. */
export function LightMark({ line }: { readonly line: PreflightLine }) {
  const text = useText();
  // "Refused" is what it would end with; that it is inactive is what can be seen and mended.
  if (line.reason === 'not-activated') {
    return <Mark shape="square" tone="inactive" word={text('flags/inactive')} />;
  }
  if (line.verdict !== null && line.light !== 'ready') {
    return <VerdictMark verdict={line.verdict} />;
  }
  return <Mark {...lightLooks[line.light]} word={text(`lights/${line.light}`)} />;
}
