import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsChange, clientsGet, type CaseFileAnswer } from '../../api/client.js';
import { changesOf, type Values } from '../../forms/draft.js';
import { fieldNames } from '../../forms/catalogued.js';
import { RecordForm } from '../../forms/record-form.js';
import { isDraftKept } from '../../forms/sealed-drafts.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { FieldList } from './field-list.js';
import { personGroups, type PersonGroup } from './person-groups.js';
import styles from './record-editor.module.css';

interface Props {
  file: CaseFileAnswer;
  groups: readonly PersonGroup[];
}

/** What is known of the person, by groups; each opens for changes where it stands, and says on demand what it is for. */
export function PersonSection({ file, groups }: Props) {
  const { t } = useTranslation('cases');
  const may = useMay();
  const client = useQueryClient();
  const keptAs = (name: PersonGroup) => `${name} ${file.id}`;
  const [editing, setEditing] = useState(() => groups.find((name) => isDraftKept(keptAs(name))));
  const [explained, setExplained] = useState<string>();
  const known = new Set(fieldNames('ChangeClient'));
  const values = file as unknown as Values;
  return (
    <>
      {personGroups
        .filter(({ name }) => groups.includes(name))
        .map(({ name, fields }) => (
          <Section
            key={name}
            title={t(`group.${name}`)}
            actions={
              editing !== name && (
                <>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-expanded={explained === name}
                    aria-label={`${t('whatFor')}: ${t(`group.${name}`)}`}
                    onClick={() => setExplained(explained === name ? undefined : name)}
                  >
                    {t('whatFor')}
                  </Button>
                  {file.status === 'open' && may('case.write') && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setEditing(name)}
                      aria-label={t('changeFact', { fact: t(`group.${name}`) })}
                    >
                      {t('common:change')}
                    </Button>
                  )}
                </>
              )
            }
          >
            {editing === name ? (
              <div className={styles.editor}>
                <RecordForm
                  noun="ChangeClient"
                  kept={keptAs(name)}
                  groups={[{ fields: fields.filter((field) => known.has(field)) }]}
                  initial={values}
                  save={async (next, base) => {
                    const saved = await clientsChange(file.id, ifMatch(base), changesOf(base, next));
                    void client.invalidateQueries({ queryKey: ['clients'] });
                    return saved;
                  }}
                  latest={() => clientsGet(file.id)}
                  confirms
                  onSaved={() => setEditing(undefined)}
                  onCancel={() => setEditing(undefined)}
                />
              </div>
            ) : (
              <FieldList
                noun="ChangeClient"
                fields={explained === name ? fields.filter((field) => known.has(field)) : fields}
                values={values}
                purposes={explained === name}
              />
            )}
          </Section>
        ))}
    </>
  );
}
