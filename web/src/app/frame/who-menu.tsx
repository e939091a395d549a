import { Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, languagesBeside } from '../../i18n/languages.js';
import { useChooseLanguage } from '../../lib/own-language.js';
import { setNamesHidden, useNamesHidden } from '../../lib/shared-screen.js';
import { useMe } from '../../lib/session.js';
import { useLeaving } from './leaving.js';
import { usePlaces } from './places.js';
import styles from './who.module.css';

/** How the screen looks and speaks, and the ways out. Opens as soon as it is there, from the button that asked for it. */
export default function WhoMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const places = usePlaces();
  const { lock, signOut } = useLeaving();
  const chooseLanguage = useChooseLanguage();
  const hidden = useNamesHidden();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Takes the place of the button that was pressed: also its focus, to which closing leads back, and the press.
    button.current?.focus();
    button.current?.click();
  }, []);
  const nextScheme = ({ auto: 'light', light: 'dark', dark: 'auto' } as const)[colorScheme];
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button ref={button} type="button" className={styles.who}>
          {me.user.displayName}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t(`role.${me.role}`)} · {me.organization.name}
        </Menu.Label>
        {places
          .filter(({ onPhones }) => !onPhones)
          .map(({ to, name }) => (
            <Menu.Item key={to} component={Link} to={to} className={styles.phoneOnly}>
              {t(`place.${name}`)}
            </Menu.Item>
          ))}
        <Menu.Divider className={styles.phoneOnly} />
        <Menu.Item closeMenuOnClick={false} onClick={() => setNamesHidden(!hidden)}>
          {t(hidden ? 'who.showNames' : 'who.hideNames')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => setColorScheme(nextScheme)}>
          {t(`who.colours.${colorScheme}`)}
        </Menu.Item>
        {languagesBeside(i18n.language).map((other) => (
          <Menu.Item key={other} lang={other} onClick={() => chooseLanguage.mutate(other)}>
            {languages[other]}
          </Menu.Item>
        ))}
        <Menu.Item component={Link} to="/settings">
          {t('who.account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void lock()}>{t('who.lock')}</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('who.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
