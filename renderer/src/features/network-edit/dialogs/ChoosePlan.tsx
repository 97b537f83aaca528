import { FileSpreadsheet, FileUp } from 'lucide-react';
import { useState } from 'react';
import { type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../../../components/Button.tsx';
import { cx } from '../../../components/cx.ts';
import { Shape } from '../../../components/shapes.tsx';
import { useLocale, useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
import { saveFile } from '../../export/save-file.ts';
import { type PlanFileProblem, type PlanFileText, readPlanFile } from '../model/csv-file.ts';
import { asBase64, planAsCsv } from '../model/plan-csv.ts';
import { templateLines } from '../model/template.ts';
import styles from '../plan/plan.module.css';

export interface ChosenPlan {
  readonly name: string;
  readonly text: string;
  readonly encoding: Extract<PlanFileText, { readonly ok: true }>['encoding'];
}

type Problem = PlanFileProblem | 'no-file' | 'unreadable';

async function firstFile(items: readonly DropItem[]): Promise<File | null> {
  for (const item of items) if (item.kind === 'file') return item.getFile();
  return null;
}

/** The list of this site as a plan to fill in: what is read back is what was written. */
function SaveTemplate() {
  const { fleet, site } = useSession();
  const text = useText();
  const locale = useLocale();
  const save = () => {
    const lines = templateLines([...fleet.rows()]);
    const csv = planAsCsv(lines, locale, { state: () => '', problems: () => '' });
    saveFile({
      fileName: `${text('ui/networkEdit/file/templateName', { site: site.get().name })}.csv`,
      mediaType: 'text/csv;charset=utf-8',
      base64: asBase64(csv),
    });
  };
  return (
    <Button variant="quiet" icon={<FileSpreadsheet aria-hidden />} onPress={save}>
      {text('ui/networkEdit/file/template')}
    </Button>
  );
}

function useChosen(onChosen: (plan: ChosenPlan) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (find: () => Promise<File | null>) => {
    setProblem(null);
    try {
      const file = await find();
      const read = file === null ? null : await readPlanFile(file);
      if (file === null || read === null) setProblem('no-file');
      else if (read.ok) onChosen({ name: file.name, text: read.text, encoding: read.encoding });
      else setProblem(read.problem);
    } catch {
      // A folder, or a file that was moved between the drop and the reading.
      setProblem('unreadable');
    }
  };
  return { problem, take };
}

/** Choose or drop; the file is read here and is sent nowhere. */
export function ChoosePlan({ onChosen }: { readonly onChosen: (plan: ChosenPlan) => void }) {
  const text = useText();
  const { problem, take } = useChosen(onChosen);
  return (
    <div className={styles['stack']}>
      <p>{text('ui/networkEdit/file/intro')}</p>
      <DropZone
        className={cx(styles['drop'])}
        onDrop={({ items }) => void take(() => firstFile(items))}
      >
        <Text slot="label">{text('ui/networkEdit/file/drop')}</Text>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
          onSelect={(files) => void take(async () => files?.[0] ?? null)}
        >
          <Button variant="primary" icon={<FileUp aria-hidden />} autoFocus>
            {text('ui/networkEdit/file/choose')}
          </Button>
        </FileTrigger>
        {problem === null ? null : (
          <p className={styles['stop']} role="alert">
            <Shape name="cross" />
            {text(`ui/networkEdit/file/problems/${problem}`)}
          </p>
        )}
      </DropZone>
      <p className={styles['columns']}>{text('ui/networkEdit/file/columns')}</p>
      <div>
        <SaveTemplate />
      </div>
    </div>
  );
}
