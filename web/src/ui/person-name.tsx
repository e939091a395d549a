import { useTranslation } from 'react-i18next';
import { Shielded } from './shielded.js';

interface Props {
  legalName?: string | null;
  preferredName?: string | null;
}

/** A person's name. */
export function PersonName({ legalName, preferredName }: Props) {
  const { t } = useTranslation();
  if (!legalName && !preferredName) return null;
  return (
    <Shielded says={t('who.showName')}>
      {legalName ?? preferredName}
      {legalName && preferredName && preferredName !== legalName && (
        <span className="muted"> {t('calledName', { name: preferredName })}</span>
      )}
    </Shielded>
  );
}
