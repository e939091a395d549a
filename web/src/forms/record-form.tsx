import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../lib/focus-back.js';
import { doubtsByField, problemOf } from '../lib/problem.js';
import { type Once, useOnce } from '../lib/version.js';
import { Notice } from '../ui/notice.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { meet, type Conflict } from './conflict.js';
import { ConflictNotice } from './conflict-notice.js';
import { focusFirst, focusFirstInvalid } from './focus.js';
import { DraftContext, useDraft, type Values, withoutHalves } from './draft.js';
import { Field } from './field.js';
import styles from './fields.module.css';
import { Folded } from './folded.js';
import { KeptDraft, useKeeping } from './kept-draft.js';

export interface Group {
  /** Left out for the fields that are always open. */
  title?: string;
  fields: readonly string[];
}

interface Props {
  noun: string;
  /** Which form, and about what: `letter <id>`. Under this what is being typed is kept; left out, it is not. */
  kept?: string;
  groups: readonly Group[];
  initial?: Values;
  /** Fields whose dates lie ahead. */
  ahead?: readonly string[];
  /**
   * `base` is what the form began with, or what somebody else saved meanwhile and the form has taken in since; `once` goes
   * with a request that makes something, which is then not made twice where its answer was lost.
   */
  save: (values: Values, base: Values, once: Once) => Promise<unknown>;
  /** Fetches the record as it is now, for when somebody else saved first; without it that is a problem like any other. */
  latest?: () => Promise<Values>;
  /** Stays open on what was saved where it seems odd, and asks beside the fields; `save` then gets that as its `base`. */
  confirms?: boolean;
  onSaved: () => void;
  onCancel?: () => void;
  saveLabel?: string;
  children?: ReactNode;
}

/** What the form began with, and what is written by now. */
interface Start {
  base: Values;
  values: Values;
}

/** A form for one record, in the order of `groups`; what is not always needed is folded. */
export function RecordForm({ initial = {}, ...props }: Props) {
  const start: Start = { base: initial, values: initial };
  if (!props.kept) return <BegunForm {...props} start={start} />;
  return (
    <KeptDraft key={props.kept} form={props.kept} empty={start}>
      {(begun) => <BegunForm {...props} start={begun} />}
    </KeptDraft>
  );
}

function BegunForm({
  noun,
  kept,
  groups,
  start,
  ahead = [],
  save,
  latest,
  confirms = false,
  onSaved,
  onCancel,
  saveLabel,
  children,
}: Omit<Props, 'initial'> & { start: Start }) {
  const { t } = useTranslation();
  const draft = useDraft(start.values);
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(start.base);
  const { values } = draft;
  const letGo = useKeeping(
    kept,
    useMemo(() => (values === base ? undefined : { base, values }), [base, values]),
  );
  const end = (close: () => void) => {
    letGo();
    close();
  };
  const [conflict, setConflict] = useState<Conflict>();
  /** What was asked about: it is saved, and whoever saves it again means it. */
  const [doubts, setDoubts] = useState<Record<string, string>>();
  // Whoever opened the form goes on in it, by keyboard as by hand; one that stands open takes nobody away from elsewhere.
  const isOpened = onCancel !== undefined;
  useEffect(() => {
    if (isOpened) focusFirst(form.current);
  }, [isOpened]);
  useFocusBack(isOpened ? undefined : form);
  const once = useOnce();
  const saving = useMutation({
    mutationFn: () => {
      const whole = withoutHalves(values);
      return save(whole, base, once(whole));
    },
    onSuccess: (saved) => {
      const isHere = (field: string) => groups.some(({ fields }) => fields.includes(field));
      const open = Object.entries(confirms ? doubtsByField(saved) : {}).filter(
        ([field, message]) => isHere(field) && doubts?.[field] !== message,
      );
      if (open.length === 0) return end(onSaved);
      setDoubts({ ...doubts, ...Object.fromEntries(open) });
      setBase(saved as Values);
      draft.replace(saved as Values);
      draft.mark(Object.fromEntries(open));
      focusFirstInvalid(form.current);
    },
    onError: async (error) => {
      if (latest && problemOf(error).status === 412) {
        const now = await latest();
        const met = meet(base, values, now);
        setConflict(met);
        setBase(now);
        draft.replace(met.values);
        return;
      }
      draft.refuse(error);
      focusFirstInvalid(form.current);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setConflict(undefined);
    if (draft.hasMisread()) return focusFirstInvalid(form.current);
    saving.mutate();
  };
  /** Whether it was written before the form was left: it is not folded away. */
  const isBack = (name: string) => start.values[name] !== start.base[name];
  const grid = ({ fields }: Group) => (
    <div className={styles.grid}>
      {fields.map((name) => (
        <Field key={name} noun={noun} name={name} lean={ahead.includes(name) ? 'future' : 'past'} />
      ))}
    </div>
  );
  const isAsking = doubts && !saving.error;
  return (
    <DraftContext.Provider value={draft}>
      <form ref={form} className={styles.parts} data-asking={isAsking || undefined} onSubmit={submit} noValidate>
        {groups.map((group) =>
          group.title ? (
            <Folded
              key={group.title}
              title={group.title}
              open={group.fields.some((name) => name in draft.errors || isBack(name))}
            >
              {grid(group)}
            </Folded>
          ) : (
            <div key="always">{grid(group)}</div>
          ),
        )}
        {children}
        {isAsking && (
          <Notice tone="owed" title={t('doubts.title')}>
            <p>{t('doubts.says')}</p>
          </Notice>
        )}
        {conflict ? <ConflictNotice noun={noun} conflict={conflict} /> : <ProblemNotice error={saving.error} />}
        <div className={styles.actions}>
          <Button type="submit" loading={saving.isPending}>
            {saveLabel ?? t('save')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={() => end(doubts ? onSaved : onCancel)}>
              {t(doubts ? 'doubts.leave' : 'cancel')}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={draft.togglePurposes}>
            {t(draft.showPurposes ? 'field.noPurposes' : 'field.purposes')}
          </Button>
        </div>
      </form>
    </DraftContext.Provider>
  );
}
