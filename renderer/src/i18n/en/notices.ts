export const noticesEn = {
  area: 'Notices',
  more_one: 'Show {{count}} more notice',
  more_other: 'Show {{count}} more notices',
  fewer: 'Show fewer',
  unknownHolder: 'the system does not say which',
};
