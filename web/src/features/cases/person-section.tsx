import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsChange, clientsGet, type CaseFileAnswer } from '../../api/client.js';
import { changesOf, type Values } from '../../forms/draft.js';
import { fieldNames } from '../../forms/catalogued.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { FieldList } from './field-list.js';
import { personGroups } from './person-groups.js';
import styles from './record-editor.module.css';

/** All that is known of the person, by groups; each opens for changes where it stands. */
export function PersonSection({ file }: { file: CaseFileAnswer }) {
  const { t } = useTranslation('cases');
  const may = useMay();
  const client = useQueryClient();
  const [editing, setEditing] = useState<string>();
  const known = new Set(fieldNames('ChangeClient'));
  const values = file as unknown as Values;
  return (
    <>
      {personGroups.map(({ name, fields }) => (
        <Section
          key={name}
          title={t(`group.${name}`)}
          actions={
            file.status === 'open' &&
            may('case.write') &&
            editing !== name && (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => setEditing(name)}
                aria-label={t('changeFact', { fact: t(`group.${name}`) })}
              >
                {t('common:change')}
              </Button>
            )
          }
        >
          {editing === name ? (
            <div className={styles.editor}>
              <RecordForm
                noun="ChangeClient"
                groups={[{ fields: fields.filter((field) => known.has(field)) }]}
                initial={values}
                save={(next, base) => clientsChange(file.id, ifMatch(base), changesOf(base, next))}
                latest={() => clientsGet(file.id)}
                onSaved={() => {
                  setEditing(undefined);
                  void client.invalidateQueries({ queryKey: ['clients'] });
                }}
                onCancel={() => setEditing(undefined)}
              />
            </div>
          ) : (
            <FieldList noun="ChangeClient" fields={fields} values={values} />
          )}
        </Section>
      ))}
    </>
  );
}
