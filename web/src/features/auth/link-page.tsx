import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authUseLink } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Door } from './door.js';
import styles from './door.module.css';
import { NewPassword } from './new-password.js';

/** Sets a password with the token that stands after the hash sign, which no server log ever sees. */
function LinkPage({ kind }: { kind: 'invitation' | 'reset' }) {
  const { t, i18n } = useTranslation('auth');
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const use = useMutation({ mutationFn: () => authUseLink({ token, password, language: i18n.language }) });
  if (use.isSuccess) {
    return (
      <Door title={t('passwordIsSet')}>
        <Link to="/sign-in">{t('signIn')}</Link>
      </Door>
    );
  }
  return (
    <Door title={t(`${kind}.title`)}>
      <p>{t(token ? `${kind}.says` : 'linkIncomplete')}</p>
      {token && (
        <Form className={styles.form} submit={() => use.mutate()} error={use.error}>
          <NewPassword value={password} onChange={setPassword} error={messagesByField(use.error).password} />
          <ProblemNotice error={use.error} />
          {use.isError && problemOf(use.error).code === 'link.not_found' && (
            // An answer may have been lost on its way, and the password is set.
            <Link to="/sign-in">{t('setBefore')}</Link>
          )}
          <Button type="submit" size="md" loading={use.isPending}>
            {t('setPassword')}
          </Button>
        </Form>
      )}
    </Door>
  );
}

export const InvitationPage = () => <LinkPage kind="invitation" />;
export const ResetPage = () => <LinkPage kind="reset" />;
