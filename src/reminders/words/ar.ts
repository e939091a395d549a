import type { Words } from './words.js';

const at = '{place, select, none {} other {، \u2066{place}\u2069}}';

// A number stands between isolates, or its plus sign would be shown at the wrong end.
const call = '{number, select, none {بالرقم الذي لديكم لنا} other {على \u2066{number}\u2069}}';
const stop = '{channel, select, sms {لإيقاف هذه الرسائل أرسلوا STOP.} other {إن لم ترغبوا في هذه الرسائل فأخبرونا.}}';

/** Arabic. */
export const ar: Words = {
  sign: 'خدمة مواعيدكم',
  subject: 'تذكير',
  early: `{sign}: نذكّركم بأن لديكم أمرًا قريبًا. عندما تجدون وقتًا هادئًا، يُرجى الاتصال ${call}. ${stop}`,
  soon: `{sign}: نذكّركم بما خطّطنا له معًا. إذا تغيّر شيء أو كان لديكم سؤال، يُرجى الاتصال الآن ${call}. ${stop}`,
  detail: `{sign}: تذكير بموعدكم: {day}، الساعة {time}${at}. إذا كان لديكم سؤال، يُرجى الاتصال ${call}. ${stop}`,
  stopped: '{sign}: لن تصلكم منا رسائل بعد الآن. لاستلامها مجددًا أرسلوا START.',
  started: '{sign}: ستصلكم رسائلنا من جديد. لإيقافها أرسلوا STOP.',
  help: `{sign}: لا أحد يقرأ الرسائل المرسلة إلى هذا الرقم. يُرجى الاتصال ${call}. لإيقاف رسائلنا أرسلوا STOP.`,
};
