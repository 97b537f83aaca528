import { useText } from '../../i18n/use-text.ts';

export function GuidesPage() {
  const text = useText();
  return <h1>{text('ui/guides/title')}</h1>;
}
