export const devicesEn = { search: 'Find in any field' };
