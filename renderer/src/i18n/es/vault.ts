import type { vaultUiEn } from '../en/vault.ts';
import type { Translation } from '../translation.ts';

export const vaultUiEs: Translation<typeof vaultUiEn> = {
  title: 'Caja fuerte',
};
