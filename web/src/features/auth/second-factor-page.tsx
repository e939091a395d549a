import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canUsePasskeys } from '../../lib/passkeys.js';
import { meQuery } from '../../lib/session.js';
import { AuthenticatorEnrolment } from './authenticator-enrolment.js';
import { Door } from './door.js';
import { PasskeyEnrolment } from './passkey-enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Enrols the first second factor and shows its recovery codes; where one is required, nothing else opens before this is done. */
export function SecondFactorPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const client = useQueryClient();
  const [takesApp, setTakesApp] = useState(!canUsePasskeys());
  const [codes, setCodes] = useState<string[]>();
  const goOn = useMutation({
    mutationFn: async () => {
      await client.refetchQueries(meQuery);
      await router.navigate({ to: '/', replace: true });
    },
  });
  if (codes) {
    return (
      <Door title={t('recovery.title')}>
        <RecoveryCodes codes={codes} kept={() => goOn.mutate()} isGoingOn={goOn.isPending} />
      </Door>
    );
  }
  return (
    <Door title={t('factor.title')}>
      {takesApp ? (
        <>
          <p>{t('factor.says')}</p>
          <AuthenticatorEnrolment enrolled={setCodes} />
        </>
      ) : (
        <>
          <p>{t('passkey.says')}</p>
          <PasskeyEnrolment enrolled={(made) => (made ? setCodes(made) : goOn.mutate())} />
        </>
      )}
      {canUsePasskeys() && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setTakesApp(!takesApp)}>
            {t(takesApp ? 'passkey.instead' : 'factor.instead')}
          </Button>
        </div>
      )}
    </Door>
  );
}
