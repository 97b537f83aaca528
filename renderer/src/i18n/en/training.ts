/** Only over simulated devices. */
export const trainingUiEn = {
  menu: 'Training',
  acts: {
    'press-reset-button': 'Press its reset button',
    'power-cycle': 'Power off and on',
    unplug: 'Unplug',
    'plug-in': 'Plug in',
    'internet-on': 'Internet on',
    'internet-off': 'Internet off',
  },
  times: {
    real: 'Real times',
    realDetail: 'The button is held as long as the card says; booting takes 40 to 150 seconds.',
    quick: 'Short times',
    quickDetail: 'Everything takes a few seconds. Real devices take longer.',
  },
  said: {
    'press-reset-button':
      'The reset button is held. The device answers again in about {{seconds}} s.',
    'power-cycle': 'The power goes off and on. The device answers again in about {{seconds}} s.',
    unplug: 'Unplugged. It stays away until it is plugged in.',
    'plug-in': 'Plugged in. The device answers in about {{seconds}} s.',
    already: 'Nothing changed: it was like that already.',
    'internet-on': 'The devices of the training site have Internet.',
    'internet-off': 'The devices of the training site have no Internet.',
  },
};
