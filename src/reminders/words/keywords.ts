import type { WordingLanguage } from './languages.js';

export type Keyword = 'stop' | 'start' | 'help';

/** What a message asks for, and in which language. */
export interface Asked {
  keyword: Keyword;
  language: WordingLanguage;
}

/** Words of one message that mean no more of them, them again, or help, in the languages that messages are worded in. */
const words: Record<Keyword, Partial<Record<WordingLanguage, string[]>>> = {
  stop: {
    en: ['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT'],
    es: ['ALTO', 'PARAR', 'PARE', 'PARA', 'DETENER', 'CANCELAR', 'BAJA', 'NO MÁS', 'FIN', 'BASTA'],
    zh: ['停', '停止', '退订', '取消', '停止接收', '取消订阅'],
    'zh-Hant': ['退訂', '取消訂閱'],
    bn: ['বন্ধ', 'বন্ধ করুন', 'থামুন', 'থামান', 'বাতিল'],
    ht: ['SISPANN', 'KANPE', 'RETE', 'ANILE'],
    ar: ['توقف', 'إيقاف', 'أوقف', 'قف', 'إلغاء', 'كفى'],
    ru: ['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА', 'ОТМЕНА', 'ПРЕКРАТИТЬ', 'ХВАТИТ'],
    fr: ['ARRET', 'ARRÊTER', 'ARRÊTEZ', 'DÉSABONNER', 'DÉSINSCRIRE', 'ANNULER'],
  },
  start: {
    en: ['START', 'UNSTOP'],
    es: ['INICIAR', 'EMPEZAR', 'COMENZAR', 'INICIO', 'REANUDAR', 'ALTA'],
    zh: ['开始', '恢复', '订阅'],
    'zh-Hant': ['開始', '恢復', '訂閱'],
    bn: ['শুরু', 'শুরু করুন', 'চালু'],
    ht: ['KÒMANSE', 'REKÒMANSE'],
    ar: ['ابدأ', 'بدء', 'استئناف', 'اشتراك'],
    ru: ['СТАРТ', 'НАЧАТЬ', 'ВОЗОБНОВИТЬ', 'ПОДПИСАТЬСЯ'],
    fr: ['COMMENCER', 'DÉBUT', 'REPRENDRE'],
  },
  help: {
    en: ['HELP', 'INFO'],
    es: ['AYUDA', 'INFORMACIÓN'],
    zh: ['帮助', '求助'],
    'zh-Hant': ['幫助'],
    bn: ['সাহায্য', 'সহায়তা'],
    ht: ['ÈD', 'EDE'],
    ar: ['مساعدة', 'ساعدني'],
    ru: ['ПОМОЩЬ', 'СПРАВКА'],
    fr: ['AIDE'],
  },
};

/** Without accents, case, and what stands around words, so that `alto!`, `Alto` and `ALTO` are one. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();

const known = new Map(
  (Object.keys(words) as Keyword[]).flatMap((keyword) =>
    (Object.entries(words[keyword]) as [WordingLanguage, string[]][]).flatMap(([language, list]) =>
      list.map((word): [string, Asked] => [folded(word), { keyword, language }]),
    ),
  ),
);

/** What a message asks for, if it is one of these words and nothing else: longer ones want a person. */
export const askedBy = (text: string): Asked | undefined => known.get(folded(text));
