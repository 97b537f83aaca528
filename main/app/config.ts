import type { AppInfo } from '../contract/methods.ts';
import type { Clock } from '../ports/clock.ts';
import type { Crypto } from '../ports/crypto.ts';
import type { GuideSource } from '../ports/guides.ts';
import type { HttpClient } from '../ports/http-client.ts';
import type { Log } from '../ports/log.ts';
import type { NameResolver } from '../ports/name-resolver.ts';
import type { Network } from '../ports/network.ts';
import type { Random } from '../ports/random.ts';
import type { TrainingSiteControls } from '../ports/training.ts';
import type { CredentialVault } from '../ports/vault.ts';
import type { VaultBoxes } from '../ports/vault-boxes.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';

/** What a host gives the core: its ports, and how it wants to be served. */
export interface AppConfig {
  readonly host: AppInfo['host'];
  readonly version: string;
  /** Folder of the data file `untether.db`; `null` keeps everything in memory. */
  readonly dataDir: string | null;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly isDemo: boolean;
  /** The hands of the training site; nothing is done to devices "by hand" without them. */
  readonly training?: TrainingSiteControls;
  /** `continuous`: search at the start and every 15 s, listen always. `manual`: only when asked to. */
  readonly discovery: 'continuous' | 'manual';
  /** Adapter ids, names or addresses that are on for this run; all others are off. */
  readonly only?: readonly string[] | undefined;
  /** Answers that do not fit the contract are errors; the default for the host `test`. */
  readonly isStrict?: boolean;
  /** Without it nothing that needs a password can be sent. */
  readonly crypto?: Crypto;
  /** Without it no device is reached over HTTP. */
  readonly http?: HttpClient;
  /** Without it a name of the device book does not resolve. */
  readonly names?: NameResolver;
  /** What the vault seals with; without it and `boxes` no password is kept between runs. */
  readonly vaultCrypto?: VaultCrypto;
  readonly boxes?: VaultBoxes;
  /** Takes the place of the vault in the data file; tests bring one. */
  readonly vault?: CredentialVault;
  /** Texts of the knowledge base; there are none when absent. */
  readonly guides?: GuideSource;
  /** Who sits here and at which machine, for the audit. */
  readonly operator?: { readonly user: string; readonly machine: string };
  /** The end of the log file, redacted; `null` where there is none. For the package for support. */
  readonly logTail?: () => string | null;
  /** Takes secrets out of a text by their shape; every log line goes through it. */
  readonly redact?: (text: string) => string;
  /** Asked for owners of jobs; the operating system answers when absent. */
  readonly isProcessAlive?: (pid: number) => boolean;
}
