import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './options.module.css';

/**
 * What stands below a field to be chosen from, one of which is meant: the arrows go through all, and a field that has
 * `field` tells it to a screen reader (the pattern "combobox" of the ARIA Authoring Practices).
 * @param first which is meant before anybody chose
 */
export function useOptions<Option extends { id: string }>(options: readonly Option[], first: Option | undefined) {
  const listId = useId();
  const [chosenId, choose] = useState<string>();
  const chosen = options.find(({ id }) => id === chosenId) ?? first;
  const idOf = ({ id }: Option) => `${listId}-${id}`;
  return {
    listId,
    chosen,
    step: (by: 1 | -1) => {
      const from = chosen ? options.indexOf(chosen) : by > 0 ? -1 : 0;
      choose(options[(from + by + options.length) % options.length]?.id);
    },
    forget: () => choose(undefined),
    line: (option: Option) => ({
      id: idOf(option),
      isChosen: option === chosen,
      point: () => choose(option.id),
    }),
    field: (isOpen: boolean) => ({
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && chosen ? idOf(chosen) : undefined,
      'aria-autocomplete': 'list' as const,
      autoComplete: 'off',
      spellCheck: false,
    }),
  };
}

interface LineProps {
  id: string;
  isChosen: boolean;
  point: () => void;
  take: () => void;
  children: ReactNode;
}

/** One of them: by the arrows or under the pointer it is the one that is meant, a tap takes it. */
export function OptionLine({ id, isChosen, point, take, children }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.option}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={point}
      onClick={take}
    >
      {children}
    </div>
  );
}
