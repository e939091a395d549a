import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { authRenewRecoveryCodes } from '../../api/client.js';
import { meQuery, useMe } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './settings.module.css';

/** From here on codes run out. */
const few = 3;

/** Whether an authenticator app is enrolled, and how many codes are left for the day on which it is lost. */
export function SecondFactorSection({ showCodes }: { showCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const { hasSecondFactor, recoveryCodesLeft } = useMe();
  const renew = useMutation({
    mutationFn: () => authRenewRecoveryCodes(),
    onSuccess: ({ recoveryCodes }) => {
      void client.invalidateQueries(meQuery);
      showCodes(recoveryCodes);
    },
  });
  if (!hasSecondFactor) {
    return (
      <Section title={t('account.secondFactor')}>
        <p>
          {t('account.hasNoFactor')} <Link to="/second-factor">{t('account.enrolFactor')}</Link>
        </p>
      </Section>
    );
  }
  const left = recoveryCodesLeft ?? 0;
  return (
    <Section title={t('account.secondFactor')}>
      <p>{t('account.hasFactor')}</p>
      <p className={left <= few ? styles.owed : undefined}>{t('account.codesLeft', { count: left })}</p>
      <p className="muted">{t('account.newCodesSay')}</p>
      <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
        {t('account.newCodes')}
      </Button>
      <ProblemNotice error={renew.error} />
    </Section>
  );
}
