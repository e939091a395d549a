import { useTranslation } from 'react-i18next';
import {
  facilitiesChange,
  facilitiesCreate,
  facilitiesGet,
  officesChange,
  officesCreate,
  officesGet,
  placesChange,
  placesCreate,
  placesGet,
} from '../../api/client.js';
import { facilitiesQuery, officesQuery, placesQuery } from './queries.js';
import { ReferenceSection } from './reference-section.js';
import styles from './settings.module.css';

/** Where people are told to come, who sends letters, and where people are held. */
export function PlacesSection() {
  const { t } = useTranslation(['place', 'office', 'common']);
  const inACity = ({ city, state }: { city?: string | null; state?: string | null }) =>
    [city, state].filter(Boolean).join(', ');
  return (
    <>
      <ReferenceSection
        noun="CreatePlace"
        words="places"
        begun="add-place"
        fields={['name', 'kind', 'addressLines', 'county', 'state', 'zone', 'entranceNotes']}
        initial={{ zone: 'America/New_York' }}
        query={placesQuery}
        create={placesCreate}
        change={placesChange}
        get={placesGet}
        says={({ kind, addressLines, entranceNotes }) => (
          <>
            <span className="muted">{t([`place:values.kind.${kind}`, `place:values.any.${kind}`])}</span>
            <div className={`muted ${styles.preline}`}>{addressLines}</div>
            {entranceNotes && <div className={styles.preline}>{entranceNotes}</div>}
          </>
        )}
      />
      <ReferenceSection
        noun="CreateOffice"
        words="offices"
        begun="add-office"
        fields={['name', 'agency', 'unit', 'addressLines', 'city', 'state']}
        query={officesQuery}
        create={officesCreate}
        change={officesChange}
        get={officesGet}
        says={(office) => (
          <>
            <span className="muted">
              {[t(`office:values.agency.${office.agency}`), office.unit, inACity(office)].filter(Boolean).join(' · ')}
            </span>
            <div className={`muted ${styles.preline}`}>{office.addressLines}</div>
          </>
        )}
      />
      <ReferenceSection
        noun="CreateFacility"
        words="facilities"
        begun="add-facility"
        fields={['name', 'city', 'state']}
        query={facilitiesQuery}
        create={facilitiesCreate}
        change={facilitiesChange}
        get={facilitiesGet}
        says={(facility) => <span className="muted">{inACity(facility)}</span>}
      />
    </>
  );
}
