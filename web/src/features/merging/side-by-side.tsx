import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsMerge, type CaseFileAnswer } from '../../api/client.js';
import type { Values } from '../../forms/draft.js';
import { FieldValue } from '../../forms/field-value.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { caseQuery } from '../cases/queries.js';
import { isIdentifying } from '../cases/field-list.js';
import { personGroups } from '../cases/person-groups.js';
import { Shielded } from '../../ui/shielded.js';
import settings from '../settings/settings.module.css';
import { rowsOf, type Row } from './rows.js';
import styles from './merging.module.css';

interface Props {
  into: CaseFileAnswer;
  otherId: string;
}

/** Both files beside each other, what stays and what is lost, and what will happen. */
export function SideBySide({ into, otherId }: Props) {
  const { t } = useTranslation(['merging', 'client', 'cases']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: from } = useSuspenseQuery(caseQuery(otherId));
  const [sure, setSure] = useState(false);
  const merge = useMutation({
    mutationFn: () => clientsMerge(into.id, { otherClientId: otherId }),
    onSuccess: async () => {
      await navigate({ to: '/cases/$clientId', params: { clientId: into.id } });
      client.removeQueries({ queryKey: ['clients', otherId] });
      void client.invalidateQueries();
    },
  });
  const swap = () =>
    void navigate({ to: '/cases/$clientId/merge', params: { clientId: otherId }, search: { other: into.id } });
  const groups = personGroups
    .map(({ name, fields }) => ({ name, rows: rowsOf(fields, into as unknown as Values, from as unknown as Values) }))
    .filter(({ rows }) => rows.length > 0);
  const lost = groups.flatMap(({ rows }) => rows).filter(({ fate }) => fate === 'lost').length;
  return (
    <>
      <Section title={t('whatHappens')}>
        <ul className={settings.effects}>
          <li>{t('stays', { into: into.code, from: from.code })}</li>
          <li>{t('moves', { letters: from.letters.length, appointments: from.appointments.length })}</li>
          <li>{t('fills')}</li>
          <li>{t('noWayBack')}</li>
        </ul>
        <Button variant="default" size="sm" onClick={swap}>
          {t('swap', { code: from.code })}
        </Button>
      </Section>
      {groups.map(({ name, rows }) => (
        <Section key={name} title={t(`cases:group.${name}`)}>
          <table className={styles.both}>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('staysCode', { code: into.code })}</th>
                <th scope="col">{t('endsCode', { code: from.code })}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.field} row={row} codes={[into.code, from.code]} />
              ))}
            </tbody>
          </table>
        </Section>
      ))}
      <Section title={t('decide')}>
        {lost > 0 && <p className={settings.owed}>{t('lostCount', { count: lost, code: from.code })}</p>}
        <Checkbox label={t('sure')} checked={sure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />
        <div className={`${settings.actions} ${settings.after}`}>
          <Button disabled={!sure} loading={merge.isPending} onClick={() => merge.mutate()}>
            {t('merge', { from: from.code, into: into.code })}
          </Button>
        </div>
        <ProblemNotice error={merge.error} />
      </Section>
    </>
  );
}

function Line({ row: { field, mine, theirs, fate }, codes }: { row: Row; codes: [string, string] }) {
  const { t } = useTranslation(['merging', 'client']);
  const shown = (value: unknown) => {
    const inWords = <FieldValue noun="ChangeClient" name={field} value={value} />;
    return isIdentifying(field) && value ? <Shielded>{inWords}</Shielded> : inWords;
  };
  return (
    <tr data-fate={fate}>
      <th scope="row">{t(`client:fields.${field}`)}</th>
      <td data-code={codes[0]}>{shown(mine)}</td>
      <td data-code={codes[1]}>
        {shown(theirs)}
        {fate !== 'same' && <div className={fate === 'lost' ? styles.lost : 'muted'}>{t(`fate.${fate}`)}</div>}
      </td>
    </tr>
  );
}
