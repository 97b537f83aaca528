import { densities, themes } from '../../../../main/contract/lists.ts';
import type { Settings, SettingsPatch } from '../../../../main/contract/settings.ts';
import { Switch } from '../../components/Checkbox.tsx';
import { Choice } from '../../components/Choice.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Select } from '../../components/Select.tsx';
import { useAction } from '../../components/use-action.ts';
import { localeNames, locales } from '../../i18n/locales.ts';
import { useText } from '../../i18n/use-text.ts';
import { useChangeSettings, useSettings } from '../../state/app-context.tsx';
import { VaultSection } from '../vault/VaultSection.tsx';
import styles from './SettingsPage.module.css';

interface PartProps {
  readonly settings: Settings;
  readonly onChange: (patch: SettingsPatch) => void;
}

function Look({ settings, onChange }: PartProps) {
  const text = useText();
  return (
    <section className={styles['section']} aria-label={text('ui/settings/look')}>
      <h2>{text('ui/settings/look')}</h2>
      <Choice
        label={text('ui/settings/theme')}
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
        options={themes.map((id) => ({
          id,
          label: text(`ui/settings/themes/${id}`),
          ...(id === 'contrast' ? { detail: text('ui/settings/contrastHint') } : {}),
        }))}
      />
      <Choice
        label={text('ui/settings/density')}
        value={settings.density}
        onChange={(density) => onChange({ density })}
        options={densities.map((id) => ({ id, label: text(`ui/settings/densities/${id}`) }))}
      />
      <div className={styles['select']}>
        <Select
          label={text('ui/settings/language')}
          value={settings.locale ?? 'system'}
          onChange={(choice) => onChange({ locale: choice === 'system' ? null : choice })}
          options={[
            { id: 'system' as const, label: text('ui/settings/languageSystem') },
            ...locales.map((id) => ({ id, label: localeNames[id] })),
          ]}
        />
      </div>
    </section>
  );
}

function Privacy({ settings, onChange }: PartProps) {
  const text = useText();
  return (
    <section className={styles['section']} aria-label={text('ui/settings/privacy')}>
      <h2>{text('ui/settings/privacy')}</h2>
      <div>
        <Switch isSelected={settings.isPrivate} onChange={(isPrivate) => onChange({ isPrivate })}>
          {text('ui/settings/isPrivate')}
        </Switch>
        <p className={styles['hint']}>{text('ui/settings/isPrivateHint')}</p>
      </div>
    </section>
  );
}

/** Every setting takes effect at once; there is nothing to save. */
export function SettingsPage() {
  const text = useText();
  const settings = useSettings();
  const change = useChangeSettings();
  const action = useAction();
  const onChange = (patch: SettingsPatch) => void action.run(() => change(patch));
  return (
    <div className={styles['page']}>
      <h1>{text('ui/settings/title')}</h1>
      {action.error === null ? null : <ErrorNotice error={action.error} />}
      <Look settings={settings} onChange={onChange} />
      <Privacy settings={settings} onChange={onChange} />
      <VaultSection />
    </div>
  );
}
