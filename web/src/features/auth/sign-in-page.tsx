import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { authLogin } from '../../api/client.js';
import { queryClient } from '../../app/query-client.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { lockedBy } from '../../lib/session.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { CodeOrRecoveryCode } from './code-input.js';
import { Door } from './door.js';
import styles from './door.module.css';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState(lockedBy.email);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);

  const signIn = useMutation({
    mutationFn: () => authLogin({ email, password, ...(code ? { code } : {}) }),
    onError: (error) => {
      if (problemOf(error).code === 'second_factor.required') setAsksCode(true);
    },
    onSuccess: async () => {
      queryClient.clear();
      await router.navigate({ to: next ?? '/', replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const errors = messagesByField(signIn.error);
  const wantsCodeOnly = signIn.isError && problemOf(signIn.error).code === 'second_factor.required';

  return (
    <Door title={t(lockedBy.email ? 'unlock' : 'signIn')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus={!email}
          value={email}
          error={errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus={Boolean(email)}
          value={password}
          error={errors.password}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {asksCode && <CodeOrRecoveryCode value={code} onChange={setCode} error={errors.code} />}
        {signIn.isError && !wantsCodeOnly && <ProblemNotice error={signIn.error} />}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </form>
      <p className="muted">{t('noPassword')}</p>
    </Door>
  );
}
