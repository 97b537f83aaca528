export const vaultUiEn = {
  title: 'Vault',
};
