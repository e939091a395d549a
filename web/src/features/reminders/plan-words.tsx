import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reminderPlanWords, type PlanWords as Words, type RuleBody } from '../../api/client.js';
import { wordingLanguages } from '../../api/choices.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './plan.module.css';
import { TextLength } from './text-length.js';
import reminders from './reminders.module.css';

type Props = Pick<RuleBody, 'kind' | 'to' | 'channels'>;

/** What this rule says to people, to the letter, in a language to choose. */
export function PlanWords({ kind, to, channels }: Props) {
  const { t, i18n } = useTranslation(['plan', 'reminders']);
  // Colleagues are written to in the languages of the application.
  const languages = to === 'client' ? wordingLanguages : (['en', 'es'] as const);
  const [language, setLanguage] = useState<Words['language']>(i18n.language === 'es' ? 'es' : 'en');
  const words = useQuery({
    queryKey: ['reminder-plan', 'words', kind, to, language],
    queryFn: () => reminderPlanWords(kind, to, { language }),
    placeholderData: keepPreviousData,
  });
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <div className={styles.words}>
      <NativeSelect
        size="sm"
        label={t('language')}
        value={language}
        data={languages.map((one) => ({ value: one, label: names.of(one) ?? one }))}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value as Words['language'])}
      />
      <ProblemNotice error={words.error} retry={() => void words.refetch()} />
      {words.data?.items
        .filter(({ channel }) => channels.includes(channel))
        .map(({ channel, message, language: spoken, subject, text, length }) => (
          <div key={`${channel} ${message}`}>
            <span className="muted">
              {t(`channel.${channel}`)}
              {message && `, ${t(`message.${message}`)}`}
            </span>
            <blockquote className={reminders.words} lang={spoken} dir="auto">
              {subject && <strong>{subject}</strong>} {text}
            </blockquote>
            {length && <TextLength length={length} />}
          </div>
        ))}
    </div>
  );
}
