import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authLogin, authSetUp } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Door } from './door.js';
import styles from './door.module.css';
import { NewPassword } from './new-password.js';

/** The first organisation of an empty database, and its administrator. */
export function SetUpPage() {
  const { t, i18n } = useTranslation('auth');
  const wasSent = useRef(false);
  const router = useRouter();
  const [token] = useState(() => window.location.hash.slice(1));
  const [wanted, setWanted] = useState({ organizationName: '', displayName: '', email: '', password: '' });
  const setUp = useMutation({
    mutationFn: async () => {
      const isAgain = wasSent.current;
      wasSent.current = true;
      const signIn = () => authLogin({ email: wanted.email, password: wanted.password });
      try {
        await authSetUp({ token, ...wanted, language: i18n.language });
      } catch (error) {
        // The answer to what was sent before may have been lost: then all is made, and the password opens it.
        if (!isAgain || problemOf(error).code !== 'setup.not_found') throw error;
        await signIn().catch(() => {
          throw error;
        });
        return;
      }
      await signIn();
    },
    onSuccess: () => router.navigate({ to: '/settings/users', replace: true }),
  });
  const errors = messagesByField(setUp.error);
  const text = (name: 'organizationName' | 'displayName' | 'email') => ({
    label: t(`setup.${name}`),
    required: true,
    withAsterisk: false,
    value: wanted[name],
    error: errors[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setWanted((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Door title={t('setup.title')}>
      <p>{t(token ? 'setup.says' : 'linkIncomplete')}</p>
      {token && (
        <Form className={styles.form} submit={() => setUp.mutate()} error={setUp.error}>
          <TextInput {...text('organizationName')} autoComplete="organization" autoFocus />
          <TextInput {...text('displayName')} autoComplete="name" />
          <TextInput {...text('email')} type="email" autoComplete="username" />
          <NewPassword
            value={wanted.password}
            error={errors.password}
            onChange={(password) => setWanted((before) => ({ ...before, password }))}
          />
          <ProblemNotice error={setUp.error} />
          <Button type="submit" size="md" loading={setUp.isPending}>
            {t('setup.begin')}
          </Button>
        </Form>
      )}
    </Door>
  );
}
