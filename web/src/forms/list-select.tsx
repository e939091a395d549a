import { ComboboxChevron, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matching } from '../lib/matching.js';
import { OptionLine, useOptions } from '../ui/options.js';
import styles from './selects.module.css';

export interface SelectProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  withAsterisk?: boolean;
  /** What an empty choice means here. */
  unset?: string;
}

interface Listed {
  id: string;
  name: string;
  addressLines?: string | null;
  city?: string | null;
}

interface Props extends SelectProps {
  items: readonly Listed[];
  onFail?: (message: string | undefined) => void;
  /** Told while one types whether anything is called that. */
  onMisread?: (message: string | undefined) => void;
}

const whereOf = ({ addressLines, city }: Listed) => addressLines?.replaceAll('\n', ', ') ?? city ?? '';

/**
 * An entry of a list that is found by words of its name or of where it is; emptied, none is chosen. What is found first is
 * taken by Enter, and by going on; what finds nothing stays and says so: nothing that was typed is dropped unseen.
 */
export function ListSelect({ value, onChange, items, unset, onFail, onMisread, ...rest }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const entries = items.map((item) => ({ id: item.id, title: item.name, words: whereOf(item) }));
  const named = entries.find(({ id }) => id === value);
  const isSearching = Boolean(typed?.trim());
  const find = (text: string) => matching(text, entries);
  const found = isSearching ? find(typed!) : entries;
  const options = useOptions(found, isSearching ? found[0] : named);
  const tell = (message: string | undefined) => {
    onMisread?.(message);
    onFail?.(undefined);
  };
  const shut = () => {
    setOpen(false);
    options.forget();
  };
  const settle = (id = value) => {
    shut();
    setTyped(undefined);
    tell(undefined);
    if (id !== value) onChange(id);
  };
  const write = (text: string) => {
    setTyped(text);
    setOpen(true);
    options.forget();
    const isBlank = text.trim() === '';
    tell(isBlank || find(text).length > 0 ? undefined : t('field.notListed'));
    if (isBlank && value) onChange('');
  };
  const goOn = () => {
    if (!isSearching) settle();
    else if (found[0]) settle(found[0].id);
    else if (onFail) {
      shut();
      onFail(t('field.notListed'));
    } else settle();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) options.step(event.key === 'ArrowDown' ? 1 : -1);
      else setOpen(true);
    } else if (!isOpen) return;
    else if (event.key === 'Escape') settle();
    else if (event.key === 'Enter' && options.chosen) {
      settle(options.chosen.id);
      // With Ctrl the whole form is meant as well.
      if (event.ctrlKey || event.metaKey) return;
    } else {
      if (event.key === 'Enter') goOn();
      return;
    }
    event.preventDefault();
  };
  const isListed = isOpen && found.length > 0;
  const list = isListed ? (
    <div className={styles.list} id={options.listId} role="listbox" aria-label={t('field.found')}>
      {found.map((entry) => (
        <OptionLine key={entry.id} {...options.line(entry)} take={() => settle(entry.id)}>
          <span>
            {entry.title}
            <span className={styles.where}>{entry.words}</span>
          </span>
        </OptionLine>
      ))}
    </div>
  ) : (
    <p className={styles.list} role="status" hidden={!isOpen}>
      {isOpen && t('field.noneFound')}
    </p>
  );
  return (
    <TextInput
      {...rest}
      {...options.field(isListed)}
      // A dialog around it stays open when the list is shut by Escape.
      data-mantine-stop-propagation={isOpen}
      inputContainer={(input) => (
        <div className={styles.around}>
          {input}
          {list}
        </div>
      )}
      rightSection={<ComboboxChevron />}
      rightSectionPointerEvents="none"
      value={typed ?? named?.title ?? ''}
      placeholder={unset ?? t('unset')}
      // What is typed takes the place of what stands there.
      onFocus={({ currentTarget }) => currentTarget.select()}
      onClick={({ currentTarget }) => {
        currentTarget.select();
        setOpen(true);
      }}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      onBlur={goOn}
      onKeyDown={keys}
    />
  );
}
