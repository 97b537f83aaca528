import { createHash } from 'node:crypto';
import type { Clock } from '../../main/ports/clock.ts';
import { toBase64 } from '../../main/protocol/base64.ts';
import { decodeDeviceInfo } from '../../main/protocol/isapi/device-info.ts';
import { configurationPath, paths } from '../../main/protocol/isapi/paths.ts';
import { decodeText } from '../../main/protocol/text.ts';
import { type Asks, marksOf, takeSnapshots } from '../../main/services/backup/snapshots.ts';
import {
  firmwareText,
  type RestoreConfigParams,
} from '../../main/services/provisioning/http/restore-config-runner.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { SimDevice } from '../../main/simulator/device.ts';
import type { Fleet } from '../../main/simulator/fleet.ts';
import { createMemoryHttpClient } from '../../main/simulator/net-http.ts';

const secretKey = 'Key4Backup';

/** A device's own file and what it shows now, as the program keeps them in a job. */
export async function backupOf(
  fleet: Fleet,
  device: SimDevice,
  clock: Clock,
): Promise<RestoreConfigParams> {
  const client = createMemoryHttpClient({ fleet, clock });
  const asks: Asks = {
    async request(request) {
      const answer = await client.request({
        ...{ host: device.address, port: 80, isTls: false, ...request },
        ...{ timeoutMs: 60_000, maxBytes: 4_000_000 },
        credentials: { user: 'admin', password: trainingPassword },
      });
      if (answer.kind !== 'ok') throw new Error(`${request.path}: ${answer.kind}`);
      const text = decodeText(answer.body);
      const { status, body } = answer;
      return { kind: 'ok', status, body, text: text.ok ? text.text : '' };
    },
  };
  const info = await bodyOf(asks, paths.deviceInfo);
  const told = decodeDeviceInfo(info);
  if (!told.ok) throw new Error('the device does not say what it is');
  const file = await bodyOf(asks, configurationPath(secretKey));
  const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
  const marks = marksOf(await takeSnapshots(asks), sha256);
  const { model, serial } = told.value;
  return {
    ...{ secretKey, secretFile: toBase64(file), model, firmware: firmwareText(told.value) },
    ...{ bytes: file.length, sha256: sha256(file).toString('hex'), madeOn: serial },
    ...{ madeAt: clock.now(), marks },
  };
}

async function bodyOf(asks: Asks, path: string): Promise<Uint8Array> {
  const answer = await asks.request({ method: 'GET', path });
  if (answer.kind !== 'ok') throw new Error(`${path}: ${answer.reason}`);
  return answer.body;
}
