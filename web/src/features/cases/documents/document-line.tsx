import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  documentsChange,
  documentsGet,
  documentsRemove,
  type CaseFileAnswer,
  type DocumentAnswer,
} from '../../../api/client.js';
import { changesOf } from '../../../forms/draft.js';
import { RecordForm } from '../../../forms/record-form.js';
import { dayAt, dayInWords } from '../../../lib/days.js';
import { useMay, useZone } from '../../../lib/session.js';
import { ifMatch } from '../../../lib/version.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Removal } from '../../../ui/removal.js';
import { Shielded } from '../../../ui/shielded.js';
import { recordsQuery } from '../queries.js';
import editor from '../record-editor.module.css';
import { DocumentFields } from './document-fields.js';
import styles from './documents.module.css';
import { sizeInWords } from './size.js';
import { useDocumentFile } from './use-document-file.js';

interface Props {
  document: DocumentAnswer;
  file: CaseFileAnswer;
}

/** One document: what it is, and its file to take out. */
export function DocumentLine({ document, file }: Props) {
  const { t, i18n } = useTranslation('document');
  const may = useMay();
  const zone = useZone();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { data: records } = useQuery(recordsQuery(file.id));
  const content = useDocumentFile(file.code);
  const letter = records?.letters.find(({ id }) => id === document.letterId);
  const kind = t(`values.kind.${document.kind}`);
  const name = document.title ? `${kind}, ${document.title}` : kind;
  const changed = () => {
    setEditing(false);
    void client.invalidateQueries({ queryKey: ['clients', file.id, 'documents'] });
  };
  if (editing) {
    return (
      <li className={editor.editor}>
        <RecordForm
          noun="ChangeDocument"
          kept={`document ${document.id}`}
          groups={[{ fields: ['title'] }]}
          initial={document}
          save={(next, base) => documentsChange(document.id, ifMatch(base), changesOf(base, next))}
          latest={() => documentsGet(document.id)}
          onSaved={changed}
          onCancel={() => setEditing(false)}
        >
          <DocumentFields clientId={file.id} />
        </RecordForm>
      </li>
    );
  }
  const open = file.status === 'open';
  return (
    <li className={styles.line}>
      <div>
        <strong>{kind}</strong> {document.title && <Shielded>{document.title}</Shielded>}
        <div className="muted">
          {[
            t(`mediaType.${document.mediaType.split('/')[1]}`),
            document.pages && document.mediaType === 'application/pdf'
              ? t('pages', { count: document.pages })
              : undefined,
            sizeInWords(document.bytes, i18n.language),
            t('addedOn', { day: dayInWords(dayAt(document.createdAt, zone), i18n.language) }),
            letter && t('ofLetter', { day: dayInWords(letter.receivedOn, i18n.language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <span className={styles.actions}>
        <Button
          size="compact-sm"
          variant="default"
          loading={content.isPending}
          aria-label={`${t('open')}: ${name}`}
          onClick={() => content.mutate(document)}
        >
          {t('open')}
        </Button>
        {open && may('case.write') && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('common:change')}: ${name}`}
            onClick={() => setEditing(true)}
          >
            {t('common:change')}
          </Button>
        )}
      </span>
      {open && may('case.delete') && (
        <Removal what={name} says={t('willHappen')} remove={() => documentsRemove(document.id)} removed={changed} />
      )}
      <ProblemNotice error={content.error} />
    </li>
  );
}
