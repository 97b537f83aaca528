export const casesUiEn = {
  title: 'Cases',
};
