import { BadgeCheck, ChevronDown, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Site } from '../../../../main/contract/site.ts';
import { shownSiteName } from '../../../../main/contract/text/given-names.ts';
import { MenuButton, type MenuEntry } from '../../components/Menu.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAnnounce, useApi, useQuery, useSite } from '../../state/app-context.tsx';
import { tellError } from '../devices/tell-error.ts';
import { AuthorisedDialog } from './AuthorisedDialog.tsx';
import { DeleteSiteDialog } from './DeleteSiteDialog.tsx';
import styles from './SiteMenu.module.css';
import { SiteNameDialog } from './SiteNameDialog.tsx';

type Opened = 'new' | 'rename' | 'authorised' | 'delete' | null;

function useSwitchSite() {
  const text = useText();
  const api = useApi();
  const announce = useAnnounce();
  return (site: Site) => {
    api.call('sites.use', { id: site.id }).then(
      () => announce(text('ui/sites/switched', { name: site.name })),
      (thrown: unknown) => tellError(text, thrown),
    );
  };
}

/** The current site's name; opens the list of sites and what can be done with this one. */
export function SiteMenu() {
  const text = useText();
  const format = useFormat();
  const site = useSite();
  const switchTo = useSwitchSite();
  const [opened, setOpened] = useState<Opened>(null);
  const { data, reload } = useQuery('sites.list', {}, { invalidateOn: ['site.changed'] });
  const sites = (data?.sites ?? [site]).map((one) => {
    return { ...one, name: shownSiteName(one.name, text.locale) };
  });
  const close = () => setOpened(null);
  const items: MenuEntry[] = [
    ...sites.map((one) => ({
      id: one.id,
      label: one.name,
      detail: text('ui/sites/devices', { count: one.devices, number: format.number(one.devices) }),
      isChosen: one.id === site.id,
      onAction: () => {
        if (one.id !== site.id) switchTo(one);
      },
    })),
    null,
    {
      id: 'new',
      label: text('ui/sites/new'),
      icon: <FolderPlus aria-hidden />,
      onAction: () => setOpened('new'),
    },
    {
      id: 'rename',
      label: text('ui/sites/rename'),
      icon: <Pencil aria-hidden />,
      onAction: () => setOpened('rename'),
    },
    {
      id: 'authorised',
      label: text('ui/sites/authorised/menu'),
      icon: <BadgeCheck aria-hidden />,
      // Not a tick: one among entries without makes them stand askew.
      detail: text(site.isAuthorised ? 'tri/yes' : 'tri/no'),
      onAction: () => setOpened('authorised'),
    },
    {
      id: 'delete',
      label: text('ui/sites/delete'),
      icon: <Trash2 aria-hidden />,
      onAction: () => setOpened('delete'),
    },
  ];
  const here = sites.find(({ id }) => id === site.id) ?? site;
  return (
    <>
      <MenuButton
        label={`${text('ui/sites/menu')}: ${site.name}`}
        variant="quiet"
        items={items}
        onOpen={reload}
      >
        <span className={styles['name']}>{site.name}</span>
        <ChevronDown aria-hidden />
      </MenuButton>
      <SiteNameDialog isOpen={opened === 'new'} site={null} onClose={close} />
      <SiteNameDialog isOpen={opened === 'rename'} site={site} onClose={close} />
      {opened === 'authorised' ? <AuthorisedDialog onClose={close} /> : null}
      <DeleteSiteDialog
        isOpen={opened === 'delete'}
        site={here}
        isOnly={sites.length < 2}
        onClose={close}
      />
    </>
  );
}
