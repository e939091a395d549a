import { useTranslation } from 'react-i18next';
import type { TextLengthAnswer } from '../../api/client.js';

/** How much of a text message the words take, since each is charged. */
export function TextLength({ length }: { length: TextLengthAnswer }) {
  const { t } = useTranslation('reminders');
  return <div className="muted">{t(`length.${length.encoding}`, { ...length, count: length.segments })}</div>;
}
