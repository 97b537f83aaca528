export const reportsUiEn = {
  title: 'Reports',
};
