import { Button, Checkbox, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessReviewsConfirm, accessReviewsQuestion, type AccessReviewAnswer } from '../../api/client.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { dayInWords, instantInWords } from '../../lib/days.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay, useMe, useZone } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SmallForm } from '../../ui/small-form.js';
import settings from '../settings/settings.module.css';
import { accessReviewsQuery } from './queries.js';

/** Looks into case files that were drawn by lot: a supervisor says of each whether there was a reason. */
export function AccessReviewsSection() {
  const { t } = useTranslation('oversight');
  const [all, setAll] = useState(false);
  const reviews = useInfiniteQuery(accessReviewsQuery(all));
  return (
    <Section title={t('reviews')}>
      <p className="muted">{t('reviewsSay')}</p>
      <Checkbox label={t('showAll')} checked={all} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
      <LongList
        query={reviews}
        none={t(all ? 'noReviews' : 'allJudged')}
        line={(review) => <ReviewLine key={review.id} review={review} />}
      />
    </Section>
  );
}

function ReviewLine({ review }: { review: AccessReviewAnswer }) {
  const { t, i18n } = useTranslation(['oversight', 'looks']);
  const me = useMe();
  const may = useMay();
  const zone = useZone();
  const client = useQueryClient();
  const [questioning, setQuestioning] = useState(false);
  const judged = { onSettled: () => client.invalidateQueries({ queryKey: ['access-reviews'] }) };
  const confirm = useMutation({ mutationFn: () => accessReviewsConfirm(review.id, {}), ...judged });
  const { clientId, code, userName, userId, role, way, lookedAt, week, state, note } = review;
  const isOwn = userId === me.user.id;
  const judges = may('access_review.judge') && state === 'open';
  const about = `${code}, ${userName ?? ''}`;
  return (
    <li>
      <div className={settings.line}>
        {may('case.read') ? <CaseCode clientId={clientId}>{code}</CaseCode> : <span className="code">{code}</span>}
        <strong>{userName ?? t('looks:noUserAnyMore')}</strong>
        <span className="muted">{t(`common:role.${role}`, { defaultValue: role })}</span>
        <span>{t(`looks:way.${way}`)}</span>
        <time dateTime={lookedAt}>{instantInWords(lookedAt, zone, i18n.language)}</time>
        <span className="muted">{t('weekOf', { day: dayInWords(week, i18n.language) })}</span>
      </div>
      {state !== 'open' && <span className={state === 'questioned' ? settings.owed : 'muted'}>{t(state)}</span>}
      {note && <blockquote className={settings.said}>{note}</blockquote>}
      {judges && isOwn && <span className="muted">{t('own')}</span>}
      {judges && !isOwn && !questioning && (
        <div className={settings.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('confirm')}: ${about}`}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {t('confirm')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('question')}: ${about}`}
            onClick={() => setQuestioning(true)}
          >
            {t('question')}
          </Button>
        </div>
      )}
      {judges && questioning && <Questioning id={review.id} close={() => setQuestioning(false)} />}
      <ProblemNotice error={confirm.error} />
    </li>
  );
}

interface QuestioningProps {
  id: string;
  close: () => void;
}

const empty = { note: '' };
const keptAs = (id: string) => `question ${id}`;

function Questioning(props: QuestioningProps) {
  return (
    <KeptDraft form={keptAs(props.id)} empty={empty}>
      {(begun) => <BegunQuestion {...props} begun={begun} />}
    </KeptDraft>
  );
}

function BegunQuestion({ id, close, begun }: QuestioningProps & { begun: typeof empty }) {
  const { t } = useTranslation('oversight');
  const client = useQueryClient();
  const [asked, setAsked] = useState(begun);
  const { note } = asked;
  const letGo = useKeeping(keptAs(id), asked === empty ? undefined : asked);
  const question = useMutation({
    mutationFn: () => accessReviewsQuestion(id, { note }),
    onSuccess: () => {
      letGo();
      return client.invalidateQueries({ queryKey: ['access-reviews'] });
    },
  });
  return (
    <SmallForm
      saving={question}
      label={t('question')}
      close={() => {
        letGo();
        close();
      }}
    >
      <Textarea
        label={t('note')}
        description={t('noteSays')}
        required
        withAsterisk={false}
        autoFocus
        maxLength={1000}
        value={note}
        error={messagesByField(question.error).note}
        onChange={({ currentTarget }) => setAsked({ note: currentTarget.value })}
      />
    </SmallForm>
  );
}
