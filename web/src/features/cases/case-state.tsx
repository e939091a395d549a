import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsClose, clientsReopen, type CaseFileAnswer } from '../../api/client.js';
import { written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './record-editor.module.css';

/** Ends the work on a case, or takes it up again. */
export function CaseState({ file }: { file: CaseFileAnswer }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const may = useMay();
  const [closing, setClosing] = useState(false);
  const changed = () => {
    setClosing(false);
    void client.invalidateQueries({ queryKey: ['clients'] });
  };
  const reopening = useMutation({ mutationFn: () => clientsReopen(file.id), onSuccess: changed });
  return (
    <Section title={t('file')}>
      <div className={styles.removal} style={{ marginTop: 10 }}>
        {file.status === 'closed' ? (
          <Button variant="default" loading={reopening.isPending} onClick={() => reopening.mutate()}>
            {t('reopen')}
          </Button>
        ) : (
          !closing && (
            <Button variant="default" onClick={() => setClosing(true)}>
              {t('close')}
            </Button>
          )
        )}
        {file.status === 'open' && may('case.merge') && !closing && (
          <Link to="/cases/$clientId/merge" params={{ clientId: file.id }}>
            {t('mergeOther')}
          </Link>
        )}
        <ProblemNotice error={reopening.error} />
      </div>
      {closing && (
        <div className={styles.editor}>
          <RecordForm
            noun="CloseClient"
            kept={`close ${file.id}`}
            groups={[{ fields: ['closingReason', 'reviewOn'] }]}
            ahead={['reviewOn']}
            save={(values: Values) => clientsClose(file.id, (written(values) ?? {}) as never)}
            saveLabel={t('close')}
            onSaved={changed}
            onCancel={() => setClosing(false)}
          />
        </div>
      )}
    </Section>
  );
}
