import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery, type UseSuspenseQueryOptions } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Empty, Section } from '../../ui/page.js';
import styles from './settings.module.css';

interface Entry {
  id: string;
  name: string;
}

interface Props<T extends Entry> {
  /** Class of the API with which one is added. */
  noun: string;
  /** Which words of the settings speak of it. */
  words: 'places' | 'offices' | 'facilities';
  fields: string[];
  initial?: Values;
  query: UseSuspenseQueryOptions<T[], Error, T[], string[]>;
  create: (values: never) => Promise<unknown>;
  change: (id: string, version: string, changes: Values) => Promise<unknown>;
  get: (id: string) => Promise<T>;
  /** What is said of one beside its name. */
  says: (entry: T) => ReactNode;
}

/** A list of the organisation's own that records refer to; holds nothing about any person. */
export function ReferenceSection<T extends Entry>(props: Props<T>) {
  const { noun, words, fields, initial, query, create, change, get, says } = props;
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const writes = useMay()('reference.write');
  const { data: entries } = useSuspenseQuery(query);
  const [editing, setEditing] = useState<string>();
  const form = {
    noun,
    groups: [{ fields }],
    onSaved: () => {
      setEditing(undefined);
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
    onCancel: () => setEditing(undefined),
  };
  return (
    <Section
      title={t(`${words}.title`)}
      actions={
        writes && (
          <Button size="sm" variant="default" onClick={() => setEditing('new')}>
            {t(`${words}.add`)}
          </Button>
        )
      }
    >
      {editing === 'new' && (
        <div className={styles.after}>
          <RecordForm {...form} initial={initial} save={(values) => create(written(values) as never)} />
        </div>
      )}
      {entries.length === 0 && <Empty>{t(`${words}.none`)}</Empty>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {editing === entry.id ? (
              <RecordForm
                {...form}
                initial={entry as unknown as Values}
                save={(values, base) => change(entry.id, ifMatch(base), changesOf(base, values))}
                latest={async () => (await get(entry.id)) as unknown as Values}
              />
            ) : (
              <div className={styles.line}>
                <div>
                  <strong>{entry.name}</strong> {says(entry)}
                </div>
                {writes && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setEditing(entry.id)}
                    aria-label={`${t('common:change')}: ${entry.name}`}
                  >
                    {t('common:change')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
