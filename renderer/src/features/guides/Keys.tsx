import { Fragment } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { TextKey } from '../../i18n/words.ts';
import styles from '../devices/dialogs/dialogs.module.css';
import { shortcutText } from '../devices/platform.ts';

type KeyLine = readonly [keys: readonly string[], meaning: TextKey];

const groups: readonly { readonly title: TextKey; readonly lines: readonly KeyLine[] }[] = [
  {
    title: 'ui/devices/help/page',
    lines: [
      [['F5', 'Ctrl+R'], 'ui/devices/help/keys/refresh'],
      [['Ctrl+F'], 'ui/devices/help/keys/find'],
      [['Ctrl+S'], 'ui/devices/help/keys/export'],
      [['Ctrl+U'], 'ui/devices/help/keys/unbind'],
      [['Ctrl+D'], 'ui/devices/help/keys/addDevice'],
      [['Ctrl+Z'], 'ui/devices/help/keys/undo'],
      [['F6', 'Shift+F6'], 'ui/devices/help/keys/zone'],
      [['Esc'], 'ui/devices/help/keys/escape'],
      [['F1'], 'ui/devices/help/keys/help'],
    ],
  },
  {
    title: 'ui/devices/help/table',
    lines: [
      [['↑', '↓'], 'ui/devices/help/keys/move'],
      [['←', '→'], 'ui/devices/help/keys/sideways'],
      [['Home', 'End'], 'ui/devices/help/keys/ends'],
      [['PgUp', 'PgDn'], 'ui/devices/help/keys/page'],
      [['Space'], 'ui/devices/help/keys/toggle'],
      [['Ctrl+A'], 'ui/devices/help/keys/all'],
      [['Enter'], 'ui/devices/help/keys/open'],
      [['F2'], 'ui/devices/help/keys/rename'],
      [['Ctrl+E'], 'ui/devices/help/keys/editNetwork'],
      [['Del'], 'ui/devices/help/keys/remove'],
      [['Ctrl+C'], 'ui/devices/help/keys/copy'],
      [['Shift+F10'], 'ui/devices/help/keys/menu'],
    ],
  },
  {
    title: 'ui/devices/help/header',
    lines: [
      [['Enter'], 'ui/devices/help/keys/sort'],
      [['Shift+Enter'], 'ui/devices/help/keys/sortAlso'],
      [['Shift+←', 'Shift+→'], 'ui/devices/help/keys/width'],
      [['Alt+←', 'Alt+→'], 'ui/devices/help/keys/shift'],
    ],
  },
];

/** Every key, and the two words of the table that are most often asked about. */
export function Keys() {
  const text = useText();
  return (
    <>
      <div className={styles['helpColumns']}>
        {groups.map(({ title, lines }) => (
          <section key={title}>
            <h3>{text(title)}</h3>
            <dl className={styles['keys']}>
              {lines.map(([keys, meaning]) => (
                <Fragment key={meaning}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{shortcutText(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{text(meaning)}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>{text('ui/devices/help/about/state')}</p>
      <p>{text('ui/devices/help/about/unknown')}</p>
    </>
  );
}
