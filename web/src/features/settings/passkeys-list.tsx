import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passkeysList, passkeysRemove, passkeysRename, type PasskeyAnswer } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { instantInWords } from '../../lib/days.js';
import { messagesByField } from '../../lib/problem.js';
import { meQuery, useZone } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { List } from '../../ui/list.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { allPages, passkeysKey } from './queries.js';
import styles from './settings.module.css';

/** The devices and keys that sign one in, each with a name, which can be changed, and a way to take it off. */
export function PasskeysList() {
  const { t } = useTranslation('settings');
  const passkeys = useQuery({ queryKey: passkeysKey, queryFn: () => allPages(passkeysList) });
  return (
    <>
      <ProblemNotice error={passkeys.error} retry={() => void passkeys.refetch()} />
      {passkeys.isPending && <Waiting />}
      {passkeys.data?.length === 0 && <p className="muted">{t('account.noPasskeys')}</p>}
      <List>
        {passkeys.data?.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} />
        ))}
      </List>
    </>
  );
}

function PasskeyLine({ passkey }: { passkey: PasskeyAnswer }) {
  const { t, i18n } = useTranslation('settings');
  const client = useQueryClient();
  const zone = useZone();
  const [label, setLabel] = useState<string>();
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: passkeysKey }), client.invalidateQueries(meQuery)]);
  const rename = useMutation({
    mutationFn: () => passkeysRename(passkey.id, ifMatch(passkey), { label: (label ?? '').trim() }),
    onSuccess: () => setLabel(undefined),
    onSettled: refresh,
  });
  const remove = useMutation({ mutationFn: () => passkeysRemove(passkey.id), onSettled: refresh });
  const instant = (at: string) => <time dateTime={at}>{instantInWords(at, zone, i18n.language)}</time>;
  return (
    <li>
      <div className={styles.line}>
        <strong>{passkey.label}</strong>
        <span className="muted">
          {t('account.made')} {instant(passkey.createdAt)}
        </span>
        <span className="muted">
          {passkey.lastUsedAt ? (
            <>
              {t('account.lastUsed')} {instant(passkey.lastUsedAt)}
            </>
          ) : (
            t('account.neverUsed')
          )}
        </span>
      </div>
      {label === undefined ? (
        <div className={styles.actions}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('account.renameOne', { name: passkey.label })}
            onClick={() => setLabel(passkey.label)}
          >
            {t('account.rename')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            loading={remove.isPending}
            aria-label={t('account.removeOne', { name: passkey.label })}
            onClick={() => remove.mutate()}
          >
            {t('common:remove')}
          </Button>
        </div>
      ) : (
        <Form className={styles.form} submit={() => rename.mutate()} error={rename.error}>
          <TextInput
            label={t('account.newName')}
            required
            withAsterisk={false}
            autoFocus
            maxLength={60}
            value={label}
            error={messagesByField(rename.error).label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <div className={styles.actions}>
            <Button type="submit" size="sm" loading={rename.isPending}>
              {t('common:save')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setLabel(undefined)}>
              {t('common:cancel')}
            </Button>
          </div>
        </Form>
      )}
      <ProblemNotice error={rename.error ?? remove.error} />
    </li>
  );
}
