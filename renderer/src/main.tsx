import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import { App } from './App.tsx';
import { createDevicesState } from './features/devices/devices-state.tsx';
import { resolveLocale, setLocale } from './i18n/use-text.ts';
import { loadParts } from './later/parts.ts';
import { createSession, defaultSettings } from './state/session.ts';
import { until } from './state/value-store.ts';
import { chooseTransport } from './transport/choose.ts';
import { systemTheme } from './use-appearance.ts';

/** So long an empty window is no riddle yet. */
const settingsPatienceMs = 1000;
/** What is not on the first screen stays out of the way of the list so long. */
const listPatienceMs = 5000;

const matches = (query: string) => window.matchMedia(query).matches;

// Before the first paint and before the settings have come: as the system wants it.
document.documentElement.dataset['theme'] = systemTheme(
  matches('(prefers-contrast: more)'),
  matches('(prefers-color-scheme: dark)'),
);
const systemLanguage = setLocale(resolveLocale(null, navigator.languages));

const session = createSession({
  ...chooseTransport(),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
});

const devices = createDevicesState(session);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Nothing is drawn in a language that the settings would change a moment later. While the host is slow to
// tell them, it is the system's.
const areSettingsTold = until(
  session.settings,
  (settings) => settings !== defaultSettings,
  settingsPatienceMs,
);
await Promise.all([systemLanguage, areSettingsTold]);
await setLocale(resolveLocale(session.settings.get().locale, navigator.languages));
createRoot(root).render(
  <StrictMode>
    <App session={session} devices={devices} />
  </StrictMode>,
);

await until(session.hasLoaded, (hasLoaded) => hasLoaded, listPatienceMs);
window.requestIdleCallback(loadParts, { timeout: 1000 });
