import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.js';
import { wordsOf } from './catalogued.js';
import styles from './conflict.module.css';
import type { Conflict } from './conflict.js';
import { useDraftAround } from './draft.js';
import { FieldValue } from './field-value.js';

interface Props {
  noun: string;
  conflict: Conflict;
}

/** Somebody else saved first: theirs beside mine, field by field, to choose from before saving again. */
export function ConflictNotice({ noun, conflict: { both, taken } }: Props) {
  const { t } = useTranslation([wordsOf(noun), 'common']);
  const draft = useDraftAround();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const chosen = (field: string, value: unknown) =>
    JSON.stringify(draft.get(field) ?? null) === JSON.stringify(value ?? null);
  return (
    <div ref={notice} tabIndex={-1} className={styles.conflict}>
      <Notice tone="problem" title={t('common:conflict.title')}>
        <p>{t(both.length > 0 ? 'common:conflict.choose' : 'common:conflict.fits')}</p>
        {both.length > 0 && (
          <div className={styles.wide}>
            <table>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('common:conflict.theirs')}</th>
                  <th scope="col">{t('common:conflict.mine')}</th>
                </tr>
              </thead>
              <tbody>
                {both.map(({ field, theirs, mine }) => (
                  <tr key={field}>
                    <th scope="row">{t(`fields.${field}`)}</th>
                    {[
                      { says: 'common:conflict.takeTheirs', value: theirs },
                      { says: 'common:conflict.keepMine', value: mine },
                    ].map(({ says, value }) => (
                      <td key={says} data-chosen={chosen(field, value) || undefined}>
                        <FieldValue noun={noun} name={field} value={value} />
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-pressed={chosen(field, value)}
                          aria-label={`${t(says)}: ${t(`fields.${field}`)}`}
                          onClick={() => draft.set(field, value)}
                        >
                          {t(says)}
                        </Button>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {taken.length > 0 && (
          <p className="muted">
            {t('common:conflict.taken', { fields: taken.map((field) => t(`fields.${field}`)).join(', ') })}
          </p>
        )}
      </Notice>
    </div>
  );
}
