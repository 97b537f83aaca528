export const bookUiEn = {
  title: 'Device book',
};
