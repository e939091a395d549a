import { Button, TextInput } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsDuplicates, clientsList } from '../../api/client.js';
import { Empty, Page, Section } from '../../ui/page.js';
import { PersonName } from '../../ui/person-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { caseQuery } from '../cases/queries.js';
import settings from '../settings/settings.module.css';
import styles from './merging.module.css';
import { SideBySide } from './side-by-side.js';

/** Two files of one person become one: find the other, look at both, say so. */
export function MergePage() {
  const { t } = useTranslation('merging');
  const { clientId } = useParams({ from: '/signed-in/frame/cases/$clientId/merge' });
  const { other } = useSearch({ from: '/signed-in/frame/cases/$clientId/merge' });
  const { data: file } = useSuspenseQuery(caseQuery(clientId));
  return (
    <Page
      wide
      title={t('title')}
      actions={
        <Link to="/cases/$clientId" params={{ clientId }}>
          {t('back', { code: file.code })}
        </Link>
      }
    >
      {other ? <SideBySide into={file} otherId={other} /> : <FindOther clientId={clientId} code={file.code} />}
    </Page>
  );
}

interface Found {
  id: string;
  code: string;
  legalName?: string | null;
  same?: string;
}

function FindOther({ clientId, code }: { clientId: string; code: string }) {
  const { t } = useTranslation(['merging', 'intake']);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const duplicates = useQuery({
    queryKey: ['clients', clientId, 'duplicates'],
    queryFn: () => clientsDuplicates(clientId),
    gcTime: 0,
  });
  const found = useQuery({
    queryKey: ['clients', 'same', asked],
    queryFn: () => clientsList({ q: asked, limit: 10 }),
    enabled: asked.length >= 3,
    gcTime: 0,
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  const alike = (duplicates.data ?? []).map(({ clientId: id, code: its, legalName, matchedOn }) => ({
    id,
    code: its,
    legalName,
    same: matchedOn.map((what) => t('intake:will.same', { what: t(`intake:will.matched.${what}`) })).join(', '),
  }));
  const others = (found.data?.items ?? []).filter(({ id }) => id !== clientId);
  return (
    <>
      <Section title={t('alike', { code })}>
        <ProblemNotice error={duplicates.error} retry={() => void duplicates.refetch()} />
        {duplicates.isPending && <Waiting />}
        {duplicates.isSuccess && alike.length === 0 && <Empty>{t('noneAlike')}</Empty>}
        <FoundList clientId={clientId} people={alike} />
      </Section>
      <Section title={t('another')}>
        <form className={settings.form} onSubmit={search}>
          <TextInput
            label={t('find')}
            description={t('findSays')}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={found.isFetching}>
              {t('search')}
            </Button>
          </div>
        </form>
        <ProblemNotice error={found.error} />
        {found.isSuccess && others.length === 0 && <Empty>{t('noneFound')}</Empty>}
        <FoundList clientId={clientId} people={others} />
      </Section>
    </>
  );
}

function FoundList({ clientId, people }: { clientId: string; people: Found[] }) {
  const { t } = useTranslation('merging');
  const navigate = useNavigate();
  return (
    <ul className={settings.list}>
      {people.map(({ id, code, legalName, same }) => (
        <li key={id}>
          <div className={settings.line}>
            <span className="code">{code}</span>
            <PersonName legalName={legalName} />
            {same && <span className={styles.same}>{same}</span>}
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('compare')}: ${code}`}
              onClick={() =>
                void navigate({ to: '/cases/$clientId/merge', params: { clientId }, search: { other: id } })
              }
            >
              {t('compare')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
