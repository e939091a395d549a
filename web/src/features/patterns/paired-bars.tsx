import styles from './patterns.module.css';

interface Props {
  caption: string;
  /** Headings: of the rows, of the earlier period, of the later one. */
  heads: [string, string, string];
  bars: { label: string; earlier: number; later: number }[];
}

/** Two periods in one table, drawn as well; told apart by an outline and a filled bar, so that a copy in grey can be read. */
export function PairedBars({ caption, heads: [what, earlier, later], bars }: Props) {
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.earlier, bar.later]));
  return (
    <table className={styles.bars}>
      <caption>
        {caption}
        <span className={styles.periods} aria-hidden>
          <span className={`${styles.key} ${styles.earlier}`} /> {earlier}
        </span>
        <span className={styles.periods} aria-hidden>
          <span className={`${styles.key} ${styles.bar}`} /> {later}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">
            <span className={`${styles.key} ${styles.earlier}`} role="img" aria-label={earlier} />
          </th>
          <th scope="col">
            <span className={`${styles.key} ${styles.bar}`} role="img" aria-label={later} />
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>{bar.earlier}</td>
            <td>{bar.later}</td>
            <td aria-hidden>
              <div className={`${styles.bar} ${styles.earlier}`} style={{ width: `${(bar.earlier / most) * 100}%` }} />
              <div className={styles.bar} style={{ width: `${(bar.later / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
