import { useTranslation } from 'react-i18next';
import type { ReleasePreview } from '../../api/client.js';
import { FiguresTable } from './figures-table.js';

/** What would leave; each hidden cell says why to whoever decides, and to nobody else. */
export function ReleaseTable({ preview: { report, hidden, k } }: { preview: ReleasePreview }) {
  const { t } = useTranslation('patterns');
  const reasons = new Map(hidden.map(({ row, column, why }) => [`${row}.${column}`, why]));
  return (
    <>
      <p>{t('release.hides', { count: hidden.filter(({ why }) => why !== 'derived').length, most: k - 1 })}</p>
      <FiguresTable
        report={report}
        beside={(row, column) => {
          const why = reasons.get(`${row}.${column}`);
          return why && <span className="muted"> {t(`release.why.${why}`)}</span>;
        }}
      />
    </>
  );
}
