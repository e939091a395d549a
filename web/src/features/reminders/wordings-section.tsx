import { NativeSelect, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownWordingsList, ownWordingsPreview, ownWordingsPut, type WordingAnswer } from '../../api/client.js';
import { messagesByField, problemOf } from '../../lib/problem.js';
import { ifMatch } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { SmallForm } from '../../ui/small-form.js';
import reminders from './reminders.module.css';
import { TextLength } from './text-length.js';
import styles from './wordings.module.css';

const wordingsQuery = { queryKey: ['reminder-wordings'], queryFn: () => ownWordingsList(), staleTime: Infinity };

/** What reminders say to clients, in the organisation's own words where it has any. */
export function WordingsSection() {
  const { t, i18n } = useTranslation(['wordings', 'plan']);
  const { data } = useSuspenseQuery(wordingsQuery);
  const [kind, setKind] = useState(data.items[0]!.kind);
  const [language, setLanguage] = useState(data.items[0]!.language);
  const [isSaved, setSaved] = useState(false);
  const kinds = [...new Set(data.items.map((one) => one.kind))];
  const languages = [...new Set(data.items.map((one) => one.language))];
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const chosen = data.items.find((one) => one.kind === kind && one.language === language)!;
  const choose = (change: () => void) => {
    setSaved(false);
    change();
  };
  return (
    <Section title={t('title')} aside={t(chosen.texts.some(({ own }) => own) ? 'own' : 'usual')}>
      <p className="muted">{t('says')}</p>
      <div className={styles.which}>
        <NativeSelect
          label={t('kind')}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: t(`plan:kind.${one}`) }))}
          onChange={({ currentTarget }) => choose(() => setKind(currentTarget.value as WordingAnswer['kind']))}
        />
        <NativeSelect
          label={t('plan:language')}
          value={language}
          data={languages.map((one) => ({ value: one, label: names.of(one) ?? one }))}
          onChange={({ currentTarget }) => choose(() => setLanguage(currentTarget.value as WordingAnswer['language']))}
        />
      </div>
      <WordingForm
        key={`${kind} ${language} ${chosen.version}`}
        wording={chosen}
        isSaved={isSaved}
        saved={() => setSaved(true)}
      />
    </Section>
  );
}

type Texts = Partial<Record<'subject' | 'early' | 'soon' | 'detail', string>>;

interface Props {
  wording: WordingAnswer;
  isSaved: boolean;
  saved: () => void;
}

function WordingForm({ wording, isSaved, saved }: Props) {
  const { t } = useTranslation('wordings');
  const client = useQueryClient();
  const { kind, language } = wording;
  const [texts, setTexts] = useState<Texts>(() =>
    Object.fromEntries(wording.texts.map(({ name, own }) => [name, own ?? ''])),
  );
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
    mutationFn: () => ownWordingsPut(ifMatch(wording), given(texts)),
    onSuccess: () => {
      saved();
      return client.invalidateQueries({ queryKey: wordingsQuery.queryKey, exact: true });
    },
    onError: (error) => {
      if (problemOf(error).status === 412)
        void client.invalidateQueries({ queryKey: wordingsQuery.queryKey, exact: true });
    },
  });
  const errors = { ...messagesByField(preview.error), ...messagesByField(save.error) };
  const shown = new Map((preview.data ?? wording).texts.map((text) => [text.name, text]));
  return (
    <SmallForm saving={save} label={t('common:save')} wide>
      {wording.texts.map(({ name, usual }) => {
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
                setTexts({ ...texts, [name]: currentTarget.value });
              }}
            />
            {!errors[name] && (
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
                onClick={() => setTexts({ ...texts, [name]: '' })}
              >
                {t('back')}
              </button>
            )}
          </div>
        );
      })}
      {isSaved && <p role="status">{t('saved')}</p>}
    </SmallForm>
  );
}
