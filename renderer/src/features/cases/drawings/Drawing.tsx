import type { ResetCard } from '../../../../../main/contract/recovery.ts';
import { useText } from '../../../i18n/use-text.ts';
import { cameraDrawings } from './cameras.tsx';
import { otherDrawings } from './others.tsx';
import { Sketch } from './sketch.tsx';

type Family = ResetCard['family'];

const drawings: Readonly<Record<Family, React.ReactNode>> = { ...cameraDrawings, ...otherDrawings };
const unmarked: ReadonlySet<Family> = new Set(['recorder-no-button', 'value-no-button', 'unknown']);

/** The family's housing, with the place of the button where there is one. */
export function Drawing({ family }: { readonly family: Family }) {
  const text = useText();
  const name = text(`families/${family}/name`);
  const key = unmarked.has(family) ? 'ui/cases/card/noDrawing' : 'ui/cases/card/drawing';
  return <Sketch label={text(key, { family: name })}>{drawings[family]}</Sketch>;
}
