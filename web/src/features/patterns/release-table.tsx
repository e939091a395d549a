import { useTranslation } from 'react-i18next';
import type { ReleasePreview } from '../../api/client.js';
import styles from './patterns.module.css';

/** What would leave; each hidden cell says why to whoever decides, and to nobody else. */
export function ReleaseTable({ preview }: { preview: ReleasePreview }) {
  const { t, i18n } = useTranslation('patterns');
  const { report, hidden, k } = preview;
  const columns = report.columns.filter(({ kind }) => kind !== 'key' && kind !== 'flag');
  const reasons = new Map(hidden.map(({ row, column, why }) => [`${row}.${column}`, why]));
  const rows: { cells: Record<string, unknown>; row: number }[] = [
    ...report.rows.map((cells, row) => ({ cells: cells as Record<string, unknown>, row })),
    ...(report.totals ? [{ cells: report.totals, row: -1 }] : []),
  ];
  const written = (value: unknown, unit: string | null) =>
    typeof value !== 'number'
      ? typeof value === 'string'
        ? value
        : '–'
      : new Intl.NumberFormat(i18n.language, unit === 'share' ? { style: 'percent' } : {}).format(value);
  return (
    <>
      <p>{t('release.hides', { count: hidden.filter(({ why }) => why !== 'derived').length, most: k - 1 })}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={report.title}>
        <table className={styles.seen}>
          <thead>
            <tr>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, row }) => (
              <tr key={row}>
                {columns.map(({ name, unit }) => {
                  const why = reasons.get(`${row}.${name}`);
                  return (
                    <td key={name}>
                      {written(cells[name], unit)}
                      {why && <span className="muted"> {t(`release.why.${why}`)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
