import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { authPassword } from '../../api/client.js';
import { messagesByField } from '../../lib/problem.js';
import { useMe } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { NewPassword } from '../auth/new-password.js';
import styles from './settings.module.css';

export function AccountSection() {
  const { t } = useTranslation(['settings', 'auth']);
  const me = useMe();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => authPassword({ currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      notifications.show({ message: t('account.passwordChanged') });
    },
  });
  const errors = messagesByField(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <>
      <Section title={me.user.displayName ?? ''} aside={t(`common:role.${me.role}`)}>
        <p className="muted" style={{ margin: '8px 0 0' }}>
          {me.user.email}
        </p>
      </Section>
      <Section title={t('account.secondFactor')}>
        <p>
          {t(me.hasSecondFactor ? 'account.hasFactor' : 'account.hasNoFactor')}{' '}
          <Link to="/second-factor">{t(me.hasSecondFactor ? 'account.replaceFactor' : 'account.enrolFactor')}</Link>
        </p>
      </Section>
      <Section title={t('account.password')}>
        <form className={styles.form} onSubmit={submit}>
          <PasswordInput
            label={t('account.currentPassword')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={currentPassword}
            error={errors.currentPassword}
            visibilityToggleButtonProps={{ 'aria-label': t('auth:showPassword') }}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPassword value={newPassword} error={errors.newPassword} onChange={setNew} />
          <ProblemNotice error={change.error} />
          <div>
            <Button type="submit" loading={change.isPending}>
              {t('account.changePassword')}
            </Button>
          </div>
        </form>
      </Section>
    </>
  );
}
