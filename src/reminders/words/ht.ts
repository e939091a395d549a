import type { Words } from './words.js';

const at = '{place, select, none {} other {, {place}}}';
const call = 'rele {number, select, none {nimewo ou genyen pou nou an} other {{number}}}';
const stop =
  '{channel, select, sms {Reponn STOP pou w pa resevwa mesaj ankò.} other {Si ou pa vle mesaj sa yo ankò, annik di nou sa.}}';

/** Haitian Creole. */
export const ht: Words = {
  sign: 'Sèvis randevou w',
  subject: 'Yon rapèl',
  early: `{sign}: Yon rapèl: ou gen yon bagay k ap vini. Lè ou jwenn yon ti moman trankil, tanpri ${call}. ${stop}`,
  soon: `{sign}: Yon rapèl sou sa nou te planifye ansanm. Si yon bagay chanje, oswa si ou gen yon kesyon, tanpri ${call} kounye a. ${stop}`,
  detail: `{sign}: Yon rapèl: randevou w la se {day} a {time}${at}. Si ou gen yon kesyon, tanpri ${call}. ${stop}`,
  stopped: '{sign}: Ou p ap resevwa mesaj nan men nou ankò. Pou w resevwa yo ankò, reponn START.',
  started: '{sign}: W ap resevwa mesaj nou yo ankò. Pou w sispann yo, reponn STOP.',
  help: `{sign}: Pèsòn pa li mesaj ki voye sou nimewo sa a. Tanpri ${call}. Pou w sispann mesaj yo, reponn STOP.`,
};
