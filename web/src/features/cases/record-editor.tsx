import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { ifMatch } from '../../lib/version.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './record-editor.module.css';
import { recordKinds, type RecordKind } from './record-kinds.js';

interface Props {
  kind: RecordKind;
  clientId: string;
  /** What is changed; a new record when left out. */
  record?: { id: string; version: number } & Values;
  done: () => void;
}

/** Adds or changes one record of a case file, in the place where it stands. */
export function RecordEditor({ kind, clientId, record, done }: Props) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const described = recordKinds[kind];
  const saved = () => {
    done();
    void client.invalidateQueries({ queryKey: ['clients', clientId] });
    void client.invalidateQueries({ queryKey: ['appointments'] });
  };
  const save = (values: Values, base: Values) =>
    record
      ? described.change(record.id, ifMatch(base), changesOf(base, values))
      : described.create(clientId, (written(values) ?? {}) as Values);
  return (
    <div className={styles.editor}>
      <h3>{t(record ? `editing.${kind}` : `adding.${kind}`)}</h3>
      <RecordForm
        noun={described.noun}
        groups={described.groups.map((group) => (group.title ? { ...group, title: t(`group.${group.title}`) } : group))}
        ahead={described.ahead}
        initial={record}
        save={save}
        {...(record ? { latest: () => described.get(record.id) as Promise<Values> } : {})}
        onSaved={saved}
        onCancel={done}
      />
      {record && <Removal remove={() => described.remove(record.id)} removed={saved} />}
    </div>
  );
}

function Removal({ remove, removed }: { remove: () => Promise<unknown>; removed: () => void }) {
  const { t } = useTranslation('cases');
  const [asked, setAsked] = useState(false);
  const removal = useMutation({ mutationFn: remove, onSuccess: removed });
  return (
    <div className={styles.removal}>
      {asked ? (
        <>
          <span>{t('reallyRemove')}</span>
          <Button size="xs" variant="default" loading={removal.isPending} onClick={() => removal.mutate()}>
            {t('common:remove')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => setAsked(false)}>
            {t('common:cancel')}
          </Button>
        </>
      ) : (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsked(true)}>
          {t('common:remove')}
        </Button>
      )}
      <ProblemNotice error={removal.error} />
    </div>
  );
}
