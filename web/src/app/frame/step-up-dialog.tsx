import { Button, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { authStepUp } from '../../api/client.js';
import { CodeOrRecoveryCode } from '../../features/auth/code-input.js';
import { isSessionOver, messagesByField, problemOf } from '../../lib/problem.js';
import { meQuery } from '../../lib/session.js';
import { type ProofKind, stepUp } from '../../lib/step-up.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

interface Asking {
  proof: ProofKind;
  answer: (shown: boolean) => void;
}

/** Asks for the second factor, or the password of who has none, before something that a stolen session must not do. */
export function StepUpDialog() {
  const { t } = useTranslation('auth');
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>();
  const [value, setValue] = useState('');
  useEffect(() => {
    stepUp.ask = (proof) => new Promise((answer) => setAsking({ proof, answer }));
  }, []);
  const end = (shown: boolean) => {
    asking?.answer(shown);
    setAsking(undefined);
    setValue('');
    show.reset();
  };
  const show = useMutation({
    mutationFn: () => authStepUp(asking?.proof === 'code' ? { code: value } : { password: value }),
    onSuccess: () => {
      // A recovery code is gone once it was shown.
      void client.invalidateQueries(meQuery);
      end(true);
    },
    onError: (error) => {
      if (isSessionOver(problemOf(error))) end(false);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    show.mutate();
  };
  const errors = messagesByField(show.error);
  return (
    <Modal
      opened={asking !== undefined}
      onClose={() => end(false)}
      title={t('stepUp.title')}
      // Above any other dialog: that is where the question comes from.
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('stepUp.cancel') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <p>{t('stepUp.says')}</p>
          {asking?.proof === 'code' ? (
            <CodeOrRecoveryCode value={value} error={errors.code} onChange={setValue} />
          ) : (
            <PasswordInput
              required
              withAsterisk={false}
              data-autofocus
              value={value}
              label={t('password')}
              autoComplete="current-password"
              error={errors.password}
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          <ProblemNotice error={show.error} />
          <Button type="submit" loading={show.isPending}>
            {t('stepUp.go')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
