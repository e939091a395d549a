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
import { Question } from '../../ui/removal.js';
import { SessionsList } from './sessions-list.js';
import styles from './settings.module.css';

/** What ends the sessions of the colleague, and is therefore asked about first. */
type Asked = 'disable' | 'resetPassword' | 'resetFactor' | UserAnswer['role'];

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
  const [asked, setAsked] = useState<Asked>();
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] });
  const change = (input: ChangeUser) => usersChange(user.id, ifMatch(user), input);
  const reset = async () => {
    const answer = (await usersReset(user.id)) as unknown as { invitationLink: string } | string;
    showLink((typeof answer === 'string' ? (JSON.parse(answer) as { invitationLink: string }) : answer).invitationLink);
  };
  const enable = useMutation({ mutationFn: () => change({ state: 'active' }), onSettled: refresh });
  const invite = useMutation({ mutationFn: reset });
  const act = (what: Asked) => {
    if (what === 'resetPassword') return reset();
    if (what === 'resetFactor') return usersResetSecondFactor(user.id);
    return change(what === 'disable' ? { state: 'disabled' } : { role: what });
  };
  const wordsOf = (what: Asked) => {
    const role = roles.find((one) => one === what);
    const values = { name: user.displayName, role: role && t(`common:role.${role}`) };
    const key = role ? 'makeRole' : what;
    return { does: t(`users.${key}`, values), says: t(`users.willHappen.${key}`, values) };
  };
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
                  <Menu.Item key={role} onClick={() => setAsked(role)}>
                    {t('users.makeRole', { role: t(`common:role.${role}`) })}
                  </Menu.Item>
                ))}
              <Menu.Divider />
              {user.state === 'invited' && (
                <Menu.Item onClick={() => invite.mutate()}>{t('users.newInvitation')}</Menu.Item>
              )}
              {user.state === 'active' && (
                <>
                  <Menu.Item onClick={() => setAsked('resetPassword')}>{t('users.resetPassword')}</Menu.Item>
                  <Menu.Item onClick={() => setSessionsShown(true)}>{t('sessions.title')}</Menu.Item>
                </>
              )}
              {user.hasSecondFactor && (
                <Menu.Item onClick={() => setAsked('resetFactor')}>{t('users.resetFactor')}</Menu.Item>
              )}
              {user.state === 'disabled' ? (
                <Menu.Item onClick={() => enable.mutate()}>{t('users.enable')}</Menu.Item>
              ) : (
                <Menu.Item onClick={() => setAsked('disable')}>{t('users.disable')}</Menu.Item>
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
      {asked && (
        <Question
          {...wordsOf(asked)}
          act={() => act(asked).finally(refresh)}
          done={() => setAsked(undefined)}
          cancel={() => setAsked(undefined)}
        />
      )}
      <ProblemNotice error={enable.error ?? invite.error} />
    </li>
  );
}
