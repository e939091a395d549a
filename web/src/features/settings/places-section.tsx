import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesChange, placesCreate, placesGet, type PlaceAnswer } from '../../api/client.js';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Empty, Section } from '../../ui/page.js';
import { placesQuery } from './queries.js';
import styles from './settings.module.css';

const groups = [{ fields: ['name', 'kind', 'addressLines', 'county', 'state', 'zone', 'entranceNotes'] }];

/** Where people are told to come; holds nothing about any person. */
export function PlacesSection() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const writes = useMay()('reference.write');
  const { data: places } = useSuspenseQuery(placesQuery);
  const [editing, setEditing] = useState<string>();
  const done = () => {
    setEditing(undefined);
    void client.invalidateQueries({ queryKey: ['places'] });
  };
  return (
    <Section
      title={t('places.title')}
      actions={
        writes && (
          <Button size="sm" variant="default" onClick={() => setEditing('new')}>
            {t('places.add')}
          </Button>
        )
      }
    >
      {editing === 'new' && (
        <div style={{ paddingTop: 12 }}>
          <RecordForm
            noun="CreatePlace"
            groups={groups}
            initial={{ zone: 'America/New_York' }}
            save={(values) => placesCreate(written(values) as never)}
            onSaved={done}
            onCancel={() => setEditing(undefined)}
          />
        </div>
      )}
      {places.length === 0 && <Empty>{t('places.none')}</Empty>}
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.id}>
            {editing === place.id ? (
              <RecordForm
                noun="CreatePlace"
                groups={groups}
                initial={place as unknown as Values}
                save={(values, base) => placesChange(place.id, ifMatch(base), changesOf(base, values))}
                latest={() => placesGet(place.id)}
                onSaved={done}
                onCancel={() => setEditing(undefined)}
              />
            ) : (
              <PlaceLine place={place} edit={writes ? () => setEditing(place.id) : undefined} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlaceLine({ place, edit }: { place: PlaceAnswer; edit?: () => void }) {
  const { t } = useTranslation(['place', 'common']);
  return (
    <div className={styles.line}>
      <div>
        <strong>{place.name}</strong>{' '}
        <span className="muted">{t([`values.kind.${place.kind}`, `values.any.${place.kind}`])}</span>
        <div className={`muted ${styles.preline}`}>{place.addressLines}</div>
        {place.entranceNotes && <div className={styles.preline}>{place.entranceNotes}</div>}
      </div>
      {edit && (
        <Button variant="subtle" size="compact-sm" onClick={edit} aria-label={`${t('common:change')}: ${place.name}`}>
          {t('common:change')}
        </Button>
      )}
    </div>
  );
}
