import type { Words } from './words.js';

const at = '{place, select, none {} other {，{place}}}';
const call = '{number, select, none {撥打您已有的我們的號碼} other {致電 {number}}}';
const stop = '{channel, select, sms {回覆 STOP 停止接收。} other {如不想再收到，請告訴我們。}}';

/** Chinese in traditional characters. */
export const zhHant: Words = {
  sign: '您的預約服務',
  subject: '提醒',
  early: `{sign}：提醒您，近期有一件事要辦。方便時請${call}。${stop}`,
  soon: `{sign}：提醒您我們一起商量好的事。如有變化或疑問，請現在${call}。${stop}`,
  detail: `{sign}：提醒您的預約：{day} {time}${at}。如有疑問，請${call}。${stop}`,
  stopped: '{sign}：您將不再收到我們的訊息。如需恢復，請回覆 START。',
  started: '{sign}：您將重新收到我們的訊息。如需停止，請回覆 STOP。',
  help: `{sign}：發到此號碼的訊息無人閱讀。請${call}。如需停止，請回覆 STOP。`,
};
