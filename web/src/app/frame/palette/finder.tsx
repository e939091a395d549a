import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery, usePeople } from '../../../lib/people-search.js';
import { useMay } from '../../../lib/session.js';
import { OptionLine, useOptions } from '../../../ui/options.js';
import { PersonName } from '../../../ui/person-name.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useEntries } from './entries.js';
import styles from './palette.module.css';

export interface FinderProps {
  close: () => void;
  /** Takes what was typed before the field was there, once. */
  typedSoFar: () => string;
}

interface Option {
  id: string;
  says: ReactNode;
  aside?: string;
  go: () => void;
}

/** A field and below it, in groups, what is found; the arrows choose, Enter goes. */
export function Finder({ close, typedSoFar }: FinderProps) {
  const { t } = useTranslation(['palette', 'common']);
  const router = useRouter();
  const client = useQueryClient();
  const seesPeople = useMay()('case.read');
  const [text, setText] = useState('');
  const { people, isSearching, foundNobody, error } = usePeople(seesPeople ? text : '');
  const { actions, places } = useEntries(text, foundNobody);
  const open = (clientId: string) => () => void router.navigate({ to: '/cases/$clientId', params: { clientId } });
  const groups: { name: string; options: Option[] }[] = [
    {
      name: 'people',
      options: people.map(({ id, code, legalName, preferredName, status }) => ({
        id,
        says: (
          <>
            <span className="code">{code}</span> <PersonName legalName={legalName} preferredName={preferredName} />
          </>
        ),
        aside: status === 'closed' ? t('common:closed') : undefined,
        go: open(id),
      })),
    },
    { name: 'places', options: places.map(({ title, ...rest }) => ({ ...rest, says: title })) },
    { name: 'actions', options: actions.map(({ title, ...rest }) => ({ ...rest, says: title })) },
  ].filter(({ options }) => options.length > 0);
  const options = groups.flatMap((group) => group.options);
  const { chosen, listId, step, forget, line, field } = useOptions(options, options[0]);
  const choose = (option: Option) => {
    close();
    option.go();
  };
  /** Whoever types a code and Enter at once need not wait for the answer; they are taken there if it is one person's. */
  const goOn = async () => {
    if (chosen) return choose(chosen);
    if (!isSearching) return;
    const { items } = await client.fetchQuery(peopleQuery(text.trim()));
    if (items.length !== 1) return;
    close();
    open(items[0]!.id)();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') void goOn();
    else return;
    event.preventDefault();
  };
  const says = () => {
    if (isSearching) return t('searching');
    if (text.trim() === '') return seesPeople ? t('whole') : '';
    if (foundNobody && places.length + actions.length === 0) return t('nobody');
    return options.length > 0 ? t('found', { count: options.length }) : t('nothing');
  };
  return (
    <div className={styles.finder}>
      <TextInput
        data-autofocus
        aria-label={t('heading')}
        placeholder={t(seesPeople ? 'hint' : 'hintWithoutPeople')}
        value={text}
        {...field(options.length > 0)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          forget();
        }}
        onFocus={() => {
          const early = typedSoFar();
          if (early) setText(early);
        }}
        onKeyDown={keys}
      />
      <ProblemNotice error={error} />
      <div id={listId} role="listbox" aria-label={t('results')} className={styles.results}>
        {groups.map(({ name, options: ofGroup }) => (
          <Group key={name} title={t(`group.${name}`)}>
            {ofGroup.map((option) => (
              <OptionLine key={option.id} {...line(option)} take={() => choose(option)}>
                <span>{option.says}</span>
                {option.aside && <span className={`muted ${styles.aside}`}>{option.aside}</span>}
              </OptionLine>
            ))}
          </Group>
        ))}
      </div>
      <p className="muted" role="status">
        {says()}
      </p>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className={styles.title}>
        {title}
      </div>
      {children}
    </div>
  );
}
