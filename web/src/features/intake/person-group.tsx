import { Button, Checkbox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clientsList } from '../../api/client.js';
import { useDraftAround } from '../../forms/draft.js';
import { Field } from '../../forms/field.js';
import { Folded } from '../../forms/folded.js';
import { PersonName } from '../../ui/person-name.js';
import { caseQuery } from '../cases/queries.js';
import { Grid, Group } from './group.js';
import styles from './intake.module.css';

const first = ['legalName', 'phone', 'dateOfBirth', 'language', 'county', 'assignedAttorneyId'];
const more = [
  'preferredName',
  'aliases',
  'aNumber',
  'countryOfBirth',
  'phoneSafeToText',
  'channel',
  'interpreter',
  'proceedings',
  'priorRemovalOrder',
  'convictions',
  'minorChildrenAtHome',
  'intakeSource',
  'emergencyContacts',
];

/** Find or new: whoever is here already appears below the name while it is typed. */
export function PersonGroup() {
  const { t } = useTranslation('intake');
  const draft = useDraftAround();
  const clientId = draft.get('clientId') as string | undefined;
  if (clientId) return <KnownPerson clientId={clientId} />;
  const consent = (name: 'record' | 'sms') => ({
    label: t(`consent.${name}`),
    checked: Boolean(draft.get(`consents.${name}`)),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      draft.set(`consents.${name}`, currentTarget.checked),
  });
  return (
    <Group title={t('person.title')}>
      <Grid>
        {first.map((name) => (
          <Field key={name} noun="CreateClient" name={name} path={`client.${name}`} />
        ))}
      </Grid>
      <SamePerson />
      <div className={styles.checks}>
        <Checkbox {...consent('record')} />
        <Checkbox {...consent('sms')} />
      </div>
      <Folded
        title={t('person.more')}
        says={t('person.moreSays')}
        open={more.some((name) => `client.${name}` in draft.errors)}
      >
        <Grid>
          {more.map((name) => (
            <Field key={name} noun="CreateClient" name={name} path={`client.${name}`} />
          ))}
        </Grid>
      </Folded>
    </Group>
  );
}

function KnownPerson({ clientId }: { clientId: string }) {
  const { t } = useTranslation('intake');
  const draft = useDraftAround();
  const { data: file } = useQuery(caseQuery(clientId));
  return (
    <Group title={t('person.title')}>
      <div className={styles.known}>
        <span className="code">{file?.code}</span>
        <PersonName legalName={file?.legalName} preferredName={file?.preferredName} />
        <Button variant="subtle" size="compact-sm" onClick={() => draft.set('clientId', undefined)}>
          {t('person.somebodyElse')}
        </Button>
      </div>
    </Group>
  );
}

/** People whose name or phone is being typed. */
function SamePerson() {
  const { t } = useTranslation('intake');
  const draft = useDraftAround();
  const [name] = useDebouncedValue(((draft.get('client.legalName') ?? '') as string).trim(), 350);
  const { data } = useQuery({
    queryKey: ['clients', 'same', name],
    queryFn: () => clientsList({ q: name, limit: 4 }),
    enabled: name.length >= 3,
    gcTime: 0,
  });
  const people = name.length >= 3 ? (data?.items ?? []) : [];
  if (people.length === 0) return null;
  return (
    <div className={styles.same} role="status">
      <span className="muted">{t('person.here')}</span>
      {people.map((person) => (
        <span key={person.id} className={styles.known}>
          <span className="code">{person.code}</span>
          <PersonName legalName={person.legalName} preferredName={person.preferredName} />
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('person.useOf', { code: person.code })}
            onClick={() => draft.set('clientId', person.id)}
          >
            {t('person.use')}
          </Button>
        </span>
      ))}
    </div>
  );
}
