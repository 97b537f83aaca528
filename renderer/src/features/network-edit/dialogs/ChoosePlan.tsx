import { FileSpreadsheet } from 'lucide-react';
import { shownSiteName } from '../../../../../main/contract/text/given-names.ts';
import { Button } from '../../../components/Button.tsx';
import { useLocale, useText } from '../../../i18n/use-text.ts';
import { useSession } from '../../../state/app-context.tsx';
import { saveFile } from '../../export/save-file.ts';
import { asBase64, planAsCsv } from '../model/plan-csv.ts';
import { type ChosenTable, planLimitChars } from '../model/table-file.ts';
import { templateLines } from '../model/template.ts';
import styles from '../plan/plan.module.css';
import { TableFile } from './TableFile.tsx';

/** The list of this site as a plan to fill in: what is read back is what was written. */
function SaveTemplate() {
  const { fleet, site } = useSession();
  const text = useText();
  const locale = useLocale();
  const save = () => {
    const lines = templateLines([...fleet.rows()]);
    const csv = planAsCsv(lines, locale, { state: () => '', problems: () => '' });
    saveFile({
      fileName: `${text('ui/networkEdit/file/templateName', { site: shownSiteName(site.get().name, locale) })}.csv`,
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

/** Choose or drop; the file is read on this computer and is sent nowhere. */
export function ChoosePlan({ onChosen }: { readonly onChosen: (table: ChosenTable) => void }) {
  const text = useText();
  return (
    <div className={styles['stack']}>
      <p>{text('ui/networkEdit/file/intro')}</p>
      <TableFile maxChars={planLimitChars} onChosen={onChosen} />
      <p className={styles['columns']}>{text('ui/networkEdit/file/columns')}</p>
      <div>
        <SaveTemplate />
      </div>
    </div>
  );
}
