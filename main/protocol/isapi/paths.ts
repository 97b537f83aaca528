/** Request paths, with their query where they need one. Source: the vendor's public guides. */
export const paths = {
  activateStatus: '/SDK/activateStatus',
  userCheck: '/ISAPI/Security/userCheck',
  deviceInfo: '/ISAPI/System/deviceInfo',
  status: '/ISAPI/System/status',
  time: '/ISAPI/System/time',
  capabilities: '/ISAPI/System/capabilities',
  discoveryMode: '/ISAPI/System/discoveryMode',
  reboot: '/ISAPI/System/reboot',
  networkCapabilities: '/ISAPI/System/Network/capabilities',
  networkInterfaces: '/ISAPI/System/Network/interfaces',
  ezviz: '/ISAPI/System/Network/EZVIZ',
  ezvizCapabilities: '/ISAPI/System/Network/EZVIZ/capabilities',
  adminAccesses: '/ISAPI/Security/adminAccesses',
  storage: '/ISAPI/ContentMgmt/Storage',
  hdStatus: '/ISAPI/System/workingstatus/hdStatus?format=json',
  streamingChannels: '/ISAPI/Streaming/channels',
  videoInputs: '/ISAPI/System/Video/inputs/channels',
  users: '/ISAPI/Security/users',
  proxyChannels: '/ISAPI/ContentMgmt/InputProxy/channels',
  proxySearch: '/ISAPI/ContentMgmt/InputProxy/search',
  proxyStatus: '/ISAPI/ContentMgmt/InputProxy/channels/status',
  challenge: '/ISAPI/Security/challenge',
  activate: '/ISAPI/System/activate',
  challengeV3: '/ISAPI/System/activate/GetChallengeV3?format=json',
  activateV3: '/ISAPI/System/activate/StartActivateV3?format=json',
} as const;

export function ipAddressPath(interfaceId: string): string {
  return `${paths.networkInterfaces}/${encodeURIComponent(interfaceId)}/ipAddress`;
}

export function interfacePath(interfaceId: string): string {
  return `${paths.networkInterfaces}/${encodeURIComponent(interfaceId)}`;
}

export function userPath(id: string): string {
  return `${paths.users}/${encodeURIComponent(id)}`;
}

/**
 * `full`: everything goes, the password too. `basic`: the network stays, and on cameras the users. Source:
 * the vendor's public guide; cameras' manuals differ on the users.
 */
export function factoryResetPath(mode: 'full' | 'basic'): string {
  return `/ISAPI/System/factoryReset?mode=${mode}`;
}

/** @param secretKey with which the device encrypts its file; firmware from before such keys takes no notice */
export function configurationPath(secretKey: string): string {
  return `/ISAPI/System/configurationData?secretkey=${encodeURIComponent(secretKey)}`;
}

export function proxyChannelStatusPath(channelId: string): string {
  return `${proxyChannelPath(channelId)}/status`;
}

export function proxyChannelPath(channelId: string): string {
  return `${paths.proxyChannels}/${encodeURIComponent(channelId)}`;
}

export function securityCapabilitiesPath(user: string): string {
  return `/ISAPI/Security/capabilities?username=${encodeURIComponent(user)}`;
}

export function sessionLoginPath(user: string): string {
  return `/ISAPI/Security/sessionLogin/capabilities?username=${encodeURIComponent(user)}`;
}
