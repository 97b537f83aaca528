/**
 * Closed lists from which the wire's schemas and the screen's choices are both made. They stand apart from
 * the schemas because the screen does not load `zod`; the area's own file hands them on.
 */

export const deviceKinds = ['camera', 'recorder', 'intercom', 'panel', 'unknown'] as const;

export const presences = ['online', 'stale', 'offline', 'never'] as const;

export const sightingSources = ['sadp', 'sweep', 'onvif', 'book'] as const;

/** Whose device it is. `other` answers on a probed port but is not of the Hikvision family. */
export const vendors = ['hikvision', 'ezviz', 'oem', 'other', 'unknown'] as const;

export const loginStates = ['proven', 'refused', 'untested'] as const;

/** A login of one device, of every device of a site, or of a group that shares a password. */
export const credentialScopes = ['device', 'site', 'group'] as const;

/**
 * `current`: what is used; with `provenAt` it is the last-known-good one. `pending`: was sent as a new
 * password and not confirmed. `aside`: an earlier one, or what lost in a merge; never tried by itself.
 */
export const credentialStates = ['current', 'pending', 'aside'] as const;

/** What a case tracks. One device may have several, of each kind at most one open. */
export const caseKinds = [
  'reset-button',
  /** Restore, default or restore to inactive, sent by this tool. */
  'software-reset',
  /** Hik-ProConnect request that the owner answers in Hik-Connect. */
  'portal-reset',
  'reset-file',
  'email-code',
  'security-questions',
  'guid-file',
  'recorder-menu',
  'owner-unbind',
  'phone-unbind',
  'support-case',
  /** The closing list after an unbind. */
  'after-unbind',
] as const;

export const deadlineIds = [
  'portal-request',
  'file-warn',
  'file-expire',
  'email-code',
  /** Until when somebody (support, the owner) is to answer; set by a person. */
  'answer',
  'watch',
  'lock',
] as const;

export const attachmentKinds = [
  'label-photo',
  'invoice-photo',
  'reset-request',
  'reset-answer',
  'qr',
  'guid-file',
  'backup',
  'other',
] as const;

export const ownerMessages = [
  'delete-in-app',
  'delete-in-portal',
  'forgot-account',
  'forgot-password',
  'agree-portal-reset',
  'portal-reset-again',
  'update-app',
  'remove-shared-users',
  'two-step-login',
  'bind-anew',
  'scan-email-code',
  /** To the vendor's support, not to the owner. */
  'ask-support-again',
] as const;

export const reportFormats = ['html', 'xlsx', 'csv', 'json'] as const;

export const exportFormats = ['csv', 'xlsx', 'json'] as const;

export const filterOps = ['contains', 'is', 'is-not', 'is-known', 'is-unknown'] as const;

/** `system` follows the operating system; high contrast is for reading in the sun. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;

export const densities = ['compact', 'normal'] as const;

export const locales = ['en', 'it', 'es'] as const;

/** The operator's explicit word to try although the lockout guard advises against it. */
export const overrideWords = ['TRY ANYWAY'] as const;
