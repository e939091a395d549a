import type { Words } from './words.js';

const at = '{place, select, none {} other {，{place}}}';
const call = '{number, select, none {拨打您已有的我们的号码} other {致电 {number}}}';
const stop = '{channel, select, sms {回复 STOP 停止接收。} other {如不想再收到，请告诉我们。}}';

/** Chinese in simplified characters. */
export const zh: Words = {
  sign: '您的预约服务',
  subject: '提醒',
  early: `{sign}：提醒您，近期有一件事要办。方便时请${call}。${stop}`,
  soon: `{sign}：提醒您我们一起商量好的事。如有变化或疑问，请现在${call}。${stop}`,
  detail: `{sign}：提醒您的预约：{day} {time}${at}。如有疑问，请${call}。${stop}`,
  stopped: '{sign}：您将不再收到我们的信息。如需恢复，请回复 START。',
  started: '{sign}：您将重新收到我们的信息。如需停止，请回复 STOP。',
  help: `{sign}：发到此号码的信息无人阅读。请${call}。如需停止，请回复 STOP。`,
};
