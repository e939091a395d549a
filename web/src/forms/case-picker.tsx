import { Button, Input, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../lib/people-search.js';
import { PersonName } from '../ui/person-name.js';
import styles from './case-picker.module.css';

interface Props {
  label: string;
  /** Ids of case files. */
  value: string[];
  onChange: (ids: string[]) => void;
  /** Whether one is enough: it takes the place of the field then. */
  single?: boolean;
  error?: string;
  description?: ReactNode;
  required?: boolean;
}

/** Case files, found as in the search: by name, code, A-number or phone. */
export function CasePicker({ label, value, onChange, single = false, error, description, required }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [codes, setCodes] = useState<Record<string, string>>({});
  const found = usePeople(typed);
  const people = found.people.filter(({ id }) => !value.includes(id));
  const choose = (id: string, code: string) => {
    setCodes({ ...codes, [id]: code });
    setTyped('');
    onChange(single ? [id] : [...value, id]);
  };
  return (
    <div className={styles.picker}>
      {value.length > 0 && (
        <Input.Wrapper label={label} labelElement="div" error={error}>
          <ul className={styles.chosen}>
            {value.map((id) => (
              <li key={id}>
                <span className="code">{codes[id]}</span>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('remove')}: ${codes[id] ?? ''}`}
                  onClick={() => onChange(value.filter((other) => other !== id))}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
        </Input.Wrapper>
      )}
      {!(single && value.length > 0) && (
        <>
          <TextInput
            label={value.length > 0 ? t('cases.another') : label}
            description={description}
            error={value.length > 0 ? undefined : error}
            placeholder={t('cases.hint')}
            required={required && value.length === 0}
            withAsterisk={false}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (people.length === 1) choose(people[0]!.id, people[0]!.code);
            }}
          />
          {people.length > 0 && (
            <ul className={styles.found} aria-label={t('cases.found')}>
              {people.map(({ id, code, legalName, preferredName, status }) => (
                <li key={id}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('cases.choose')}: ${code}`}
                    onClick={() => choose(id, code)}
                  >
                    {t('cases.choose')}
                  </Button>
                  <span className="code">{code}</span>
                  <PersonName legalName={legalName} preferredName={preferredName} />
                  {status === 'closed' && <span className="muted">{t('closed')}</span>}
                </li>
              ))}
            </ul>
          )}
          <span className="muted" role="status">
            {found.foundNobody ? t('cases.none') : ''}
          </span>
        </>
      )}
    </div>
  );
}
