import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer, DocumentAnswer } from '../../../api/client.js';
import { dayAt, dayInWords } from '../../../lib/days.js';
import { useMay, useZone } from '../../../lib/session.js';
import { Notice } from '../../../ui/notice.js';
import { Empty, Section } from '../../../ui/page.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Waiting } from '../../../ui/waiting.js';
import { DocumentLine } from './document-line.js';
import styles from './documents.module.css';
import { PacketsSection } from './packets-section.js';
import { documentsQuery } from './queries.js';
import { UploadForm } from './upload-form.js';

/** Scans and papers of the case: put in, taken out, named, deleted; and which packets are out. */
export function DocumentsTab({ file }: { file: CaseFileAnswer }) {
  const { t, i18n } = useTranslation('document');
  const zone = useZone();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<DocumentAnswer>();
  const documents = useQuery(documentsQuery(file.id));
  const scans = documents.data?.filter(({ kind }) => kind !== 'packet');
  const open = file.status === 'open';
  const same = documents.data?.find(({ id }) => id === done?.sameAs);
  const close = (added?: DocumentAnswer) => {
    setAdding(false);
    setDone(added);
  };
  return (
    <>
      <Section
        title={t('title')}
        actions={
          open &&
          may('case.write') && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      >
        <p role="status" className={styles.done}>
          {done && !adding && t('added')}
        </p>
        {same && !adding && (
          <Notice tone="owed" title={t('twice')}>
            <p>
              {t('twiceSays', {
                what: [t(`values.kind.${same.kind}`), same.title].filter(Boolean).join(', '),
                day: dayInWords(dayAt(same.createdAt, zone), i18n.language),
              })}
            </p>
          </Notice>
        )}
        {adding && <UploadForm file={file} close={close} />}
        <ProblemNotice error={documents.error} retry={() => void documents.refetch()} />
        {documents.isPending && <Waiting />}
        {scans?.length === 0 && !adding && <Empty>{t('none')}</Empty>}
        <ul className="bare">
          {scans?.map((document) => (
            <DocumentLine key={document.id} document={document} file={file} />
          ))}
        </ul>
      </Section>
      <PacketsSection file={file} documents={documents.data ?? []} />
    </>
  );
}
