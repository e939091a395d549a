import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.js';
import { Page, Section } from '../../ui/page.js';
import { OpenedNotice } from '../emergency/opened-notice.js';
import { CaseHeader } from './case-header.js';
import styles from './case-page.module.css';
import { CaseState } from './case-state.js';
import { LooksSection } from './looks-section.js';
import { PersonSection } from './person-section.js';
import { caseQuery, recordsQuery } from './queries.js';
import { RecordEditor } from './record-editor.js';
import { recordKinds, type RecordKind } from './record-kinds.js';
import { Timeline } from './timeline.js';
import { WallSection } from './wall-section.js';

export function CasePage() {
  const { clientId } = useParams({ from: '/signed-in/frame/cases/$clientId' });
  const { t } = useTranslation('cases');
  const may = useMay();
  const { data: file } = useSuspenseQuery(caseQuery(clientId));
  const { data: records } = useSuspenseQuery(recordsQuery(clientId));
  const [adding, setAdding] = useState<RecordKind>();
  const open = file.status === 'open';
  const writes = open && may('case.write');
  return (
    <Page
      title={t('case')}
      heading={<span className="code">{file.code}</span>}
      actions={
        writes && (
          <Button variant="default" component={Link} to="/log-a-letter" search={{ client: clientId } as never}>
            {t('logAnother')}
          </Button>
        )
      }
    >
      <OpenedNotice file={file} />
      <CaseHeader file={file} />
      <Section
        title={t('timeline')}
        actions={
          writes && (
            <>
              <span className="muted">{t('addWhat')}</span>
              {(Object.keys(recordKinds) as RecordKind[]).map((kind) => (
                <Button key={kind} size="compact-sm" variant="subtle" onClick={() => setAdding(kind)}>
                  {t(`add.${kind}`)}
                </Button>
              ))}
            </>
          )
        }
      >
        <Timeline clientId={clientId} records={records} open={open} />
        {adding && (
          <div className={styles.adding}>
            <RecordEditor key={adding} kind={adding} clientId={clientId} done={() => setAdding(undefined)} />
          </div>
        )}
      </Section>
      <PersonSection file={file} />
      {may('directory.read') && <WallSection file={file} />}
      {may('access.read') && <LooksSection clientId={clientId} />}
      {may('case.close') && <CaseState file={file} />}
    </Page>
  );
}
