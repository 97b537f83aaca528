import type { AppInfo } from '../../../../main/contract/methods.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Mark } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useQuery } from '../../state/app-context.tsx';
import styles from './AboutDialog.module.css';

function linesOf(info: AppInfo, text: TextLookup): readonly (readonly [string, string])[] {
  return [
    [text('ui/about/version'), info.version],
    [text('ui/about/runsAs'), text(`ui/about/hosts/${info.host}`)],
    [text('ui/about/system'), `${info.platform} · Node ${info.node}`],
    [text('ui/about/data'), info.dataDir],
    [text('ui/about/licence'), text('ui/about/licenceName')],
  ];
}

function Sent({ bytes }: { readonly bytes: number }) {
  const text = useText();
  const format = useFormat();
  return (
    <div>
      {bytes === 0 ? (
        <Mark shape="tick" tone="verified" word={text('ui/about/sentNone')} />
      ) : (
        <Mark
          shape="cross"
          tone="failed"
          word={text('ui/about/sentSome', { number: format.number(bytes) })}
        />
      )}
      <p className={styles['dim']}>{text('ui/about/sentHow')}</p>
    </div>
  );
}

function About() {
  const text = useText();
  const { data, error, reload } = useQuery('app.info', {});
  if (error !== undefined) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === undefined) return null;
  const lines = linesOf(data, text);
  const sentLine = `${text('ui/about/sent')}: ${data.bytesOutsideLan}`;
  return (
    <div className={styles['stack']}>
      <p>{text('ui/about/purpose')}</p>
      <dl className={styles['facts']}>
        {lines.map(([name, value]) => (
          <div key={name} className={styles['pair']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Sent bytes={data.bytesOutsideLan} />
      <p className={styles['dim']}>{text('ui/about/notVendor')}</p>
      <div>
        <CopyButton
          isWide
          label={text('ui/about/copyAll')}
          textToCopy={() =>
            ['Untether', ...lines.map(([name, value]) => `${name}: ${value}`), sentLine].join('\n')
          }
        />
      </div>
    </div>
  );
}

export interface AboutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AboutDialog({ isOpen, onClose }: AboutDialogProps) {
  const text = useText();
  return (
    <Dialog title={text('ui/about/title')} isOpen={isOpen} onClose={onClose}>
      <About />
    </Dialog>
  );
}
