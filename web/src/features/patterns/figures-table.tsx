import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportAnswer } from '../../api/client.js';
import { periodInWords } from '../../lib/days.js';
import table from '../../ui/table.module.css';
import styles from './patterns.module.css';

interface Props {
  report: Pick<ReportAnswer, 'title' | 'columns' | 'rows' | 'totals'>;
  /** What else stands in a cell; row -1 is the totals. */
  beside?: (row: number, column: string) => ReactNode;
}

/** The exact bounds stand in the workbook; beside those of Wilson they would say the same twice. */
const isShown = ({ name, kind }: ReportAnswer['columns'][number]) =>
  kind !== 'key' && kind !== 'flag' && !/Exact(Low|High)$/.test(name);

/** A report as a table, under the names that it gives itself. */
export function FiguresTable({ report, beside }: Props) {
  const { i18n } = useTranslation();
  const columns = report.columns.filter(isShown);
  const rows = [
    ...report.rows.map((cells, row) => ({ cells: cells as Record<string, unknown>, row })),
    ...(report.totals ? [{ cells: report.totals as Record<string, unknown>, row: -1 }] : []),
  ];
  const written = (value: unknown, unit: string | null) => {
    if (typeof value === 'string') return periodInWords(value, i18n.language);
    if (typeof value !== 'number') return '–';
    const shape =
      unit === 'share' ? ({ style: 'percent' } as const) : { maximumFractionDigits: unit === 'ratio' ? 2 : 1 };
    return new Intl.NumberFormat(i18n.language, shape).format(value);
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={report.title}>
      <table className={`${table.table} ${styles.seen}`}>
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
              {columns.map(({ name, unit, kind }) => {
                const Cell = kind === 'label' ? 'th' : 'td';
                return (
                  <Cell key={name} {...(kind === 'label' ? { scope: 'row' } : {})}>
                    {written(cells[name], unit)}
                    {beside?.(row, name)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
