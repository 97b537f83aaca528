import type { PlanProblem } from '../../../../main/contract/job.ts';
import { fillKnown } from '../../../../main/contract/text/fill.ts';
import { countdown } from '../../components/countdown.ts';
import type { TextLookup } from '../../i18n/use-text.ts';
import type { EditBlock } from './model/blocked.ts';
import type { ChangeName } from './model/form.ts';

/** What is wrong, with the evidence as far as it is known. */
export function problemWords(problem: PlanProblem, { shared }: TextLookup): string {
  return fillKnown(shared.planProblems[problem.code], problem.params);
}

/** The button that sends the change, named after it. */
export function changeWords(change: ChangeName, text: TextLookup): string {
  switch (change.kind) {
    case 'nothing':
      return text('ui/networkEdit/modify');
    case 'address':
      return change.more === 0
        ? text('ui/networkEdit/change/address', { address: change.address })
        : text('ui/networkEdit/change/addressAnd', { address: change.address, count: change.more });
    case 'dhcp': {
      const key = change.isOn ? 'dhcpOn' : 'dhcpOff';
      return change.more === 0
        ? text(`ui/networkEdit/change/${key}`)
        : text(`ui/networkEdit/change/${key}And`, { count: change.more });
    }
    case 'one':
      return text('ui/networkEdit/change/one', {
        field: text(`networkFields/${change.field}`),
        value: change.value,
      });
    case 'many':
      return text('ui/networkEdit/change/many', { count: change.count });
  }
}

/** Why the form is closed and what opens it. */
export function blockWords(block: EditBlock, text: TextLookup, now: number): string {
  if (block.kind === 'locked') {
    return text('ui/networkEdit/blocked/locked', { left: countdown(block.until, now) ?? '0:00' });
  }
  return text(`ui/networkEdit/blocked/${block.kind}`);
}
