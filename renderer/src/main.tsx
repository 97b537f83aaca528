import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import { App } from './App.tsx';
import { createDevicesState } from './features/devices/devices-state.tsx';
import { resolveLocale, setLocale } from './i18n/use-text.ts';
import { createSession } from './state/session.ts';
import { chooseTransport } from './transport/choose.ts';
import { systemTheme } from './use-appearance.ts';

const matches = (query: string) => window.matchMedia(query).matches;

// Before the first paint and before the settings have come: as the system wants it.
document.documentElement.dataset['theme'] = systemTheme(
  matches('(prefers-contrast: more)'),
  matches('(prefers-color-scheme: dark)'),
);
setLocale(resolveLocale(null, navigator.languages));

const session = createSession({
  ...chooseTransport(),
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
