import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensCreate } from '../../api/client.js';
import { messagesByField } from '../../lib/problem.js';
import { useMe, type Permission } from '../../lib/session.js';
import { SmallForm } from '../../ui/small-form.js';
import { tokensQuery } from './queries.js';
import styles from './settings.module.css';

const lifetimes = [7, 30, 90, 365];

interface Props {
  added: (token: string) => void;
  cancel: () => void;
}

/** What a program may do for me, and for how long; less than I may is better. */
export function NewTokenForm({ added, cancel }: Props) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const { permissions } = useMe();
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [scopes, setScopes] = useState<Permission[]>();
  const create = useMutation({
    mutationFn: () => tokensCreate({ name, expiresInDays: days, ...(scopes ? { scopes } : {}) }),
    onSuccess: ({ token }) => {
      void client.invalidateQueries(tokensQuery);
      added(token!);
    },
  });
  const errors = messagesByField(create.error);
  return (
    <SmallForm saving={create} label={t('tokens.create')} close={cancel}>
      <TextInput
        label={t('tokens.name')}
        description={t('tokens.nameSays')}
        required
        withAsterisk={false}
        autoFocus
        autoComplete="off"
        value={name}
        error={errors.name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        label={t('tokens.lasts')}
        value={days}
        error={errors.expiresInDays}
        data={lifetimes.map((one) => ({ value: String(one), label: t('common:days', { count: one }) }))}
        onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
      />
      <Radio.Group
        label={t('tokens.may')}
        error={errors.scopes}
        value={scopes ? 'some' : 'all'}
        onChange={(value) =>
          setScopes(value === 'some' ? permissions.filter((one) => one.endsWith('.read')) : undefined)
        }
      >
        <div className={styles.choices}>
          <Radio value="some" label={t('tokens.some')} />
          <Radio value="all" label={t('tokens.allMine')} />
        </div>
      </Radio.Group>
      {scopes && (
        <fieldset className={styles.scopes}>
          <legend>{t('tokens.permissions')}</legend>
          {permissions.map((permission) => (
            <Checkbox
              key={permission}
              label={<code>{permission}</code>}
              checked={scopes.includes(permission)}
              onChange={({ currentTarget }) =>
                setScopes(
                  currentTarget.checked ? [...scopes, permission] : scopes.filter((other) => other !== permission),
                )
              }
            />
          ))}
        </fieldset>
      )}
    </SmallForm>
  );
}
