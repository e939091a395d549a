/** What the application speaks, each by its own name. Another one needs a line here and a folder of words. */
export const languages = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof languages;

export const languagesBeside = (spoken: string) =>
  (Object.keys(languages) as Language[]).filter((language) => language !== spoken);
