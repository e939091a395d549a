import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { canUsePasskeys, PasskeyStopped } from '../../lib/passkeys.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

interface Props {
  label: string;
  isBusy: boolean;
  error: unknown;
  act: () => void;
  variant?: NonNullable<ButtonProps['variant']>;
}

/** A button that asks the browser for a passkey, and what came of it; absent where the browser knows none. */
export function PasskeyButton({ label, isBusy, error, act, variant = 'default' }: Props) {
  const { t } = useTranslation('auth');
  if (!canUsePasskeys()) return null;
  return (
    <>
      <Button type="button" size="md" variant={variant} loading={isBusy} onClick={act}>
        {label}
      </Button>
      {error instanceof PasskeyStopped ? (
        <Notice tone="problem">
          <p>{t(`passkey.${error.why}`)}</p>
        </Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
    </>
  );
}
