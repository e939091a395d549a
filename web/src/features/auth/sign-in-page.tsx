import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authLogin, passkeySignInAsk, passkeySignInSignIn, type PasskeyQuestion } from '../../api/client.js';
import { queryClient } from '../../app/query-client.js';
import { Form } from '../../forms/form.js';
import { Password } from '../../forms/password.js';
import { canUsePasskeys, showPasskey } from '../../lib/passkeys.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { isAnyKept } from '../../lib/sealed-storage.js';
import { finishLeaving, lockedBy } from '../../lib/session.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { CodeOrRecoveryCode } from './code-input.js';
import { Door } from './door.js';
import styles from './door.module.css';
import { PasskeyButton } from './passkey-button.js';

interface FactorAsked {
  authenticator: boolean;
  passkey?: PasskeyQuestion;
}

/** What the server wants to be shown besides the password. */
function factorAsked(error: unknown): FactorAsked | undefined {
  const problem = problemOf(error) as unknown as FactorAsked & { code: string };
  return problem.code === 'second_factor.required' ? problem : undefined;
}

export function SignInPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState(lockedBy.email);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  /** What is asked for once the password was right. */
  const [asks, setAsks] = useState<FactorAsked>();
  const arrive = () => {
    queryClient.clear();
    router.history.replace(next ?? '/');
  };

  const signIn = useMutation({
    mutationFn: async () => {
      await finishLeaving();
      return authLogin({ email, password, ...(asks ? { code } : {}) });
    },
    onError: (error) => setAsks((before) => factorAsked(error) ?? before),
    onSuccess: arrive,
  });
  const withKey = useMutation({
    mutationFn: async () => {
      await finishLeaving();
      // Each question is answered once, so every try asks for its own.
      const question = await authLogin({ email, password }).catch((error: unknown) => {
        const asked = factorAsked(error)?.passkey;
        if (!asked) throw error;
        return asked;
      });
      if ('publicKey' in question) await authLogin({ email, password, passkey: await showPasskey(question) });
    },
    onSuccess: arrive,
  });
  const withKeyAlone = useMutation({
    mutationFn: async () => {
      await finishLeaving();
      return passkeySignInSignIn({ credential: await showPasskey(await passkeySignInAsk()) });
    },
    onSuccess: arrive,
  });
  const errors = messagesByField(signIn.error);
  const wantsFactorOnly = signIn.isError && factorAsked(signIn.error) !== undefined;
  const takesKey = asks?.passkey !== undefined && canUsePasskeys();

  return (
    <Door title={t(lockedBy.email ? 'unlock' : 'signIn')}>
      <Form className={styles.form} submit={() => signIn.mutate()} error={signIn.error}>
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
        <Password
          label={t('password')}
          autoComplete="current-password"
          autoFocus={Boolean(email)}
          value={password}
          error={errors.password}
          onChange={setPassword}
        />
        {takesKey && (
          <PasskeyButton
            label={t('passkey.use')}
            variant="filled"
            isBusy={withKey.isPending}
            error={withKey.error}
            act={() => withKey.mutate()}
          />
        )}
        {asks && <CodeOrRecoveryCode hasApp={asks.authenticator} value={code} onChange={setCode} error={errors.code} />}
        {signIn.isError && !wantsFactorOnly && <ProblemNotice error={signIn.error} />}
        <Button type="submit" size="md" variant={takesKey ? 'default' : 'filled'} loading={signIn.isPending}>
          {t(takesKey ? 'signInWithCode' : 'signIn')}
        </Button>
        {!asks && (
          <PasskeyButton
            label={t('passkey.signIn')}
            isBusy={withKeyAlone.isPending}
            error={withKeyAlone.error}
            act={() => withKeyAlone.mutate()}
          />
        )}
      </Form>
      {isAnyKept('taps') && <p role="status">{t('tapsWait')}</p>}
      <p className="muted">{t('noPassword')}</p>
    </Door>
  );
}
