import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

export const isLongEnough = (password: string) => password.length >= 12;

export function NewPassword({ value, error, onChange }: Props) {
  const { t } = useTranslation('auth');
  return (
    <PasswordInput
      label={t('newPassword')}
      description={t('passwordRule')}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={12}
      maxLength={200}
      value={value}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
