import type { Account } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import {
  AppShell,
  Button,
  type Destination,
  House,
  Languages,
  Lightbulb,
  Link,
  LogIn,
  LogoMark,
  Menu,
  MenuItem,
  ShieldCheck,
  UserRound,
  Users,
} from '@zbor/ui';
import type { ReactNode } from 'react';
import { Form, useLocation } from 'react-router';
import { safeReturn, to } from './addresses';
import { Assisted } from './assisted';
import { useT } from './i18n';
import { Leave } from './leave';
import { useFocusOnArrival, useLinksWithin } from './links';
import { type PageData, usePage } from './page-data';

/** The frame of every page: where one is, where one can go, in which language, and who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const page = usePage();
  const { town } = page;
  const items = useDestinations(page);
  useLinksWithin();
  useFocusOnArrival();
  return (
    <AppShell
      accent={town?.accent}
      skipLabel={t('skip')}
      brand={{
        name: town?.name ?? t('portal'),
        href: town ? to.town(town.slug) : '/',
        mark: <LogoMark />,
      }}
      language={<LanguageSwitch />}
      account={town && page.account && <AccountMenu account={page.account} page={page} town={town.slug} />}
      navigation={town ? { label: t('nav.label'), items } : undefined}
      banner={town && page.assisted && <Assisted town={town.slug} />}
      leave={<Leave />}
      footer={<Footer />}
    >
      {children}
    </AppShell>
  );
}

function useDestinations({ account, can, ...page }: PageData): Destination[] {
  const t = useT();
  const { pathname } = useLocation();
  const town = page.town?.slug ?? '';
  const within = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const me = account
    ? { href: to.me(town), label: t('nav.me'), icon: <UserRound /> }
    : {
        href: to.signIn(town, returnable(pathname)),
        label: t('nav.signIn'),
        icon: <LogIn />,
      };
  return [
    {
      href: to.town(town),
      label: t('nav.home'),
      icon: <House />,
      current: pathname === to.town(town),
    },
    {
      href: to.ideas(town),
      label: t('nav.ideas'),
      icon: <Lightbulb />,
      current: within(to.ideas(town)),
    },
    {
      href: to.council(town),
      label: t('nav.council'),
      icon: <Users />,
      current: within(to.council(town)),
    },
    ...(can.moderate
      ? [
          {
            href: to.moderation(town),
            label: t('nav.moderation'),
            icon: <ShieldCheck />,
            current: within(to.moderation(town)),
          },
        ]
      : []),
    { ...me, current: within(account ? to.me(town) : to.signIn(town)) },
  ];
}

/** Where to come back to after signing in: not to the pages of signing in themselves. */
function returnable(pathname: string): string | undefined {
  return /\/sign-(in|up|out)$/.test(pathname) ? undefined : safeReturn(pathname, '/');
}

function LanguageSwitch() {
  const t = useT();
  const { locale, town } = usePage();
  const { pathname, search } = useLocation();
  const offered = town?.languages ?? (Object.keys(localeNames) as (keyof typeof localeNames)[]);
  const withLanguage = (lang: string) => {
    const query = new URLSearchParams(search);
    query.set('lang', lang);
    return `${pathname}?${query}`;
  };
  return (
    <Menu
      prefix={t('language')}
      label={<span lang={locale}>{localeNames[locale]}</span>}
      icon={<Languages />}
      onPhone="words"
    >
      {offered.map((code) => (
        <MenuItem key={code} href={withLanguage(code)} hrefLang={code} lang={code} current={code === locale}>
          {localeNames[code]}
        </MenuItem>
      ))}
    </Menu>
  );
}

interface AccountMenuProps {
  account: Account;
  page: Pick<PageData, 'can' | 'assisted'>;
  town: string;
}

function AccountMenu({ account, page: { can, assisted }, town }: AccountMenuProps) {
  const t = useT();
  const menu = (
    <Menu
      prefix={t('account.label')}
      label={<bdi>{account.displayName}</bdi>}
      icon={<UserRound />}
      onPhone="icon"
    >
      <MenuItem href={to.me(town)}>{t('nav.me')}</MenuItem>
      {can.help && <MenuItem href={to.codes(town)}>{t('nav.codes')}</MenuItem>}
      {can.help && <MenuItem href={to.assist(town)}>{t('nav.assist')}</MenuItem>}
      {can.moderate && <MenuItem href={to.moderation(town)}>{t('nav.moderation')}</MenuItem>}
      {can.administer && <MenuItem href={to.admin(town)}>{t('nav.admin')}</MenuItem>}
      {assisted ? (
        <MenuItem href={to.signOut(town)}>{t('account.signOut')}</MenuItem>
      ) : (
        <MenuItem type="submit">{t('account.signOut')}</MenuItem>
      )}
    </Menu>
  );
  // An assisted session is asked first whether it shall end without a receipt: a page of its own does that.
  if (assisted) return menu;
  return (
    <Form method="post" action={to.signOut(town)}>
      {menu}
    </Form>
  );
}

function Footer() {
  const t = useT();
  const { town, light } = usePage();
  const { pathname, search } = useLocation();
  return (
    <div className="shell-foot">
      <p>{t('footer.what')}</p>
      <ul className="shell-foot__links">
        {town && (
          <>
            <li>
              <Link href={to.privacy(town.slug)}>{t('footer.privacy')}</Link>
            </li>
            <li>
              <Link href={to.accessibility(town.slug)}>{t('footer.accessibility')}</Link>
            </li>
          </>
        )}
        <li>
          <Link href="/">{t('footer.towns')}</Link>
        </li>
      </ul>
      <Form method="post" action="/preferences" reloadDocument className="shell-foot__light">
        <input type="hidden" name="returnTo" value={pathname + search} />
        <Button variant="secondary" size="small" name="light" value={light ? '0' : '1'}>
          {light ? t('footer.full') : t('footer.light')}
        </Button>
        <span>{light ? t('footer.fullHint') : t('footer.lightHint')}</span>
      </Form>
    </div>
  );
}
