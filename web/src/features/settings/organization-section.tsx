import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationChange, organizationGet } from '../../api/client.js';
import { changesOf, type Values } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { FieldList } from '../cases/field-list.js';
import { LockdownSection } from './lockdown-section.js';
import { organizationQuery } from './queries.js';

const fields = ['name', 'nickname', 'callBackNumber', 'codePrefix', 'zone', 'collectsAddresses', 'publicCountsFrom'];

export function OrganizationSection() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const may = useMay();
  const { data: organization } = useSuspenseQuery(organizationQuery);
  const [editing, setEditing] = useState(false);
  const values = organization as unknown as Values;
  return (
    <>
      <Section
        title={t('organization.title')}
        actions={
          may('organization.manage') &&
          !editing && (
            <Button size="sm" variant="default" onClick={() => setEditing(true)}>
              {t('common:change')}
            </Button>
          )
        }
      >
        {editing ? (
          <div style={{ paddingTop: 12 }}>
            <RecordForm
              noun="ChangeOrganization"
              kept="organization"
              groups={[{ fields }]}
              initial={values}
              save={(next, base) => organizationChange(ifMatch(base), changesOf(base, next))}
              latest={() => organizationGet()}
              onSaved={() => {
                setEditing(false);
                void client.invalidateQueries({ queryKey: ['organization'] });
                void client.invalidateQueries({ queryKey: ['me'] });
              }}
              onCancel={() => setEditing(false)}
            />
          </div>
        ) : (
          <FieldList noun="ChangeOrganization" fields={fields} values={values} />
        )}
      </Section>
      {may('organization.manage') && <LockdownSection />}
    </>
  );
}
