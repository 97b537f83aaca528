import { componentsIt } from './components.ts';

/** The words of the components and of every panel beside the table, feature by feature. */
export const panelsIt = {
  components: componentsIt,
};
