import type { DoctorCheck, DoctorCheckId } from '../network.ts';

/** Findings and advice of the doctor. The keys are those that `main/services/doctor` gives out. */
export const doctorEn = {
  verdicts: {
    ok: 'OK',
    warning: 'Look at this',
    problem: 'Problem',
    unknown: 'Cannot tell',
    'not-applicable': 'Does not apply',
  } satisfies Record<DoctorCheck['verdict'], string>,
  checks: {
    adapters: 'Network adapters',
    addresses: 'Addresses of this computer',
    'multicast-join': 'Multicast group joined',
    'port-holder': 'Port 37020',
    'rp-filter': 'Replies from other subnets (rp_filter)',
    firewall: 'Firewall',
    'local-network-permission': 'Local network permission',
    vpn: 'VPN',
    replies: 'Replies from devices',
    recorder: 'Recorder in the way',
    dropped: 'Dropped datagrams',
  } satisfies Record<DoctorCheckId, string>,
  findings: {
    'adapters-none': 'This computer has no network adapter that can be used.',
    'adapters-all-off': 'Every network adapter is switched off in Untether.',
    'adapters-failed': 'The search does not work on: {{failed}}.',
    'adapters-some-off': 'Switched off in Untether although connected: {{off}}.',
    'adapters-ok': 'The search leaves by: {{on}}.',
    'addresses-none': 'No adapter that is switched on has an IPv4 address.',
    'addresses-link-local':
      'Only a self-assigned address (169.254.x.x) on: {{adapters}}. No DHCP server answered.',
    'addresses-same-subnet':
      'Two adapters are in the same subnet: {{adapters}}. The system uses only one of them.',
    'addresses-ok': 'The adapters have usable addresses.',
    'join-not-tried': 'The search is not running, so the group was not joined.',
    'join-ok': 'The system accepted the multicast group on every adapter that is switched on.',
    'join-refused': 'The system refused the multicast group on: {{adapters}}.',
    'port-not-tried': 'The search is not running, so the port was not opened.',
    'port-closed': 'UDP port {{port}} could not be opened, so nothing can be heard.',
    'port-held':
      'Another program holds UDP port {{port}}; the system does not tell which. Only devices that answer directly are heard.',
    'port-held-by':
      '{{holder}} holds UDP port {{port}}. Only devices that answer directly are heard.',
    'port-ok': 'UDP port {{port}} is open.',
    'port-shared-with': 'UDP port {{port}} is open and shared with {{holder}}.',
    'rp-filter-linux-only': 'Only Linux has this filter.',
    'rp-filter-unreadable': 'The system does not tell how this filter is set.',
    'rp-filter-ok': 'Replies from other subnets are let through.',
    'rp-filter-drops':
      'Linux drops replies of devices with a foreign address on: {{adapters}}. Devices at 192.168.1.64 may be missing.',
    'firewall-windows-only': 'This check reads the Windows firewall only.',
    'firewall-unreadable': 'The system does not tell how its firewall is set.',
    'firewall-off': 'The Windows firewall is off for the adapters in use.',
    'firewall-lets-in': 'The Windows firewall is on and replies come through.',
    'firewall-public':
      'The Windows firewall is on, the network counts as public, and no reply came through: {{adapters}}. It most likely keeps the replies out.',
    'firewall-on-silent':
      'The Windows firewall is on and no reply came through: {{adapters}}. It may keep the replies out.',
    'local-network-mac-only': 'Only macOS asks for this permission.',
    'local-network-works': 'Replies come through, so the permission is given.',
    'local-network-refused':
      'macOS refuses to send to the local network. Most likely the Local Network permission is off.',
    'local-network-untold':
      'No reply came, and macOS does not tell whether the Local Network permission is given.',
    'vpn-none': 'No VPN is connected.',
    'vpn-default-route': 'A VPN carries all traffic: {{adapters}}. It may also take the replies.',
    'vpn-on': 'The search also leaves by a VPN: {{adapters}}. Cameras are seldom there.',
    'vpn-off': 'A VPN is connected and left out of the search: {{adapters}}.',
    'replies-ok': 'Replies so far: {{replies}}. The path to devices works.',
    'replies-not-asked': 'Nothing was asked yet, so nothing could be answered.',
    'replies-sweep-only':
      'No device answered the group, but a sweep found devices: {{swept}}. Multicast is lost on the way.',
    'replies-none': 'No device answered at all.',
    'recorder-none': 'No recorder was found, so none hides cameras.',
    'recorder-channels-untold':
      'Recorders found: {{recorders}}. They do not tell how many cameras stand behind them.',
    'recorder-may-hide':
      'Recorders found: {{recorders}}, with {{channels}} network channels, but only {{cameras}} cameras are in the list. The others may be plugged into a recorder.',
    'recorder-cameras-seen':
      'Recorders found: {{recorders}}. As many cameras are in the list as they have network channels.',
    'dropped-untold': 'The system does not tell whether it dropped datagrams.',
    'dropped-none': 'No datagram was dropped.',
    'dropped-some': 'The system dropped {{dropped}} datagrams before they could be read.',
  },
  advice: {
    'connect-adapter': 'Plug in a network cable or join the Wi-Fi of the site.',
    'switch-adapter-on': 'Switch the adapter on in the adapter list.',
    'check-adapter':
      'Unplug the cable and plug it in again, or switch the adapter off and on in the adapter list.',
    'set-address':
      'Give the adapter a fixed address in the network of the cameras, for example 192.168.1.10 with mask 255.255.255.0.',
    'one-adapter-per-subnet':
      'Unplug one of the two, or switch the Wi-Fi off while the cable is in.',
    'disconnect-vpn': 'Disconnect the VPN and search again.',
    'switch-vpn-off': 'Switch the VPN off in the adapter list.',
    'close-other-program':
      'Close SADP Tool, iVMS-4200 or the program named above, then press Refresh.',
    'relax-rp-filter':
      'Run: sudo sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.{{adapter}}.rp_filter=0 (it lasts until the next start).',
    'allow-in-firewall':
      'Allow Untether in the Windows firewall for this kind of network, or set the network to Private. Until then, use a sweep.',
    'allow-local-network':
      'Open System Settings, Privacy & Security, Local Network, switch Untether on, then press Refresh.',
    'search-again': 'Press Refresh once or twice: devices that were missed answer again.',
    'check-multicast':
      'Plug into the switch of the cameras, or switch off AP isolation and IGMP snooping there. Devices found by sweep can be used.',
    sweep: 'Sweep the range the device should be in, and check its power and cable.',
    'look-behind-recorder':
      "Log in to the recorder and open its channel list, or plug this computer into one of the recorder's camera sockets.",
  },
};

/** The shape the other languages have: same keys, any text. */
export type DoctorText = typeof doctorEn;
