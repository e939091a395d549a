import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clientsList } from '../../api/client.js';
import { useMay } from '../../lib/session.js';
import { PersonName } from '../../ui/person-name.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './search.module.css';

interface Props {
  close: () => void;
}

/** Finds a person by name, code, A-number or phone. What is typed here never reaches the address of a page. */
export function Search({ close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={t('search.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Finder close={close} />
    </Modal>
  );
}

function Finder({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const may = useMay();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [q] = useDebouncedValue(text.trim(), 180);
  const found = useQuery({
    queryKey: ['clients', 'search', q],
    queryFn: ({ signal }) => clientsList({ q, limit: 8 }, { signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const people = q.length >= 2 ? (found.data?.items ?? []) : [];
  const foundNobody = q.length >= 2 && found.isSuccess && people.length === 0;
  const go = (id: string) => {
    close();
    void router.navigate({ to: '/cases/$clientId', params: { clientId: id } });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen((at) => Math.min(at + 1, people.length - 1));
    else if (event.key === 'ArrowUp') setChosen((at) => Math.max(at - 1, 0));
    else if (event.key === 'Enter' && people[chosen]) go(people[chosen].id);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.finder}>
      <TextInput
        data-autofocus
        aria-label={t('search.title')}
        placeholder={t('search.hint')}
        value={text}
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls="search-results"
        aria-activedescendant={people[chosen] && `found-${people[chosen].id}`}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={keys}
      />
      <ProblemNotice error={found.error} />
      <ul id="search-results" role="listbox" aria-label={t('search.results')} className={styles.results}>
        {people.map((person, at) => (
          <li
            key={person.id}
            id={`found-${person.id}`}
            role="option"
            aria-selected={at === chosen}
            onClick={() => go(person.id)}
            onMouseMove={() => setChosen(at)}
          >
            <span className="code">{person.code}</span>
            <span>
              <PersonName legalName={person.legalName} preferredName={person.preferredName} />
            </span>
            {person.status === 'closed' && <span className="muted">{t('closed')}</span>}
          </li>
        ))}
      </ul>
      <p className="muted" role="status">
        {q.length < 2 ? t('search.whole') : foundNobody ? t('search.none') : ''}
      </p>
      {foundNobody && may('break_glass.use') && (
        <p>
          <Link to="/emergency" onClick={close}>
            {t('search.emergency')}
          </Link>
        </p>
      )}
    </div>
  );
}
