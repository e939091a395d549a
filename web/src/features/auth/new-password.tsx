import { useTranslation } from 'react-i18next';
import { Password } from '../../forms/password.js';

interface Props {
  value: string;
  error?: string;
  onChange: (value: string) => void;
}

export const isLongEnough = (password: string) => password.length >= 12;

export function NewPassword({ value, error, onChange }: Props) {
  const { t } = useTranslation('auth');
  return (
    <Password
      label={t('newPassword')}
      description={t('passwordRule')}
      autoComplete="new-password"
      minLength={12}
      maxLength={200}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
