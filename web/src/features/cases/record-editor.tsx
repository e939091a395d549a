import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changesOf, written, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch, type Once } from '../../lib/version.js';
import { Removal } from '../../ui/removal.js';
import styles from './record-editor.module.css';
import { recordKinds, type RecordKind } from './record-kinds.js';

/** Under which name what is being typed of a record is kept. */
export const keptRecord = (kind: RecordKind, id: string): string => `${kind} ${id}`;

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
  const may = useMay();
  const described = recordKinds[kind];
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['clients', clientId] });
    void client.invalidateQueries({ queryKey: ['appointments'] });
  };
  const save = async (values: Values, base: Values, once: Once) => {
    const saved = await (typeof base.id === 'string'
      ? described.change(base.id, ifMatch(base), changesOf(base, values))
      : described.create(clientId, (written(values) ?? {}) as Values, once));
    refresh();
    return saved;
  };
  return (
    <div className={styles.editor}>
      <h3>{t(record ? `editing.${kind}` : `adding.${kind}`)}</h3>
      <RecordForm
        noun={described.noun}
        kept={keptRecord(kind, record?.id ?? clientId)}
        groups={described.groups.map((group) => (group.title ? { ...group, title: t(`group.${group.title}`) } : group))}
        ahead={described.ahead}
        initial={record}
        save={save}
        {...(record ? { latest: () => described.get(record.id) as Promise<Values> } : {})}
        confirms
        onSaved={done}
        onCancel={done}
      />
      {record && may('case.delete') && (
        <Removal
          says={t('reallyRemove')}
          remove={() => described.remove(record.id)}
          removed={() => {
            done();
            refresh();
          }}
        />
      )}
    </div>
  );
}
