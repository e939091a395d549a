import { Input } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer, DocumentAnswer } from '../../../api/client.js';
import { useDraftAround, written, type Values } from '../../../forms/draft.js';
import { RecordForm } from '../../../forms/record-form.js';
import { problemOf } from '../../../lib/problem.js';
import { upload } from '../../../lib/upload.js';
import type { Once } from '../../../lib/version.js';
import editor from '../record-editor.module.css';
import { DocumentFields } from './document-fields.js';
import styles from './documents.module.css';
import { sizeInWords } from './size.js';

/** What the server takes, for the browser's own dialogue; which offers the camera on phones. */
const taken = 'application/pdf,image/jpeg,image/png,image/webp,image/heic';

/** No answer, or the server had waited long enough. */
const lineFailed = new Set([0, 408]);

interface Props {
  file: CaseFileAnswer;
  close: (added?: DocumentAnswer) => void;
}

/** Puts a scan into the file, and shows how much of it has left. */
export function UploadForm({ file, close }: Props) {
  const { t } = useTranslation('document');
  const client = useQueryClient();
  const [share, setShare] = useState<number>();
  const [isLost, setLost] = useState(false);
  const added = useRef<DocumentAnswer>(undefined);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const send = async ({ file: scan, ...fields }: Values, _: Values, once: Once): Promise<DocumentAnswer> => {
    const form = new FormData();
    for (const [name, value] of Object.entries((written(fields) ?? {}) as Record<string, string>))
      form.set(name, value);
    // Its name stays here.
    if (scan instanceof File) form.set('file', scan, 'document');
    setShare(0);
    setLost(false);
    const { signal } = stop.current;
    try {
      added.current = await upload<DocumentAnswer>({
        path: `/api/clients/${file.id}/documents`,
        form,
        onProgress: setShare,
        signal,
        once,
      });
      return added.current;
    } catch (error) {
      setLost(lineFailed.has(problemOf(error).status));
      throw error;
    } finally {
      setShare(undefined);
    }
  };
  return (
    <div className={editor.editor}>
      <h3>{t('add')}</h3>
      <RecordForm
        noun="CreateDocument"
        groups={[{ fields: ['title'] }]}
        initial={{ kind: 'letter_scan' }}
        save={send}
        saveLabel={t('send')}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['clients', file.id, 'documents'] });
          close(added.current);
        }}
        onCancel={() => close()}
      >
        <DocumentFields clientId={file.id} />
        <FileField />
        {isLost && <p>{t('slow')}</p>}
        {share !== undefined && <Progress share={share} />}
      </RecordForm>
    </div>
  );
}

function FileField() {
  const { t, i18n } = useTranslation('document');
  const draft = useDraftAround();
  const id = useId();
  const chosen = draft.get('file');
  const error = draft.errors.file;
  return (
    <Input.Wrapper
      id={id}
      label={t('file')}
      description={chosen instanceof File ? sizeInWords(chosen.size, i18n.language) : t('fileHint')}
      error={error}
      required
      withAsterisk
    >
      <input
        id={id}
        type="file"
        className={styles.file}
        accept={taken}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-description ${id}-error` : `${id}-description`}
        onChange={({ currentTarget }) => draft.set('file', currentTarget.files?.[0])}
      />
    </Input.Wrapper>
  );
}

function Progress({ share }: { share: number }) {
  const { t, i18n } = useTranslation('document');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  return (
    <p className={styles.progress}>
      <progress max={1} value={share} aria-label={t('sending')} /> {share < 1 ? t('sent', { percent }) : t('checking')}
    </p>
  );
}
