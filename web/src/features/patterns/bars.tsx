import styles from './patterns.module.css';

export interface Bar {
  label: string;
  n: number;
}

interface Props {
  caption: string;
  /** Headings of the table's two columns. */
  heads: [string, string];
  bars: Bar[];
}

/** A table whose figures are drawn as well: the chart and its table are one thing, for eyes and for screen readers. */
export function Bars({ caption, heads, bars }: Props) {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, n }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{n}</td>
            <td aria-hidden>
              <div className={styles.bar} style={{ width: `${(n / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
