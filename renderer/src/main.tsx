import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Settings } from '../../main/contract/settings.ts';
import './styles/base.css';
import { App } from './App.tsx';
import { createDevicesState } from './features/devices/devices-state.tsx';
import { resolveLocale, setLocale } from './i18n/use-text.ts';
import { whenIdle } from './idle.ts';
import { loadParts } from './later/parts.ts';
import { createSession } from './state/session.ts';
import { until } from './state/value-store.ts';
import { chooseTransport } from './transport/choose.ts';
import { createClient } from './transport/client.ts';
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
const wire = chooseTransport();

/** `null` from a host that is lost or slow: then the page begins as the system wants it, and follows later. */
function settingsOfHost(): Promise<Settings | null> {
  const told = createClient(wire.transport).call('settings.get', {});
  const tooLate = new Promise<null>((done) => {
    window.setTimeout(() => done(null), settingsPatienceMs);
  });
  // The session asks again with the list, and says "Reconnecting…" if that fails too.
  return Promise.race([told.catch(() => null), tooLate]);
}

// Before the list is asked for: a core that gathers thousands of rows answers nothing else meanwhile, and
// nothing may be drawn in a language that the settings would change a moment later.
const [settings] = await Promise.all([
  settingsOfHost(),
  setLocale(resolveLocale(null, navigator.languages)),
]);
await setLocale(resolveLocale(settings?.locale ?? null, navigator.languages));

const session = createSession({
  ...wire,
  ...(settings === null ? {} : { settings }),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
});
const devices = createDevicesState(session);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App session={session} devices={devices} />
  </StrictMode>,
);

await until(session.hasLoaded, (hasLoaded) => hasLoaded, listPatienceMs);
whenIdle(loadParts, 1000);
