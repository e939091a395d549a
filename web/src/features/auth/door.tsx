import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../../i18n/index.js';
import { languages, languagesBeside } from '../../i18n/languages.js';
import styles from './door.module.css';

/** The plain page around everything that happens before one is signed in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Letterbox`;
  }, [title]);
  return (
    <main className={styles.door}>
      <div className={`${styles.top} no-print`}>
        <p className={styles.name}>Letterbox</p>
        {languagesBeside(i18n.language).map((language) => (
          <button key={language} type="button" lang={language} onClick={() => void speak(language)}>
            {languages[language]}
          </button>
        ))}
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
