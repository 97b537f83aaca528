import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import styles from './guides.module.css';
import { targetOf } from './model/list.ts';
import { isScreen, useScreens } from './use-screens.ts';

interface LinkProps {
  readonly href?: string;
  readonly children?: ReactNode;
}

interface PlainProps {
  readonly children?: ReactNode;
}

function createLink(onGuide: (id: string) => void) {
  return function Link({ href, children }: LinkProps) {
    const { dialog } = useDevices();
    const isFormOpen = useStore(dialog) !== null;
    const open = useScreens();
    const target = targetOf(href);
    if (target.kind === 'guide') {
      return (
        <button type="button" className={styles['link']} onClick={() => onGuide(target.id)}>
          {children}
        </button>
      );
    }
    // Over a form the screen is only named: going there would throw away what was typed.
    if (target.kind === 'none' || isFormOpen || !isScreen(target.name)) {
      return <strong>{children}</strong>;
    }
    const { name } = target;
    return (
      <button type="button" className={styles['link']} onClick={() => open(name)}>
        {children}
      </button>
    );
  };
}

/** Tables are wider than a narrow window; the table scrolls, not the page, and by keyboard too. */
function Table({ children }: PlainProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <div className={styles['table']} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}

const noHref = (value: string) => (/^(guide|screen):/.test(value) ? value : null);

export interface GuideBodyProps {
  readonly body: string;
  readonly onGuide: (id: string) => void;
}

/** The Markdown of a guide as elements: no HTML is read, no address is led to. */
export function GuideBody({ body, onGuide }: GuideBodyProps) {
  const options = useMemo(
    () =>
      ({
        disableParsingRawHTML: true,
        disableAutoLink: true,
        forceBlock: true,
        wrapper: 'div',
        sanitizer: noHref,
        overrides: {
          a: createLink(onGuide),
          table: Table,
          // The library gives headings ids made of their words; two guides at once would have one twice.
          h2: ({ children }: PlainProps) => <h2>{children}</h2>,
          h3: ({ children }: PlainProps) => <h3>{children}</h3>,
          img: () => null,
        },
      }) satisfies MarkdownToJSX.Options,
    [onGuide],
  );
  return <Markdown options={options}>{body}</Markdown>;
}
