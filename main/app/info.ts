import type { AppInfo } from '../contract/methods.ts';
import type { AppConfig } from './config.ts';

/** What this program is and where it runs. */
export function infoOf(config: AppConfig): AppInfo {
  return {
    version: config.version,
    host: config.host,
    platform: process.platform,
    node: process.versions.node,
    dataDir: config.dataDir ?? '',
    isDemo: config.isDemo,
    bytesOutsideLan: config.network.bytesOutsideLan(),
  };
}
