import { Button, Checkbox, Radio } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsChange, type CaseFileAnswer } from '../../api/client.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay, useMe } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { SmallForm } from '../../ui/small-form.js';
import { usersQuery } from '../settings/queries.js';
import settings from '../settings/settings.module.css';

const rolesWithCases = new Set(['supervisor', 'attorney', 'advocate']);

/** Who may open this file: everybody who works on cases, or only those who are named. */
export function WallSection({ file }: { file: CaseFileAnswer }) {
  const { t } = useTranslation('wall');
  const writes = useMay()('case.write');
  const [editing, setEditing] = useState(false);
  const { data: users = [] } = useQuery(usersQuery);
  const letIn = users.filter(({ id }) => id === file.assignedAttorneyId || (file.allowedUserIds ?? []).includes(id));
  return (
    <Section
      title={t('title')}
      actions={
        writes &&
        file.status === 'open' &&
        !editing && (
          <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
            {t(file.restricted ? 'common:change' : 'restrict')}
          </Button>
        )
      }
    >
      {editing ? (
        <WallForm file={file} close={() => setEditing(false)} />
      ) : (
        <p>
          {file.restricted
            ? t('only', { names: letIn.map(({ displayName }) => displayName).join(', ') })
            : t('everybody')}
        </p>
      )}
    </Section>
  );
}

function WallForm({ file, close }: { file: CaseFileAnswer; close: () => void }) {
  const { t } = useTranslation('wall');
  const client = useQueryClient();
  const me = useMe();
  const { data: users = [] } = useQuery(usersQuery);
  // Whoever presses Restrict and saves has restricted it.
  const [restricted, setRestricted] = useState(true);
  const [named, setNamed] = useState(() => [...new Set([...(file.allowedUserIds ?? []), me.user.id!])]);
  const save = useMutation({
    mutationFn: () =>
      clientsChange(file.id, ifMatch(file), { restricted, ...(restricted ? { allowedUserIds: named } : {}) }),
    onSuccess: () => {
      close();
      void client.invalidateQueries({ queryKey: ['clients'] });
    },
  });
  const errors = messagesByField(save.error);
  const eligible = users.filter(
    ({ id, role, state }) => (rolesWithCases.has(role) && state !== 'disabled') || named.includes(id),
  );
  return (
    <SmallForm saving={save} label={t('common:save')} close={close} boxed>
      <Radio.Group
        aria-label={t('title')}
        value={restricted ? 'named' : 'all'}
        error={errors.restricted}
        onChange={(value) => setRestricted(value === 'named')}
      >
        <div className={settings.choices}>
          <Radio value="all" label={t('everybody')} />
          <Radio value="named" label={t('named')} />
        </div>
      </Radio.Group>
      {restricted && (
        <>
          <fieldset className={settings.scopes}>
            <legend>{t('who')}</legend>
            {eligible.map(({ id, displayName, role }) => {
              const isAttorney = id === file.assignedAttorneyId;
              return (
                <Checkbox
                  key={id}
                  label={`${displayName}, ${t(`common:role.${role}`)}`}
                  description={isAttorney ? t('attorney') : undefined}
                  disabled={isAttorney || id === me.user.id}
                  checked={isAttorney || named.includes(id)}
                  onChange={({ currentTarget }) =>
                    setNamed(currentTarget.checked ? [...named, id] : named.filter((other) => other !== id))
                  }
                />
              );
            })}
          </fieldset>
          <ul className={settings.effects}>
            <li>{t('absent')}</li>
            <li>{t('emergency')}</li>
            <li>{t('companions')}</li>
          </ul>
        </>
      )}
    </SmallForm>
  );
}
