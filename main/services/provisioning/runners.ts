import type { ItemRunner } from '../jobs/types.ts';
import { createActivateRunner } from './activate-runner.ts';
import { createCloudRunner } from './cloud-runner.ts';
import { createPasswordRunner } from './http/password-runner.ts';
import { createRebootRunner } from './http/reboot-runner.ts';
import { createResetRunner } from './http/reset-runner.ts';
import { createLocateRunner } from './locate-runner.ts';
import { createNetworkRunner } from './network-runner.ts';
import type { RunnerOptions } from './options.ts';
import { createRestoreRunner } from './restore-runner.ts';
import { createPanelRunner, createUnbindRunner } from './unbind-runner.ts';
import { createVerificationCodeRunner } from './verification-code-runner.ts';

/** What one kind of job does to one device, for every kind. */
// biome-ignore lint/suspicious/noExplicitAny: runners differ in their input; only they look into it
export function createRunners(options: RunnerOptions): readonly ItemRunner<any>[] {
  return [
    createNetworkRunner(options),
    createActivateRunner(options),
    createUnbindRunner(options),
    createPanelRunner(options),
    createCloudRunner(options),
    createVerificationCodeRunner(options),
    createRestoreRunner(options),
    createLocateRunner(options),
    createPasswordRunner(options),
    createRebootRunner(options),
    createResetRunner(options),
  ];
}
