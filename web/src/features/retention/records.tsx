import { useTranslation } from 'react-i18next';

/** How many records of which kind, in words: "2 letters, 1 arrest". */
export function Records({ records }: { records: { recordType: string; count: number }[] }) {
  const { t, i18n } = useTranslation('retention');
  const known = records
    .filter(({ count }) => count > 0)
    .map(({ recordType, count }) =>
      t(`records.${recordType}`, { count, defaultValue: `${count} ${recordType.replaceAll('_', ' ')}` }),
    );
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return <span className="muted"> {list.format(known)}</span>;
}
