import { useText } from '../../i18n/use-text.ts';

export function CasesPage() {
  const text = useText();
  return <h1>{text('ui/cases/title')}</h1>;
}
