import type { vaultUiEn } from '../en/vault.ts';
import type { Translation } from '../translation.ts';

export const vaultUiIt: Translation<typeof vaultUiEn> = {
  title: 'Cassaforte',
};
