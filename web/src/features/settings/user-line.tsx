import { Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roles } from '../../api/choices.js';
import { usersChange, usersReset, usersResetSecondFactor, type ChangeUser, type UserAnswer } from '../../api/client.js';
import { phoneInWords } from '../../lib/typed-numbers.js';
import { ifMatch } from '../../lib/version.js';
import { EmailAddress } from '../../ui/email-address.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SessionsList } from './sessions-list.js';
import styles from './settings.module.css';

interface Props {
  user: UserAnswer;
  manages: boolean;
  showLink: (link: string) => void;
}

/** One colleague, with what an administrator can do about the account. */
export function UserLine({ user, manages, showLink }: Props) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const [sessionsShown, setSessionsShown] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] });
  const change = useMutation({
    mutationFn: (input: ChangeUser) => usersChange(user.id, ifMatch(user), input),
    onSettled: refresh,
  });
  const reset = useMutation({
    mutationFn: async () => (await usersReset(user.id)) as unknown as { invitationLink: string } | string,
    onSuccess: (answer) =>
      showLink(
        (typeof answer === 'string' ? (JSON.parse(answer) as { invitationLink: string }) : answer).invitationLink,
      ),
  });
  const resetFactor = useMutation({ mutationFn: () => usersResetSecondFactor(user.id), onSuccess: refresh });
  return (
    <li>
      <div className={styles.line} data-beside>
        <div className={styles.line}>
          <strong>{user.displayName}</strong>
          <span className="muted">{t(`common:role.${user.role}`)}</span>
          <span className="muted">
            <EmailAddress>{user.email}</EmailAddress>
          </span>
          {user.phone && <span className="muted">{phoneInWords(user.phone)}</span>}
          {user.state !== 'active' && <span>{t(`users.state.${user.state}`)}</span>}
        </div>
        {manages && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" size="compact-sm" aria-label={t('users.manage', { name: user.displayName })}>
                {t('common:change')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('users.role')}</Menu.Label>
              {roles
                .filter((role) => role !== user.role)
                .map((role) => (
                  <Menu.Item key={role} onClick={() => change.mutate({ role })}>
                    {t('users.makeRole', { role: t(`common:role.${role}`) })}
                  </Menu.Item>
                ))}
              <Menu.Divider />
              {user.state !== 'disabled' && (
                <Menu.Item onClick={() => reset.mutate()}>
                  {t(user.state === 'invited' ? 'users.newInvitation' : 'users.resetPassword')}
                </Menu.Item>
              )}
              {user.state === 'active' && (
                <Menu.Item onClick={() => setSessionsShown(true)}>{t('sessions.title')}</Menu.Item>
              )}
              {user.hasSecondFactor && (
                <Menu.Item onClick={() => resetFactor.mutate()}>{t('users.resetFactor')}</Menu.Item>
              )}
              {user.state === 'disabled' ? (
                <Menu.Item onClick={() => change.mutate({ state: 'active' })}>{t('users.enable')}</Menu.Item>
              ) : (
                <Menu.Item onClick={() => change.mutate({ state: 'disabled' })}>{t('users.disable')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {sessionsShown && (
        <section className={styles.inner} aria-label={t('sessions.of', { name: user.displayName })}>
          <header className={styles.line}>
            <h3>{t('sessions.title')}</h3>
            <span className="muted">{t('sessions.toTheHour')}</span>
            <Button variant="subtle" size="compact-sm" onClick={() => setSessionsShown(false)}>
              {t('common:close')}
            </Button>
          </header>
          <SessionsList userId={user.id} />
        </section>
      )}
      <ProblemNotice error={change.error ?? reset.error ?? resetFactor.error} />
    </li>
  );
}
