export type Keyword = 'stop' | 'start' | 'help';

/** Words of one message that mean no more of them, them again, or help, in the languages that messages are worded in. */
const words: Record<Keyword, string[]> = {
  stop: [
    ...['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'OPT OUT'],
    ...['ALTO', 'PARAR', 'PARE', 'PARA', 'DETENER', 'CANCELAR', 'BAJA', 'NO MÁS', 'FIN', 'BASTA'],
    ...['停', '停止', '退订', '退訂', '取消', '停止接收', '取消订阅', '取消訂閱'],
    ...['বন্ধ', 'বন্ধ করুন', 'থামুন', 'থামান', 'বাতিল'],
    ...['SISPANN', 'KANPE', 'RETE', 'ANILE'],
    ...['توقف', 'إيقاف', 'أوقف', 'قف', 'إلغاء', 'كفى'],
    ...['СТОП', 'ОТПИСАТЬСЯ', 'ОТПИСКА', 'ОТМЕНА', 'ПРЕКРАТИТЬ', 'ХВАТИТ'],
    ...['ARRET', 'ARRÊTER', 'ARRÊTEZ', 'DÉSABONNER', 'DÉSINSCRIRE', 'ANNULER'],
  ],
  start: [
    ...['START', 'UNSTOP', 'INICIAR', 'EMPEZAR', 'COMENZAR', 'INICIO', 'REANUDAR', 'ALTA'],
    ...['开始', '開始', '恢复', '恢復', '订阅', '訂閱', 'শুরু', 'শুরু করুন', 'চালু'],
    ...['KÒMANSE', 'REKÒMANSE', 'ابدأ', 'بدء', 'استئناف', 'اشتراك'],
    ...['СТАРТ', 'НАЧАТЬ', 'ВОЗОБНОВИТЬ', 'ПОДПИСАТЬСЯ', 'COMMENCER', 'DÉBUT', 'REPRENDRE'],
  ],
  help: [
    ...['HELP', 'INFO', 'AYUDA', 'INFORMACIÓN', '帮助', '幫助', '求助', 'সাহায্য', 'সহায়তা', 'ÈD', 'EDE'],
    ...['مساعدة', 'ساعدني', 'ПОМОЩЬ', 'СПРАВКА', 'AIDE'],
  ],
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
  (Object.entries(words) as [Keyword, string[]][]).flatMap(([keyword, list]) =>
    list.map((word) => [folded(word), keyword]),
  ),
);

/** What a message asks for, if it is one of these words and nothing else: longer ones want a person. */
export const keywordOf = (text: string): Keyword | undefined => known.get(folded(text));
