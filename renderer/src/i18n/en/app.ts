export const appEn = {
  ago: {
    now: 'now',
    seconds: '{{count}} s ago',
    minutes: '{{count}} min ago',
    hours: '{{count}} h ago',
    days_one: '{{count}} day ago',
    days_other: '{{count}} days ago',
  },
  pages: { devices: 'Devices', jobs: 'Jobs', doctor: 'Doctor', settings: 'Settings' },
  waiting_one: '{{count}} run waits',
  waiting_other: '{{count}} runs wait',
  zones: {
    rail: 'Pages',
    main: 'Main area',
    pane: 'Details of the selected devices',
  },
  reconnecting: 'Reconnecting…',
  reconnectingDetail: 'Untether does not answer. The list shows the last known state.',
  reconnected: 'Connected again. The list is up to date.',
  loading: 'Loading the device list…',
  undone: 'Undone: {{what}}',
  nothingToUndo: 'There is nothing to undo.',
};
