import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { breakGlassPurposes } from '../../api/choices.js';
import { breakGlassBreak, type BreakGlass } from '../../api/client.js';
import { Form } from '../../forms/form.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { messagesByField, problemOf, type Problem } from '../../lib/problem.js';
import { Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import settings from '../settings/settings.module.css';

/** Opens the case, or answers the one that is open already: what was wanted is to see it. */
async function open(code: string, why: BreakGlass): Promise<string> {
  try {
    return (await breakGlassBreak(code.trim(), why)).clientId;
  } catch (error) {
    const { code: what, clientId } = problemOf(error) as Problem & { clientId?: string };
    if (what === 'break_glass.not_needed' && clientId) return clientId;
    throw error;
  }
}

const kept = 'emergency';
const empty = { code: '', purpose: '', reason: '' };

/** The way to a restricted case when somebody needs help now: its code, and why. */
export function EmergencyPage() {
  const { t } = useTranslation('emergency');
  return (
    <Page title={t('title')}>
      <Notice tone="owed" title={t('whatHappens')}>
        <p>{t('fourHours')}</p>
        <p>{t('seen')}</p>
      </Notice>
      <KeptDraft form={kept} empty={empty}>
        {(begun) => <WhichAndWhy begun={begun} />}
      </KeptDraft>
    </Page>
  );
}

function WhichAndWhy({ begun }: { begun: typeof empty }) {
  const { t } = useTranslation('emergency');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [typed, setTyped] = useState(begun);
  const { code, purpose, reason } = typed;
  const letGo = useKeeping(kept, typed === empty ? undefined : typed);
  const type =
    (name: keyof typeof empty) =>
    ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTyped((before) => ({ ...before, [name]: value }));
  const opening = useMutation({
    mutationFn: () => open(code, { purpose: purpose as BreakGlass['purpose'], reason }),
    onSuccess: async (clientId) => {
      letGo();
      void client.invalidateQueries({ queryKey: ['clients'] });
      void client.invalidateQueries({ queryKey: ['openings'] });
      await navigate({ to: '/cases/$clientId', params: { clientId } });
    },
  });
  const errors = messagesByField(opening.error);
  const isUnknown = opening.isError && problemOf(opening.error).status === 404;
  const asked = { required: true, withAsterisk: false };
  return (
    <Form className={settings.form} submit={() => opening.mutate()} error={opening.error}>
      <TextInput
        {...asked}
        label={t('code')}
        description={t('codeSays')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        error={isUnknown ? t('noSuchCode') : undefined}
        onChange={type('code')}
      />
      <NativeSelect
        {...asked}
        label={t('purpose')}
        description={t('purposeSays')}
        value={purpose}
        error={errors.purpose}
        onChange={type('purpose')}
      >
        <option value="" />
        {breakGlassPurposes.map((one) => (
          <option key={one} value={one}>
            {t(`purposes.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <Textarea
        {...asked}
        label={t('reason')}
        description={t('reasonSays')}
        autoComplete="off"
        minRows={3}
        maxLength={1000}
        value={reason}
        error={errors.reason}
        onChange={type('reason')}
      />
      {!isUnknown && <ProblemNotice error={opening.error} />}
      <div className={settings.actions}>
        <Button type="submit" loading={opening.isPending}>
          {t('open')}
        </Button>
        <Button variant="default" component={Link} to="/cases" onClick={letGo}>
          {t('common:cancel')}
        </Button>
      </div>
    </Form>
  );
}
