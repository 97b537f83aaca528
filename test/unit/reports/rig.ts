import type { ReportRequest } from '../../../main/services/reports/context.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { type ActRig, createActRig } from '../../helpers/act-rig.ts';
import { vaultConfig } from '../../helpers/test-boxes.ts';

export const officePassphrase = 'four loud tractors';
/** Nowhere but in the vault and in the sealed report of the office. */
export const savedPassword = 'Lobby<7>&"x-secret';
export const secretsOfSite = [trainingPassword, savedPassword, 'Safe.9-note', 'ABCDEF'];

/** A finished site: two free devices, one that refused, a case, notes with more in them than is good. */
export async function finishedSite(): Promise<ActRig> {
  const rig = await createActRig({
    devices: [
      { model: 'DS-2CD2143G2-I', address: '192.168.1.20', cloud: 'bound' },
      { model: 'DS-2CD2347G2-LU', address: '192.168.1.21', cloud: 'unknown' },
      { model: 'DS-7608NI-K2/8P', address: '192.168.1.22', cloud: 'on' },
    ],
    config: {
      ...vaultConfig,
      version: '1.2.3',
      logTail: () =>
        `{"message":"Authorization: Digest response=abc, password: ${trainingPassword}"}`,
      redact: (text) => text.replace(/Digest \S+/g, 'Digest [redacted]'),
    },
  });
  const { core, clock } = rig;
  await core.vault.desk.init({ passphrase: 'seven blue ladders', useOs: false, acceptWeak: false });
  const note = 'By the door\npassword Safe.9-note\n[private] the owner is difficult';
  core.registry.edit(rig.id(0), { name: 'Gate <b>1</b>', note }, clock.now());
  core.registry.edit(rig.id(1), { note: `once ${savedPassword} here` }, clock.now());
  core.vault.credentials.save(
    { scope: 'device', device: rig.id(2) },
    { userName: 'operator7', password: savedPassword },
  );
  const job = await rig.wait(
    core.acts.provisioning.unbind(
      { ids: [rig.id(0), rig.id(1)], includeUnknown: true, waitForInternet: false, secrets: {} },
      { all: trainingPassword },
    ),
  );
  await rig.ended(job.id);
  core.recovery.cases.open({
    ...{ device: rig.id(2), kind: 'support-case', reason: 'no password', authorisedBy: 'Ms Rossi' },
  });
  const [one] = core.recovery.cases.list({ limit: 1 });
  core.recovery.cases.edit({ id: one?.id ?? '', fields: { caseNumber: 'HK-4711' } });
  return rig;
}

export async function report(
  rig: ActRig,
  request: Partial<ReportRequest> & Pick<ReportRequest, 'kind' | 'format'>,
) {
  const file = await rig.wait(rig.core.papers.reports.make({ locale: 'en', ...request }));
  return { ...file, bytes: Buffer.from(file.base64, 'base64') };
}
