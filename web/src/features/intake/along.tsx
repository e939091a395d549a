import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftAround, type Values } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import { Grid, Group } from './group.js';

const ofColleague = ['userId', 'role', 'rsvp'];

/** Who goes along: a colleague, or anybody by name. */
export function Along() {
  const { t } = useTranslation(['intake', 'accompaniment']);
  const draft = useDraftAround();
  const people = (draft.get('accompaniments') ?? []) as Values[];
  return (
    <Group title={t('along.title')}>
      {people.map((person, at) => (
        <Grid key={at}>
          {(person.userId ? ofColleague : ['userId', 'personName', 'personPhone', 'role', 'rsvp']).map((name) => (
            <Field
              optional
              key={name}
              noun="CreateAccompaniment"
              name={name}
              path={`accompaniments.${at}.${name}`}
              unset={name === 'rsvp' ? t('accompaniment:values.rsvp.asked') : undefined}
            />
          ))}
        </Grid>
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => draft.set('accompaniments', [...people, {}])}>
          {t('along.add')}
        </Button>
      </div>
    </Group>
  );
}
