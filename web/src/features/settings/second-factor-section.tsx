import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authRemoveAuthenticator, authRenewRecoveryCodes } from '../../api/client.js';
import { canUsePasskeys } from '../../lib/passkeys.js';
import { meQuery, useMe } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AuthenticatorEnrolment } from '../auth/authenticator-enrolment.js';
import { PasskeyEnrolment } from '../auth/passkey-enrolment.js';
import { PasskeysList } from './passkeys-list.js';
import { passkeysKey } from './queries.js';
import styles from './settings.module.css';

/** From here on codes run out. */
const few = 3;

/** Passkeys, the authenticator app, and how many codes are left for the day on which they are lost. */
export function SecondFactorSection({ showCodes }: { showCodes: (codes: string[]) => void }) {
  const { t } = useTranslation(['settings', 'auth']);
  const client = useQueryClient();
  const { hasSecondFactor, hasAuthenticator, recoveryCodesLeft } = useMe();
  const [enrols, setEnrols] = useState<'passkey' | 'app'>();
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: passkeysKey }), client.invalidateQueries(meQuery)]);
  const enrolled = (codes: string[] | null) => {
    setEnrols(undefined);
    void refresh();
    if (codes) showCodes(codes);
  };
  const renew = useMutation({
    mutationFn: () => authRenewRecoveryCodes(),
    onSuccess: ({ recoveryCodes }) => enrolled(recoveryCodes),
  });
  const remove = useMutation({ mutationFn: () => authRemoveAuthenticator(), onSettled: refresh });
  const left = recoveryCodesLeft ?? 0;
  const keep = (
    <div className={styles.after}>
      <Button variant="default" size="sm" onClick={() => setEnrols(undefined)}>
        {t('account.factorCancel')}
      </Button>
    </div>
  );
  return (
    <Section id="second-factor" title={t('account.secondFactor')}>
      <h3 className={styles.part}>{t('account.passkeys')}</h3>
      <PasskeysList />
      {enrols === 'passkey' ? (
        <div className={styles.form}>
          <PasskeyEnrolment enrolled={enrolled} />
          {keep}
        </div>
      ) : (
        canUsePasskeys() && (
          <div className={styles.after}>
            <Button variant="default" onClick={() => setEnrols('passkey')}>
              {t('account.addPasskey')}
            </Button>
          </div>
        )
      )}
      <h3 className={styles.part}>{t('account.authenticator')}</h3>
      <p>{t(hasAuthenticator ? 'account.hasAuthenticator' : 'account.hasNoFactor')}</p>
      {enrols === 'app' ? (
        <div className={styles.form}>
          <AuthenticatorEnrolment enrolled={enrolled} />
          {keep}
        </div>
      ) : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setEnrols('app')}>
            {t(hasAuthenticator ? 'account.replaceAuthenticator' : 'account.enrolFactor')}
          </Button>
          {hasAuthenticator && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('account.removeAuthenticator')}
            </Button>
          )}
        </div>
      )}
      <ProblemNotice error={remove.error} />
      {hasSecondFactor && (
        <>
          <h3 className={styles.part}>{t('auth:recovery.title')}</h3>
          <p className={left <= few ? styles.owed : undefined}>{t('account.codesLeft', { count: left })}</p>
          <p className="muted">{t('account.newCodesSay')}</p>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {t('account.newCodes')}
          </Button>
          <ProblemNotice error={renew.error} />
        </>
      )}
    </Section>
  );
}
