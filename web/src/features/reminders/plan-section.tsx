import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { reminderPlanPut, type PlanAnswer, type RuleBody } from '../../api/client.js';
import { focusFirstInvalid } from '../../forms/focus.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { TimeInput } from '../../forms/time-input.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { ifMatch } from '../../lib/version.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import settings from '../settings/settings.module.css';
import { NewRule } from './new-rule.js';
import styles from './plan.module.css';
import { planQuery } from './queries.js';
import { PlanRule } from './plan-rule.js';

const usualQuiet = { from: '21:00', to: '08:00' };

const kept = 'reminder-plan';

/** What is written, and the version that it is to take the place of. */
type Written = Pick<PlanAnswer, 'quietHours' | 'rules' | 'version'>;
const writtenOf = ({ quietHours, rules, version }: PlanAnswer): Written => ({ quietHours, rules, version });

/** How the organisation reminds: when nobody is written to, and for each kind who, when and how. */
export function PlanSection() {
  const { data: plan } = useSuspenseQuery(planQuery);
  const [saved, setSaved] = useState<number>();
  // A plan that somebody else saved begins the form anew; what was written is shown against it by their refusal.
  return (
    <KeptDraft key={plan.version} form={kept} empty={writtenOf(plan)}>
      {(begun) => <PlanForm plan={plan} begun={begun} isSaved={plan.version === saved} saved={setSaved} />}
    </KeptDraft>
  );
}

interface Props {
  plan: PlanAnswer;
  begun: Written;
  /** Whether it is what was saved here just before. */
  isSaved: boolean;
  saved: (version: number) => void;
}

function PlanForm({ plan, begun, isSaved, saved }: Props) {
  const { t } = useTranslation('plan');
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [quietHours, setQuietHours] = useState(begun.quietHours);
  const [rules, setRules] = useState(begun.rules);
  const isChanged = JSON.stringify([quietHours, rules]) !== JSON.stringify([plan.quietHours, plan.rules]);
  const { version } = begun;
  const letGo = useKeeping(
    kept,
    useMemo(() => (isChanged ? { quietHours, rules, version } : undefined), [isChanged, quietHours, rules, version]),
  );
  const save = useMutation({
    mutationFn: () => reminderPlanPut(ifMatch(begun), { quietHours, rules }),
    onSuccess: (now) => {
      letGo();
      saved(now.version);
      client.setQueryData(planQuery.queryKey, now);
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const errors = messagesByField(save.error);
  const isStale = save.isError && problemOf(save.error).status === 412;
  const change = (at: number, next: RuleBody | undefined) =>
    setRules(rules.flatMap((rule, index) => (index === at ? (next ? [next] : []) : [rule])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const logged = plan.drivers.filter(({ standIn }) => standIn);
  return (
    <form ref={form} onSubmit={submit} className={styles.form} noValidate>
      <Section title={t('title')} aside={t(plan.usual ? 'usual' : 'own')}>
        <p className="muted">
          {t('says')} {t('firstThatReaches')}
        </p>
        {logged.length > 0 && (
          <Notice tone="owed">
            <p>{t('logged', { channels: logged.map(({ name }) => t(`channel.${name}`)).join(', ') })}</p>
          </Notice>
        )}
        <div className={styles.quiet}>
          <Checkbox
            label={t('quiet')}
            checked={quietHours !== null}
            onChange={({ currentTarget }) =>
              setQuietHours(currentTarget.checked ? (plan.quietHours ?? usualQuiet) : null)
            }
          />
          {quietHours && (
            <>
              <TimeInput
                label={t('quietFrom')}
                value={quietHours.from}
                error={errors['quietHours.from']}
                onChange={(from) => setQuietHours({ ...quietHours, from })}
              />
              <TimeInput
                label={t('quietTo')}
                value={quietHours.to}
                error={errors['quietHours.to']}
                onChange={(to) => setQuietHours({ ...quietHours, to })}
              />
            </>
          )}
        </div>
      </Section>
      {plan.kinds.map(({ kind, direction }) => {
        const ofKind = rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => rule.kind === kind);
        return (
          <Section key={kind} title={t(`kind.${kind}`)} aside={t(`about.${kind}`)}>
            {ofKind.length === 0 && <p className="muted">{t('nobody')}</p>}
            {ofKind.map(({ rule, at }) => (
              <PlanRule
                key={rule.to}
                rule={rule}
                direction={direction}
                channels={plan.audiences.find(({ to }) => to === rule.to)!.channels}
                errorOf={(name) => errors[`rules.${at}.${name}`]}
                change={(next) => change(at, next)}
              />
            ))}
            <NewRule
              kind={kind}
              taken={ofKind.map(({ rule }) => rule.to)}
              audiences={plan.audiences}
              add={(rule) => setRules([...rules, rule])}
            />
          </Section>
        );
      })}
      <div className={styles.save}>
        {isStale ? (
          <Notice tone="problem">
            <p>{t('stale')}</p>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                letGo();
                void client.fetchQuery({ ...planQuery, staleTime: 0 });
              }}
            >
              {t('showTheirs')}
            </Button>
          </Notice>
        ) : (
          <ProblemNotice error={save.error} />
        )}
        {isSaved && !isChanged && <p role="status">{t('common:saved')}</p>}
        <div className={settings.actions}>
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            {t('common:save')}
          </Button>
          {isChanged && (
            <Button
              variant="default"
              onClick={() => {
                setQuietHours(plan.quietHours);
                setRules(plan.rules);
                save.reset();
              }}
            >
              {t('undo')}
            </Button>
          )}
        </div>
        <p className="muted">{t('holds')}</p>
      </div>
    </form>
  );
}
