import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Nothing for the first moment, so that quick answers do not flicker. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('waiting')} style={{ padding: '3rem', textAlign: 'center' }}>
      <Loader size="sm" type="dots" color="gray" />
    </div>
  );
}
