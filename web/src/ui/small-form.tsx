import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirst } from '../forms/focus.js';
import { Form } from '../forms/form.js';
import { useFocusBack } from '../lib/focus-back.js';
import { ProblemNotice } from './problem-notice.js';
import styles from './small-form.module.css';

interface Props {
  /** The mutation that the form is about; it takes nothing, since the form's state is around it. */
  saving: { mutate: () => void; isPending: boolean; error: Error | null };
  /** What the button says that sends it. */
  label: string;
  /** The way out; left out where the form stands open always. */
  close?: () => void;
  /** On a ground of its own, among other text. */
  boxed?: boolean;
  /** For text that takes room. */
  wide?: boolean;
  children: ReactNode;
}

/** A short form: its fields, what is wrong with it as a whole, and the two ways out of it. */
export function SmallForm({ saving, label, close, boxed = false, wide = false, children }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const isOpened = close !== undefined;
  useEffect(() => {
    if (isOpened) focusFirst(form.current);
  }, [isOpened]);
  useFocusBack(isOpened ? undefined : form);
  return (
    <Form
      ref={form}
      className={styles.form}
      data-boxed={boxed || undefined}
      data-wide={wide || undefined}
      submit={() => saving.mutate()}
      error={saving.error}
    >
      {children}
      <ProblemNotice error={saving.error} />
      <div className={styles.actions}>
        <Button type="submit" loading={saving.isPending}>
          {label}
        </Button>
        {close && (
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}
