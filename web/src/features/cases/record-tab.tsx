import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer } from '../../api/client.js';
import { isDraftKept } from '../../forms/sealed-drafts.js';
import { useMay } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import styles from './case-page.module.css';
import { CaseState } from './case-state.js';
import { PersonSection } from './person-section.js';
import { recordsQuery } from './queries.js';
import { keptRecord, RecordEditor } from './record-editor.js';
import { recordKinds, type RecordKind } from './record-kinds.js';
import { Timeline } from './timeline.js';

const kinds = Object.keys(recordKinds) as RecordKind[];

/** What happened, in order, and how the person stands with immigration. */
export function RecordTab({ file }: { file: CaseFileAnswer }) {
  const { t } = useTranslation('cases');
  const may = useMay();
  const { data: records } = useSuspenseQuery(recordsQuery(file.id));
  const [adding, setAdding] = useState(() => kinds.find((kind) => isDraftKept(keptRecord(kind, file.id))));
  const open = file.status === 'open';
  return (
    <>
      <Section
        title={t('timeline')}
        actions={
          open &&
          may('case.write') && (
            <>
              <span className="muted">{t('addWhat')}</span>
              {kinds.map((kind) => (
                <Button key={kind} size="compact-sm" variant="subtle" onClick={() => setAdding(kind)}>
                  {t(`add.${kind}`)}
                </Button>
              ))}
            </>
          )
        }
      >
        <Timeline clientId={file.id} records={records} open={open} />
        {adding && (
          <div className={styles.adding}>
            <RecordEditor key={adding} kind={adding} clientId={file.id} done={() => setAdding(undefined)} />
          </div>
        )}
      </Section>
      <PersonSection file={file} groups={['posture']} />
      {may('case.close') && <CaseState file={file} />}
    </>
  );
}
