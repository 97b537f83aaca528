/** The dialogs of this feature; one at a time, like every dialog of the page. */
export type VaultDialog =
  | { readonly kind: 'vault-unlock' }
  | { readonly kind: 'vault-make' }
  | { readonly kind: 'vault' };
