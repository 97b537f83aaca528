import type { Settings, SettingsPatch, TableLayout } from '../../contract/settings.ts';
import type { Store } from '../../store/open.ts';

export interface SettingsServiceOptions {
  readonly store: Store;
  readonly siteId: () => string;
  readonly onChange: (settings: Settings) => void;
}

/** Settings of the program and the table layout of each site. Both are stored at once. */
export class SettingsService {
  readonly #options: SettingsServiceOptions;
  #current: Settings;

  constructor(options: SettingsServiceOptions) {
    this.#options = options;
    this.#current = options.store.settings.get();
  }

  get(): Settings {
    return this.#current;
  }

  set(patch: SettingsPatch): Settings {
    const told = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    return this.#save({ ...this.#stored(), ...told });
  }

  /** `null` gives the choice back to the rule for the adapter's kind. */
  setAdapter(id: string, isEnabled: boolean | null): Settings {
    const stored = this.#stored();
    const { [id]: _old, ...others } = stored.adapters;
    const adapters = isEnabled === null ? others : { ...others, [id]: isEnabled };
    return this.#save({ ...stored, adapters });
  }

  /** When the vault locks by itself and when it reminds; 0 never. */
  setVault(patch: Partial<Pick<Settings, 'vaultIdleMinutes' | 'vaultRemindDays'>>): Settings {
    return this.#save({ ...this.#stored(), ...patch });
  }

  layout(): TableLayout {
    return this.#options.store.settings.layout(this.#options.siteId());
  }

  setLayout(layout: TableLayout): TableLayout {
    const { store, siteId } = this.#options;
    store.settings.setLayout(siteId(), layout);
    return store.settings.layout(siteId());
  }

  /** Read anew, because another process may have changed another key since. */
  #stored(): Settings {
    return this.#options.store.settings.get();
  }

  #save(next: Settings): Settings {
    this.#current = this.#options.store.settings.set(next);
    this.#options.onChange(this.#current);
    return this.#current;
  }
}
