import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../i18n/languages.js';
import { useChooseLanguage, useOwnLanguage } from '../../lib/own-language.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './settings.module.css';

/** In which language somebody reads these pages and is written to. */
export function LanguageSection() {
  const { t } = useTranslation('settings');
  const own = useOwnLanguage();
  const choose = useChooseLanguage();
  return (
    <Section id="language" title={t('account.language')}>
      <div className={styles.form}>
        <NativeSelect
          label={t('account.languageOfMessages')}
          description={t('account.languageSays')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={choose.isPending ? choose.variables : own}
          onChange={(event) => choose.mutate(event.currentTarget.value as Language)}
        >
          {Object.entries(languages).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <ProblemNotice error={choose.error} />
        <p role="status">{choose.isSuccess && t('account.languageChosen')}</p>
      </div>
    </Section>
  );
}
