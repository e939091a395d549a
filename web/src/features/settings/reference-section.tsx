import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery, type UseSuspenseQueryOptions } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useArrival, useBegun } from '../../lib/arrival.js';
import { useMay } from '../../lib/session.js';
import { ifMatch, type Once } from '../../lib/version.js';
import { List } from '../../ui/list.js';
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
  /** Hash of the address by which a link begins a new one. */
  begun: string;
  fields: string[];
  initial?: Values;
  query: UseSuspenseQueryOptions<T[], Error, T[], string[]>;
  create: (values: never, once: Once) => Promise<unknown>;
  change: (id: string, version: string, changes: Values) => Promise<unknown>;
  get: (id: string) => Promise<T>;
  /** What is said of one beside its name. */
  says: (entry: T) => ReactNode;
}

/** A list of the organisation's own that records refer to; holds nothing about any person. */
export function ReferenceSection<T extends Entry>(props: Props<T>) {
  const { noun, words, begun, fields, initial, query, create, change, get, says } = props;
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const writes = useMay()('reference.write');
  const { data: entries } = useSuspenseQuery(query);
  const [adding, setAdding] = useBegun(begun);
  const [editing, setEditing] = useState<string>();
  const stop = () => {
    setEditing(undefined);
    if (adding) setAdding(false);
  };
  const form = {
    noun,
    groups: [{ fields }],
    onSaved: () => {
      stop();
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
    onCancel: stop,
  };
  return (
    <Section
      title={t(`${words}.title`)}
      actions={
        writes &&
        !adding && (
          <Button size="sm" variant="default" onClick={() => setAdding(true)}>
            {t(`${words}.add`)}
          </Button>
        )
      }
    >
      {writes && adding && (
        <div className={styles.after}>
          <RecordForm
            {...form}
            kept={begun}
            initial={initial}
            save={(values, _base, once) => create(written(values) as never, once)}
          />
        </div>
      )}
      {entries.length === 0 && <Empty>{t(`${words}.none`)}</Empty>}
      <List>
        {entries.map((entry) => (
          <EntryLine key={entry.id} id={entry.id}>
            {editing === entry.id ? (
              <RecordForm
                {...form}
                kept={`${words} ${entry.id}`}
                initial={entry as unknown as Values}
                save={(values, base) => change(entry.id, ifMatch(base), changesOf(base, values))}
                latest={async () => (await get(entry.id)) as unknown as Values}
              />
            ) : (
              <div className={`ends ${styles.line}`} data-beside>
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
          </EntryLine>
        ))}
      </List>
    </Section>
  );
}

/** One of the list; a link may lead to it. */
function EntryLine({ id, children }: { id: string; children: ReactNode }) {
  const here = useArrival<HTMLLIElement>(id);
  return (
    <li ref={here} tabIndex={-1}>
      {children}
    </li>
  );
}
