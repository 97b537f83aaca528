import { rpFilterRisks } from '../../discovery/rp-filter.ts';
import { type Check, checkOf, type DoctorContext, evidenceAbout, names } from '../context.ts';

/** Who has UDP 37020? */
export const checkPort: Check = (context) => {
  const { number, mode, holder } = context.status.port;
  const program = holder ?? context.facts.portHolder;
  const evidence = [
    `UDP ${number}: ${mode}`,
    ...(program === null ? [] : [`also held by: ${program}`]),
    ...evidenceAbout(context, /37020|port holder/i),
  ];
  const params = { port: number, holder: program ?? '?' };
  const tell = (finding: string, verdict: 'ok' | 'warning' | 'problem' | 'unknown') =>
    checkOf('port-holder', {
      verdict,
      finding,
      params,
      evidence,
      ...(verdict === 'ok' || verdict === 'unknown' ? {} : { advice: 'close-other-program' }),
    });
  if (context.status.startedAt === null) return tell('port-not-tried', 'unknown');
  if (mode === 'closed') return tell('port-closed', 'problem');
  if (mode === 'ephemeral') return tell(program === null ? 'port-held' : 'port-held-by', 'warning');
  return tell(program === null ? 'port-ok' : 'port-shared-with', 'ok');
};

/** Linux drops replies whose sender it has no route back to. */
export const checkRpFilter: Check = (context) => {
  const { facts } = context;
  if (facts.platform !== 'linux') {
    return checkOf('rp-filter', { verdict: 'not-applicable', finding: 'rp-filter-linux-only' });
  }
  const evidence = evidenceAbout(context, /rp_filter|route/i);
  const risks = rpFilterRisks(facts, context.enabled);
  if (risks === null) {
    return checkOf('rp-filter', { verdict: 'unknown', finding: 'rp-filter-unreadable', evidence });
  }
  for (const { name, value } of risks) evidence.push(`${name}: effective rp_filter ${value}`);
  if (risks.length === 0) {
    return checkOf('rp-filter', { verdict: 'ok', finding: 'rp-filter-ok', evidence });
  }
  return checkOf('rp-filter', {
    verdict: 'warning',
    finding: 'rp-filter-drops',
    advice: 'relax-rp-filter',
    params: { adapters: names(risks), adapter: risks[0]?.adapter ?? '' },
    evidence,
  });
};

/** Windows: a public profile whose firewall keeps replies out. Read, never changed. */
export const checkFirewall: Check = (context) => {
  const { facts } = context;
  if (facts.platform !== 'win32') {
    return checkOf('firewall', { verdict: 'not-applicable', finding: 'firewall-windows-only' });
  }
  const evidence = evidenceAbout(context, /firewall|profile|netsh/i);
  if (facts.firewall === null) {
    return checkOf('firewall', { verdict: 'unknown', finding: 'firewall-unreadable', evidence });
  }
  const on = new Set(context.enabled.flatMap(({ id, name }) => [id, name]));
  const mine = facts.firewall.filter(({ adapter }) => on.has(adapter));
  for (const { adapter, profile, isOn } of mine) {
    evidence.push(`${adapter}: profile ${profile}, firewall ${isOn ? 'on' : 'off'}`);
  }
  if (mine.length === 0) {
    return checkOf('firewall', { verdict: 'unknown', finding: 'firewall-unreadable', evidence });
  }
  const guarded = mine.filter(({ isOn }) => isOn);
  const isPublic = guarded.filter(({ profile }) => profile.toLowerCase() === 'public');
  const hears = context.heard.sadp > 0;
  evidence.push(`replies heard: ${context.heard.sadp}`);
  if (guarded.length === 0) {
    return checkOf('firewall', { verdict: 'ok', finding: 'firewall-off', evidence });
  }
  if (hears) return checkOf('firewall', { verdict: 'ok', finding: 'firewall-lets-in', evidence });
  const adapters = (isPublic.length > 0 ? isPublic : guarded).map(({ adapter }) => adapter);
  return checkOf('firewall', {
    verdict: isPublic.length > 0 ? 'problem' : 'warning',
    finding: isPublic.length > 0 ? 'firewall-public' : 'firewall-on-silent',
    advice: 'allow-in-firewall',
    params: { adapters: adapters.join(', ') },
    evidence,
  });
};

/** macOS 15 and newer asks once whether a program may use the local network; a no is silent. */
export const checkLocalNetwork: Check = (context) => {
  if (context.facts.platform !== 'darwin') {
    return checkOf('local-network-permission', {
      verdict: 'not-applicable',
      finding: 'local-network-mac-only',
    });
  }
  const evidence = [
    `replies heard: ${context.heard.sadp}`,
    ...sendProblems(context),
    ...evidenceAbout(context, /local network|permission/i),
  ];
  if (context.heard.sadp > 0) {
    return checkOf('local-network-permission', {
      verdict: 'ok',
      finding: 'local-network-works',
      evidence,
    });
  }
  const isRefused = sendProblems(context).length > 0;
  return checkOf('local-network-permission', {
    verdict: isRefused ? 'problem' : 'unknown',
    finding: isRefused ? 'local-network-refused' : 'local-network-untold',
    advice: 'allow-local-network',
    evidence,
  });
};

/** A refused permission looks like a failed send ("no route to host") on that system. */
function sendProblems({ status }: DoctorContext): string[] {
  return status.adapters
    .filter(
      ({ enabled, problem }) => enabled && (problem === 'permission' || problem === 'send-failed'),
    )
    .map(({ name, problem }) => `${name}: ${problem ?? ''}`);
}

/** Datagrams the system threw away because they came faster than they were read. */
export const checkDropped: Check = (context) => {
  const dropped = context.facts.droppedDatagrams ?? context.status.counters.dropped;
  const evidence = evidenceAbout(context, /RcvbufErrors|dropped/i);
  if (dropped === null) {
    return checkOf('dropped', { verdict: 'unknown', finding: 'dropped-untold', evidence });
  }
  evidence.push(`dropped since the start: ${dropped}`);
  if (dropped === 0)
    return checkOf('dropped', { verdict: 'ok', finding: 'dropped-none', evidence });
  return checkOf('dropped', {
    verdict: 'warning',
    finding: 'dropped-some',
    advice: 'search-again',
    params: { dropped },
    evidence,
  });
};
