import { CopyMinus } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { PlanProblem } from '../../../../main/contract/job.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { cx } from '../../components/cx.ts';
import { Serial } from '../../components/Mono.tsx';
import { StatusMark, TriValue } from '../../components/StatusMark.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected, useSession, useStore } from '../../state/app-context.tsx';
import { NotTold } from '../detail/FactLine.tsx';
import { OwnSection } from '../detail/OwnSection.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { EditLine } from './EditLine.tsx';
import { editStoreOf } from './edit-store.ts';
import { FormFooter } from './FormFooter.tsx';
import { fieldOf, ipv4Fields, ipv6Fields, textFields, valuesOf } from './model/fields.ts';
import { deviceText, isDhcpOn, shownText } from './model/form.ts';
import styles from './network-edit.module.css';
import { type NetworkFormState, useNetworkForm } from './use-network-form.ts';
import { problemWords } from './words.ts';

interface PartProps {
  readonly row: DeviceRow;
  readonly form: NetworkFormState;
}

/** Several devices have this address: the whole group can be put right at once. */
function SameAddress({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const { dialog } = useDevices();
  const isLive = useIsConnected();
  if (row.sameAddress < 2) return null;
  return (
    <div className={styles['sameIp']}>
      <StatusMark flag="duplicate-address" sameAddress={row.sameAddress} />
      <Button
        isSmall
        icon={<CopyMinus aria-hidden />}
        isDisabled={!isLive}
        onPress={() => dialog.set({ kind: 'resolve-same-ip', ids: [row.id] })}
      >
        {text('ui/networkEdit/actions/resolve')}
      </Button>
    </div>
  );
}

function Switches({ row, form }: PartProps) {
  const text = useText();
  const values = valuesOf(row);
  const isDhcpChanged = form.changed.includes('dhcpEnabled');
  const wasOn = values.dhcpEnabled === true;
  return (
    <>
      <div className={cx(styles['tick'], isDhcpChanged && styles['changed'])}>
        <Checkbox
          isSelected={isDhcpOn(values, form.typed)}
          isIndeterminate={values.dhcpEnabled === null && form.typed.dhcpEnabled === undefined}
          isDisabled={form.block !== null || row.dhcpSupported === false}
          onChange={form.setDhcp}
        >
          {text('networkFields/dhcpEnabled')}
        </Checkbox>
        <span className={styles['tickNote']}>
          {row.dhcpSupported === false ? text('ui/networkEdit/dhcp/unsupported') : null}
          {isDhcpChanged
            ? text(wasOn ? 'ui/networkEdit/dhcp/wasOn' : 'ui/networkEdit/dhcp/wasOff')
            : null}
        </span>
      </div>
      <dl className={styles['fixed']}>
        <dt className={styles['label']}>{text('ui/networkEdit/cloud')}</dt>
        <dd>
          <TriValue value={row.cloudEnabled} />{' '}
          <span className={styles['dim']}>· {text('ui/networkEdit/cloudHint')}</span>
        </dd>
      </dl>
      <dl className={styles['serial']}>
        <dt className={styles['label']}>{text('columns/serial')}</dt>
        <dd>{row.serial === null ? <NotTold /> : <Serial serial={row.serial} />}</dd>
      </dl>
    </>
  );
}

function problemsAt(form: NetworkFormState, field: string): readonly PlanProblem[] {
  return form.problems.filter((problem) => fieldOf(problem) === field);
}

function Lines({ row, form }: PartProps) {
  const text = useText();
  const values = valuesOf(row);
  const isDhcp = isDhcpOn(values, form.typed);
  return textFields.map(({ field }) => {
    const isByDhcp = isDhcp && ipv4Fields.includes(field);
    const isFixedIpv6 = ipv6Fields.includes(field) && row.ipv6Modifiable !== true;
    return (
      <EditLine
        key={field}
        label={text(`networkFields/${field}`)}
        value={isByDhcp ? deviceText(values, field) : shownText(values, form.typed, field)}
        was={form.changed.includes(field) ? deviceText(values, field) : undefined}
        problems={isByDhcp ? [] : problemsAt(form, field)}
        isReadOnly={isByDhcp || isFixedIpv6 || form.block !== null}
        isDisabled={false}
        isFirst={field === 'ipv4Address'}
        onChange={(value) => form.type(field, value)}
        onEnter={form.send}
      />
    );
  });
}

/** What is wrong with the device as a whole, not with one field. */
function General({ form }: { readonly form: NetworkFormState }) {
  const text = useText();
  const general = form.problems.filter((problem) => fieldOf(problem) === null);
  return general.map((problem) => (
    <p key={problem.code} className={styles[problem.level === 'stop' ? 'stop' : 'caution']}>
      <Shape name={problem.level === 'stop' ? 'cross' : 'triangle'} />
      {problemWords(problem, text)}
    </p>
  ));
}

/** Puts the keyboard into the first field when "Edit IP…" asked for this device. */
function useWantedFocus(row: DeviceRow, body: RefObject<HTMLElement | null>): void {
  const { wanted } = editStoreOf(useSession());
  const current = useStore(wanted);
  useEffect(() => {
    if (current?.id !== row.id) return;
    wanted.set(null);
    const field = body.current?.querySelector<HTMLInputElement>('[data-edit-first]');
    field?.focus();
    field?.select();
  }, [current, wanted, row.id, body]);
}

/** What scrolls has to be reached by the keyboard. */
const reachable = { tabIndex: 0 } as const;

/** SADP's "Modify Network Parameters": every value in its order, checked while it is typed. */
export function NetworkForm({ row }: { readonly row: DeviceRow }) {
  const text = useText();
  const form = useNetworkForm(row);
  const body = useRef<HTMLElement>(null);
  useWantedFocus(row, body);
  return (
    <div className={styles['tab']}>
      <div className={styles['form']}>
        <section
          ref={body}
          className={styles['scroll']}
          aria-label={text('ui/networkEdit/title')}
          {...reachable}
        >
          <h3 className={styles['title']}>{text('ui/networkEdit/title')}</h3>
          <SameAddress row={row} />
          <Switches row={row} form={form} />
          <Lines row={row} form={form} />
          <General form={form} />
          <OwnSection row={row} />
        </section>
        <FormFooter row={row} form={form} />
      </div>
    </div>
  );
}
