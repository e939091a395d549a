import { Button, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authAskPasskey, authStepUp, type Proof } from '../../api/client.js';
import { CodeOrRecoveryCode } from '../../features/auth/code-input.js';
import { PasskeyButton } from '../../features/auth/passkey-button.js';
import { Form } from '../../forms/form.js';
import { Password } from '../../forms/password.js';
import { useFocusBack } from '../../lib/focus-back.js';
import { showPasskey } from '../../lib/passkeys.js';
import { isSessionOver, messagesByField, problemOf } from '../../lib/problem.js';
import { meQuery } from '../../lib/session.js';
import type { ProofKind } from '../../lib/step-up.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

export interface Asking {
  proof: ProofKind;
  answer: (shown: boolean) => void;
}

interface Props {
  asking: Asking;
  end: (shown: boolean) => void;
}

/** Asks for the second factor, or the password of who has none, before something that a stolen session must not do. */
export function StepUpDialog({ asking, end }: Props) {
  const { t } = useTranslation('auth');
  const client = useQueryClient();
  const [value, setValue] = useState('');
  useFocusBack();
  const { data: me } = useQuery(meQuery);
  const hasPasskeys = me?.hasPasskeys ?? false;
  const ending = {
    onSuccess: () => {
      // A recovery code is gone once it was shown.
      void client.invalidateQueries(meQuery);
      end(true);
    },
    onError: (error: unknown) => {
      if (isSessionOver(problemOf(error))) end(false);
    },
  };
  const typed = (): Proof => (asking.proof === 'password' ? { password: value } : { code: value });
  const show = useMutation({ mutationFn: () => authStepUp(typed()), ...ending });
  const showKey = useMutation({
    mutationFn: async () => authStepUp({ passkey: await showPasskey(await authAskPasskey()) }),
    ...ending,
  });
  const errors = messagesByField(show.error);
  return (
    <Modal
      opened
      onClose={() => end(false)}
      title={t('stepUp.title')}
      // Above any other dialog: that is where the question comes from.
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('stepUp.cancel') }}
    >
      <Form submit={() => show.mutate()} error={show.error}>
        <Stack>
          <p>{t('stepUp.says')}</p>
          {hasPasskeys && asking.proof !== 'password' && (
            <PasskeyButton
              label={t('passkey.use')}
              variant="filled"
              isBusy={showKey.isPending}
              error={showKey.error}
              act={() => showKey.mutate()}
            />
          )}
          {asking.proof !== 'password' ? (
            <CodeOrRecoveryCode
              hasApp={asking.proof === 'code'}
              value={value}
              error={errors.code}
              onChange={setValue}
            />
          ) : (
            <Password
              data-autofocus
              value={value}
              label={t('password')}
              autoComplete="current-password"
              error={errors.password}
              onChange={setValue}
            />
          )}
          <ProblemNotice error={show.error} />
          <Button
            type="submit"
            variant={hasPasskeys && asking.proof !== 'password' ? 'default' : 'filled'}
            loading={show.isPending}
          >
            {t('stepUp.go')}
          </Button>
        </Stack>
      </Form>
    </Modal>
  );
}
