import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownWordingsList, ownWordingsPreview, ownWordingsPut, type WordingAnswer } from '../../api/client.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { ifMatch } from '../../lib/version.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/page.js';
import { SmallForm } from '../../ui/small-form.js';
import reminders from './reminders.module.css';
import { TextLength } from './text-length.js';
import styles from './wordings.module.css';

const wordingsQuery = queryOptions({
  queryKey: ['reminder-wordings'],
  queryFn: () => ownWordingsList(),
  staleTime: Infinity,
});

type Texts = Partial<Record<'subject' | 'early' | 'soon' | 'detail', string>>;

/** What is written and not saved yet, and the version that it is to take the place of. */
interface Draft {
  texts: Texts;
  version: number;
}

const ownOf = ({ texts, version }: WordingAnswer): Draft => ({
  texts: Object.fromEntries(texts.map(({ name, own }) => [name, own ?? ''])),
  version,
});
const keyOf = ({ kind, language }: Pick<WordingAnswer, 'kind' | 'language'>) => `${kind} ${language}`;

/** By kind and language. */
type Drafts = Partial<Record<string, Draft>>;

const kept = 'wordings';

/** What reminders say to clients, in the organisation's own words where it has any. */
export function WordingsSection() {
  return (
    <KeptDraft<Drafts> form={kept} empty={{}}>
      {(begun) => <Wordings begun={begun} />}
    </KeptDraft>
  );
}

function Wordings({ begun }: { begun: Drafts }) {
  const { t, i18n } = useTranslation(['wordings', 'plan']);
  const { data } = useSuspenseQuery(wordingsQuery);
  const first = data.items.find((one) => begun[keyOf(one)]) ?? data.items[0]!;
  const [kind, setKind] = useState(first.kind);
  const [language, setLanguage] = useState(first.language);
  // Whoever looks at another kind or language finds what they wrote when they come back.
  const [drafts, setDrafts] = useState(begun);
  useKeeping(kept, Object.values(drafts).some(Boolean) ? drafts : undefined);
  const kinds = [...new Set(data.items.map((one) => one.kind))];
  const languages = [...new Set(data.items.map((one) => one.language))];
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const chosen = data.items.find((one) => one.kind === kind && one.language === language)!;
  const key = keyOf(chosen);
  return (
    <Section title={t('title')} aside={t(chosen.texts.some(({ own }) => own) ? 'own' : 'usual')}>
      <p className="muted">{t('says')}</p>
      <div className={styles.which}>
        <NativeSelect
          label={t('kind')}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: t(`plan:kind.${one}`) }))}
          onChange={({ currentTarget }) => setKind(currentTarget.value as WordingAnswer['kind'])}
        />
        <NativeSelect
          label={t('plan:language')}
          value={language}
          data={languages.map((one) => ({ value: one, label: names.of(one) ?? one }))}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value as WordingAnswer['language'])}
        />
      </div>
      <WordingForm
        key={key}
        wording={chosen}
        draft={drafts[key]}
        write={(draft) => setDrafts((before) => ({ ...before, [key]: draft }))}
      />
    </Section>
  );
}

interface Props {
  wording: WordingAnswer;
  draft: Draft | undefined;
  /** Nothing takes back what was written. */
  write: (draft: Draft | undefined) => void;
}

function WordingForm({ wording, draft, write }: Props) {
  const { t } = useTranslation(['wordings', 'plan']);
  const client = useQueryClient();
  const { kind, language } = wording;
  const { texts, version } = useMemo(() => draft ?? ownOf(wording), [draft, wording]);
  const [settled] = useDebouncedValue(texts, 400);
  const given = (of: Texts) => ({
    kind,
    language,
    ...Object.fromEntries(Object.entries(of).map(([name, text]) => [name, text.trim() ? text : null])),
  });
  const preview = useQuery({
    queryKey: ['reminder-wordings', 'preview', kind, language, settled],
    queryFn: () => ownWordingsPreview(given(settled)),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: () => ownWordingsPut(ifMatch({ version }), given(texts)),
    onSuccess: (now) => {
      client.setQueryData(wordingsQuery.queryKey, (before) => ({
        items: (before?.items ?? []).map((one) => (keyOf(one) === keyOf(now) ? now : one)),
      }));
      write(undefined);
    },
    onError: async (error) => {
      if (problemOf(error).status !== 412) return;
      // What was written stays: whoever saves it again knows that it takes the place of other words.
      const { items } = await client.fetchQuery({ ...wordingsQuery, staleTime: 0 });
      write({ texts, version: items.find((one) => keyOf(one) === keyOf(wording))!.version });
    },
  });
  const isStale = save.isError && problemOf(save.error).status === 412;
  const errors = { ...messagesByField(preview.error), ...messagesByField(save.error) };
  const shown = new Map((preview.data ?? wording).texts.map((text) => [text.name, text]));
  // Nothing is shown of words that were not looked at, since others beside them cannot be sent.
  const isShown = (name: keyof Texts, own: string | null) =>
    !errors[name] && !(preview.isError && (texts[name] ?? '') !== (own ?? ''));
  return (
    <SmallForm saving={isStale ? { ...save, error: null } : save} label={t('common:save')} wide>
      {wording.texts.map(({ name, own, usual }) => {
        const { example, length } = shown.get(name)!;
        return (
          <div key={name} className={styles.text}>
            <Textarea
              label={t(`text.${name}`)}
              description={t(`about.${name}`)}
              placeholder={usual}
              lang={language}
              dir="auto"
              maxLength={600}
              value={texts[name] ?? ''}
              error={errors[name]}
              onChange={({ currentTarget }) => {
                save.reset();
                write({ texts: { ...texts, [name]: currentTarget.value }, version });
              }}
            />
            {isShown(name, own) && (
              <div>
                <span className="muted">{t(texts[name]?.trim() ? 'asSent' : 'asSentUsual')}</span>
                <blockquote className={reminders.words} lang={language} dir="auto">
                  {example}
                </blockquote>
                {length && <TextLength length={length} />}
              </div>
            )}
            {texts[name]?.trim() && (
              <button
                type="button"
                className={styles.back}
                aria-label={`${t('back')}: ${t(`text.${name}`)}`}
                onClick={() => {
                  save.reset();
                  write({ texts: { ...texts, [name]: '' }, version });
                }}
              >
                {t('back')}
              </button>
            )}
          </div>
        );
      })}
      {isStale && (
        <Notice tone="problem">
          <p>{t('stale')}</p>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              save.reset();
              write(undefined);
            }}
          >
            {t('plan:showTheirs')}
          </Button>
        </Notice>
      )}
      {save.isSuccess && !draft && <p role="status">{t('saved')}</p>}
    </SmallForm>
  );
}
