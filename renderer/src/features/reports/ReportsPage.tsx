import { useText } from '../../i18n/use-text.ts';

export function ReportsPage() {
  const text = useText();
  return <h1>{text('ui/reports/title')}</h1>;
}
