import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authPassword } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { Password } from '../../forms/password.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay, useMe } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { NewPassword } from '../auth/new-password.js';
import { RecoveryCodes } from '../auth/recovery-codes.js';
import { CalendarSection } from './calendar-section.js';
import { LanguageSection } from './language-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsList } from './sessions-list.js';
import styles from './settings.module.css';

export function AccountSection() {
  const { t } = useTranslation(['settings', 'auth']);
  const me = useMe();
  const may = useMay();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>();
  const change = useMutation({
    mutationFn: () => authPassword({ currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
    },
  });
  if (recoveryCodes) {
    return (
      <Section title={t('auth:recovery.title')}>
        <div style={{ paddingTop: 12 }}>
          <RecoveryCodes codes={recoveryCodes} kept={() => setRecoveryCodes(undefined)} />
        </div>
      </Section>
    );
  }
  const errors = messagesByField(change.error);
  return (
    <>
      <Section title={me.user.displayName ?? ''} aside={t(`common:role.${me.role}`)}>
        <p className="muted" style={{ margin: '8px 0 0' }}>
          {me.user.email}
        </p>
      </Section>
      <LanguageSection />
      <SecondFactorSection showCodes={setRecoveryCodes} />
      <Section title={t('sessions.title')}>
        <p className="muted">{t('sessions.says')}</p>
        <SessionsList />
      </Section>
      {may('appointment.read') && <CalendarSection />}
      <Section id="password" title={t('account.password')}>
        <Form className={styles.form} submit={() => change.mutate()} error={change.error}>
          <Password
            label={t('account.currentPassword')}
            autoComplete="current-password"
            value={currentPassword}
            error={errors.currentPassword}
            onChange={setCurrent}
          />
          <NewPassword value={newPassword} error={errors.newPassword} onChange={setNew} />
          <ProblemNotice error={change.error} />
          <div>
            <Button type="submit" loading={change.isPending}>
              {t('account.changePassword')}
            </Button>
          </div>
          <p role="status">{change.isSuccess && t('account.passwordChanged')}</p>
        </Form>
      </Section>
    </>
  );
}
