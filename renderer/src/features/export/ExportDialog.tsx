import { Download } from 'lucide-react';
import { useState } from 'react';
import { columns } from '../../../../main/contract/columns.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { exportFormats } from '../../../../main/contract/lists.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toast-store.ts';
import { useAction } from '../../components/use-action.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLocale, useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi } from '../../state/app-context.tsx';
import styles from './ExportDialog.module.css';
import { saveFile } from './save-file.ts';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Rows that pass the filter, in the order of the table. */
  readonly visibleIds: readonly DeviceId[];
  readonly selectedIds: readonly DeviceId[];
  /** Devices of the list; what was removed from it may be among the page's rows, but is not exported. */
  readonly listed: number;
  /** Column ids in the order of the table. */
  readonly visibleColumns: readonly string[];
}

type Format = (typeof exportFormats)[number];
type Rows = 'all' | 'filtered' | 'selected';
type Columns = 'visible' | 'all';

function useRowChoice(props: ExportDialogProps) {
  const text = useText();
  const format = useFormat();
  const [wanted, setRows] = useState<Rows | null>(null);
  const counts: Readonly<Record<Rows, number>> = {
    all: props.listed,
    filtered: props.visibleIds.length,
    selected: props.selectedIds.length,
  };
  // One selected row is where the cursor happens to be, not a wish; several are.
  const usual: Rows = counts.selected > 1 ? 'selected' : 'filtered';
  const rows = wanted !== null && counts[wanted] > 0 ? wanted : usual;
  const options = [
    { id: 'filtered' as const, key: 'ui/export/rowsFiltered' as const },
    { id: 'selected' as const, key: 'ui/export/rowsSelected' as const },
    { id: 'all' as const, key: 'ui/export/rowsAll' as const },
  ].map(({ id, key }) => ({
    id,
    label: text(key, { number: format.number(counts[id]) }),
    isDisabled: counts[id] === 0,
  }));
  return { rows, setRows, options, count: counts[rows] };
}

function useSave(onClose: () => void) {
  const text = useText();
  const api = useApi();
  const locale = useLocale();
  const announce = useAnnounce();
  const action = useAction();
  const save = async (request: {
    format: Format;
    ids: readonly DeviceId[] | null;
    columns: readonly string[] | null;
  }) => {
    const isSaved = await action.run(async () => {
      const file = await api.call('devices.export', {
        format: request.format,
        locale,
        ...(request.ids === null ? {} : { ids: [...request.ids] }),
        ...(request.columns === null ? {} : { columns: [...request.columns] }),
      });
      saveFile(file);
      const words = text('ui/export/saved', { name: file.fileName });
      announce(words);
      showToast({ text: words });
    });
    if (isSaved) onClose();
  };
  return { save, isBusy: action.isBusy, error: action.error };
}

function ExportBody(props: ExportDialogProps) {
  const text = useText();
  const number = useFormat().number;
  const [format, setFormat] = useState<Format>('csv');
  const [wantedColumns, setColumns] = useState<Columns>('visible');
  const { rows, setRows, options, count } = useRowChoice(props);
  const { save, isBusy, error } = useSave(props.onClose);
  const ids = { all: null, filtered: props.visibleIds, selected: props.selectedIds }[rows];
  const shown = props.visibleColumns.length;
  const onSave = () =>
    void save({ format, ids, columns: wantedColumns === 'all' ? null : props.visibleColumns });
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0) onSave();
      }}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <Choice
        label={text('ui/export/format')}
        value={format}
        onChange={setFormat}
        options={exportFormats.map((id) => ({
          id,
          label: text(`ui/export/formats/${id}`),
          detail: text(`ui/export/formatDetails/${id}`),
        }))}
      />
      <Choice label={text('ui/export/rows')} value={rows} onChange={setRows} options={options} />
      <Choice
        label={text('ui/export/columns')}
        value={wantedColumns}
        onChange={setColumns}
        options={[
          { id: 'visible', label: text('ui/export/columnsVisible', { number: number(shown) }) },
          { id: 'all', label: text('ui/export/columnsAll', { number: number(columns.length) }) },
        ]}
      />
      <p className={styles['dim']}>{text('ui/export/noSecrets')}</p>
      <div className={styles['buttons']}>
        <Button onPress={props.onClose}>{text('ui/components/close')}</Button>
        <Button
          type="submit"
          variant="primary"
          autoFocus
          icon={<Download aria-hidden />}
          isBusy={isBusy}
          isDisabled={count === 0}
        >
          {text('ui/export/save', { count, number: number(count) })}
        </Button>
      </div>
    </form>
  );
}

/** Saves the list as a file: which format, which rows, which columns. */
export function ExportDialog(props: ExportDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/export/title')} isOpen={props.isOpen} onClose={props.onClose}>
      <ExportBody {...props} />
    </Dialog>
  );
}
