import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './door.module.css';
import { recoveryCodeLength, typedRecoveryCode } from './recovery-code.js';

type Props = Omit<TextInputProps, 'onChange'> & { onChange: (code: string) => void };

/** The six digits of a second factor; takes pasted codes with spaces. */
export function CodeInput({ onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="one-time-code"
      classNames={{ input: styles.code }}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
    />
  );
}

interface ProofProps extends Pick<Props, 'value' | 'error' | 'onChange'> {
  /** Whether there is an app that shows digits; who has passkeys alone writes a recovery code. */
  hasApp?: boolean;
}

/** The six digits, or for who has lost the phone one of the recovery codes: a phone shows letters only for those. */
export function CodeOrRecoveryCode({ onChange, hasApp = true, ...rest }: ProofProps) {
  const { t } = useTranslation('auth');
  const [wantsRecovery, setRecovers] = useState(false);
  const recovers = wantsRecovery || !hasApp;
  const other = () => {
    setRecovers(!recovers);
    onChange('');
  };
  const asked = { ...rest, required: true, withAsterisk: false, autoFocus: true, 'data-autofocus': true };
  return (
    <div>
      {recovers ? (
        <TextInput
          {...asked}
          key="recovery"
          label={t('recovery.code')}
          description={t('recovery.codeSays')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={recoveryCodeLength}
          onChange={(event) => onChange(typedRecoveryCode(event.currentTarget.value))}
        />
      ) : (
        <CodeInput {...asked} key="digits" label={t('code')} description={t('codeWhere')} onChange={onChange} />
      )}
      {hasApp && (
        <Button type="button" variant="subtle" size="compact-sm" mt={6} onClick={other}>
          {t(recovers ? 'recovery.useApp' : 'recovery.useCode')}
        </Button>
      )}
    </div>
  );
}
