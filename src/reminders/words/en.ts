import type { Words } from './words.js';

const at = '{place, select, none {} other {, {place}}}';
const call = 'call {number, select, none {the number you have for us} other {{number}}}';
const stop = '{channel, select, sms {Reply STOP to end these messages.} other {To stop these messages, just tell us.}}';

export const en: Words = {
  sign: 'Your appointment service',
  subject: 'A reminder',
  early: `{sign}: A reminder that you have something coming up. When you have a quiet moment, please ${call}. ${stop}`,
  soon: `{sign}: A reminder of what we planned together. If anything has changed, or you have a question, please ${call} now. ${stop}`,
  detail: `{sign}: A reminder: your appointment is on {day} at {time}${at}. If you have a question, please ${call}. ${stop}`,
  stopped: '{sign}: You will get no more messages from us. To get them again, reply START.',
  started: '{sign}: You will get our messages again. To end them, reply STOP.',
  help: `{sign}: Nobody reads what is sent to this number. Please ${call}. To end our messages, reply STOP.`,
};
