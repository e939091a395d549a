import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer } from '../../api/client.js';
import { useMay } from '../../lib/session.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { Waiting } from '../../ui/waiting.js';
import { OpenedNotice } from '../emergency/opened-notice.js';
import { CaseHeader } from './case-header.js';
import { caseTabs, type CaseTab } from './case-tabs.js';
import { caseQuery } from './queries.js';
import { RecordTab } from './record-tab.js';

const others: Record<CaseTab, ComponentType<{ file: CaseFileAnswer }>> = {
  documents: lazy(() => import('./documents/documents-tab.js').then(({ DocumentsTab }) => ({ default: DocumentsTab }))),
  reminders: lazy(() => import('./reminders-tab.js').then(({ RemindersTab }) => ({ default: RemindersTab }))),
  people: lazy(() => import('./people-tab.js').then(({ PeopleTab }) => ({ default: PeopleTab }))),
  history: lazy(() => import('./history-tab.js').then(({ HistoryTab }) => ({ default: HistoryTab }))),
};

/** One case: who and what is next, always; and one of its five sides, named in the address. */
export function CasePage() {
  const { clientId } = useParams({ from: '/signed-in/frame/cases/$clientId' });
  const { tab } = useSearch({ from: '/signed-in/frame/cases/$clientId' });
  const { t } = useTranslation('cases');
  const may = useMay();
  const { data: file } = useSuspenseQuery(caseQuery(clientId));
  const Side = tab ? others[tab] : RecordTab;
  return (
    <Page
      title={t('case')}
      heading={<span className="code">{file.code}</span>}
      actions={
        file.status === 'open' &&
        may('case.write') && (
          <Button variant="default" component={Link} to="/log-a-letter" search={{ client: clientId } as never}>
            {t('logAnother')}
          </Button>
        )
      }
    >
      <OpenedNotice file={file} />
      <CaseHeader file={file} />
      <Tabs label={t('case')} open={tab ?? 'record'}>
        {([undefined, ...caseTabs] as const).map((one) => (
          <Link
            key={one ?? 'record'}
            to="/cases/$clientId"
            params={{ clientId }}
            search={one ? { tab: one } : {}}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`tab.${one ?? 'record'}`)}
          </Link>
        ))}
      </Tabs>
      <Suspense fallback={<Waiting />}>
        <Side file={file} />
      </Suspense>
    </Page>
  );
}
