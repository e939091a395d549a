import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purgesApprove, type PurgeAnswer } from '../../api/client.js';
import { SmallForm } from '../../ui/small-form.js';
import settings from '../settings/settings.module.css';
import { holdingsQuery } from './queries.js';
import { Records } from './records.js';

/** The second person: sees what goes and what stays, and writes the code before anything is destroyed. */
export function Approve({ purge, close }: { purge: PurgeAnswer; close: () => void }) {
  const { t } = useTranslation('retention');
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const code = purge.code ?? '';
  const holdings = useQuery(holdingsQuery(purge.caseId));
  const approve = useMutation({
    mutationFn: () => purgesApprove(purge.id),
    onSuccess: () => {
      close();
      client.removeQueries({ queryKey: ['clients', purge.caseId] });
      void client.invalidateQueries({ queryKey: ['clients'] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const isMeant = typed.trim().toUpperCase() === code.toUpperCase();
  const saving = {
    isPending: approve.isPending,
    error: approve.error,
    mutate: () => (isMeant ? approve.mutate() : setWrong(true)),
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('approve.title', { code })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ul className={settings.effects}>
        <li>{t('approve.keys')}</li>
        <li>
          {t('approve.rows')}
          {holdings.data && <Records records={holdings.data.records} />}
        </li>
        {purge.despiteAppointments && <li className={settings.owed}>{t('approve.appointments')}</li>}
        <li>{t('approve.figures')}</li>
        <li>{t('approve.stays')}</li>
        <li>{t('approve.forever')}</li>
      </ul>
      <SmallForm saving={saving} label={t('approve.go')} close={close}>
        <TextInput
          label={t('approve.code', { code })}
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          error={isWrong ? t('approve.otherCode') : undefined}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setWrong(false);
          }}
        />
      </SmallForm>
    </Modal>
  );
}
