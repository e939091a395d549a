import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { intakeCreate } from '../../api/client.js';
import { DraftContext, useDraft, type Values } from '../../forms/draft.js';
import { focusFirst, focusFirstInvalid } from '../../forms/focus.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { today } from '../../lib/days.js';
import { useMe, useZone } from '../../lib/session.js';
import { useOnce } from '../../lib/version.js';
import { InTurns } from '../../ui/in-turns.js';
import { Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Along } from './along.js';
import { AppointmentGroup } from './appointment-group.js';
import { ArrestGroup } from './arrest-group.js';
import { intakeOf, type PageValues } from './compose.js';
import styles from './intake.module.css';
import { LetterGroup } from './letter-group.js';
import { PersonGroup } from './person-group.js';
import { WhatWillHappen } from './what-will-happen.js';

/** One page in the order in which people tell it; what it leads to stands beside it while one types. */
export function LogALetterPage() {
  const { client } = useSearch({ from: '/signed-in/frame/log-a-letter' });
  const { t } = useTranslation('intake');
  const form = `log-a-letter ${client ?? ''}`;
  const empty = { clientId: client, letter: { evidenceGrade: 'client_report' }, accompaniments: [{}] };
  return (
    <Page title={t('common:place.log')} wide>
      <KeptDraft key={form} form={form} empty={empty}>
        {(initial) => <LogALetter form={form} initial={initial} />}
      </KeptDraft>
    </Page>
  );
}

function LogALetter({ form: name, initial }: { form: string; initial: Values }) {
  const { t } = useTranslation('intake');
  const router = useRouter();
  const queries = useQueryClient();
  const me = useMe();
  const zone = useZone();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(initial);
  const letGo = useKeeping(name, draft.values === initial ? undefined : draft.values);
  const page = draft.values as PageValues;
  const circumstances = { today: today(zone), userId: me.user.id ?? '', zone };
  const body = intakeOf(page, circumstances);
  const once = useOnce();
  const save = useMutation({
    mutationFn: () => intakeCreate(body, {}, once(body)),
    onError: (error) => {
      draft.refuse(error);
      focusFirstInvalid(form.current);
    },
    onSuccess: async (answer) => {
      letGo();
      await queries.invalidateQueries({ queryKey: ['clients'] });
      void queries.invalidateQueries({ queryKey: ['appointments'] });
      await router.navigate({ to: '/cases/$clientId', params: { clientId: answer.id } });
    },
  });
  // Once the form is seen: as an attribute of the field it would have the page laid out before that.
  useEffect(() => {
    const seen = setTimeout(() => focusFirst(form.current));
    return () => clearTimeout(seen);
  }, []);
  useHotkeys([['mod+Enter', () => form.current?.requestSubmit()]], []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    if (draft.hasMisread()) return focusFirstInvalid(form.current);
    save.mutate();
  };
  return (
    <DraftContext.Provider value={draft}>
      <div className={styles.columns}>
        <form ref={form} className={styles.form} onSubmit={submit} noValidate>
          <Button
            className={styles.purposes}
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={draft.togglePurposes}
          >
            {t(draft.showPurposes ? 'common:field.noPurposes' : 'common:field.purposes')}
          </Button>
          <InTurns>
            <PersonGroup />
            <ArrestGroup />
            <LetterGroup />
            <AppointmentGroup />
            <Along />
            <>
              <ProblemNotice error={save.error} />
              <div className={styles.save}>
                <Button type="submit" size="md" loading={save.isPending}>
                  {t('save')}
                </Button>
                <span className="muted">{t('keys')}</span>
              </div>
            </>
          </InTurns>
        </form>
        <WhatWillHappen body={intakeOf(page, circumstances, '?')} />
      </div>
    </DraftContext.Provider>
  );
}
