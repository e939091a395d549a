import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<PasswordInputProps, 'onChange'> {
  onChange: (password: string) => void;
}

/** A password, which can be shown while it is typed. */
export function Password({ onChange, ...rest }: Props) {
  const { t } = useTranslation('auth');
  return (
    <PasswordInput
      required
      withAsterisk={false}
      // The control itself marks only what is around the field.
      aria-invalid={rest.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
