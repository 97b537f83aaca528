export const guidesUiEn = {
  title: 'Guides',
};
