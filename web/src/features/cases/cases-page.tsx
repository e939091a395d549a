import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantInWords, dayInWords } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { Empty, Page } from '../../ui/page.js';
import { PersonName } from '../../ui/person-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import table from '../../ui/table.module.css';
import { Waiting } from '../../ui/waiting.js';
import { usersQuery } from '../settings/queries.js';
import styles from './cases-page.module.css';
import { casesQuery, type CaseFilters } from './queries.js';

export function CasesPage() {
  const { t, i18n } = useTranslation(['cases', 'client']);
  const may = useMay();
  const filters = useSearch({ from: '/signed-in/frame/cases' });
  const navigate = useNavigate();
  const cases = useInfiniteQuery(casesQuery(filters));
  const users = useQuery(usersQuery);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (change: CaseFilters) => {
    const next = Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value));
    void navigate({ to: '/cases', search: next });
  };
  return (
    <Page title={t('common:place.cases')} wide>
      <div className={styles.filters}>
        <NativeSelect
          label={t('status')}
          size="sm"
          value={filters.status ?? 'open'}
          onChange={({ currentTarget }) => narrow({ status: currentTarget.value === 'closed' ? 'closed' : undefined })}
        >
          <option value="open">{t('client:values.status.open')}</option>
          <option value="closed">{t('client:values.status.closed')}</option>
        </NativeSelect>
        <NativeSelect
          label={t('client:fields.assignedAttorneyId')}
          size="sm"
          value={filters.attorney ?? ''}
          onChange={({ currentTarget }) => narrow({ attorney: currentTarget.value })}
        >
          <option value="">{t('anyone')}</option>
          {users.data
            ?.filter(({ role }) => role === 'attorney' || role === 'supervisor')
            .map((user) => (
              <option key={user.id} value={user.id}>
                {user.displayName}
              </option>
            ))}
        </NativeSelect>
        <Checkbox
          label={t('upcoming')}
          checked={filters.upcoming ?? false}
          onChange={({ currentTarget }) => narrow({ upcoming: currentTarget.checked || undefined })}
        />
      </div>
      <ProblemNotice error={cases.error} retry={() => void cases.refetch()} />
      {cases.isPending && <Waiting />}
      {cases.isSuccess && items.length === 0 && (
        <Empty>
          {t('none')} {may('case.write') && <Link to="/log-a-letter">{t('common:place.log')}</Link>}
        </Empty>
      )}
      {items.length > 0 && (
        <table className={`${table.table} ${table.cards} ${styles.cases}`}>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('next')}</th>
              <th scope="col">{t('lastLetter')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td>
                  <CaseCode clientId={one.id}>{one.code}</CaseCode>
                </td>
                <td>
                  <PersonName legalName={one.legalName} preferredName={one.preferredName} />
                  {one.restricted && <span className={styles.mark}>{t('restricted')}</span>}
                  {one.legalHold && <span className={styles.mark}>{t('hold')}</span>}
                </td>
                <td data-none={one.nextAppointment ? undefined : true}>
                  {one.nextAppointment ? (
                    <>
                      {instantInWords(one.nextAppointment.startsAt, one.nextAppointment.zone, i18n.language)}
                      <div className="muted">{one.nextAppointment.placeName}</div>
                    </>
                  ) : (
                    <span className="muted">{t('noNext')}</span>
                  )}
                </td>
                <td>
                  {one.lastLetterOn ? (
                    dayInWords(one.lastLetterOn, i18n.language)
                  ) : (
                    <span className="muted">{t('noLetter')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cases.hasNextPage && (
        <div>
          <Button variant="default" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            {t('common:more')}
          </Button>
        </div>
      )}
      {may('break_glass.use') && (
        <p className="muted">
          {t('notHere')} <Link to="/emergency">{t('emergency')}</Link>
        </p>
      )}
    </Page>
  );
}
