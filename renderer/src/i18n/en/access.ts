export const accessUiEn = {
  title: 'Access',
};
