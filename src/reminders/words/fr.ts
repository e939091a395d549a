import type { Words } from './words.js';

const at = '{place, select, none {} other {, {place}}}';
const call = 'appeler {number, select, none {le numéro que vous avez de nous} other {le {number}}}';
const stop =
  '{channel, select, sms {Répondez STOP pour ne plus recevoir de messages.} other {Pour ne plus recevoir de messages, dites-le-nous.}}';

export const fr: Words = {
  sign: 'Votre service de rendez-vous',
  subject: 'Un rappel',
  early: `{sign}: Nous vous rappelons que vous avez quelque chose de prévu. Quand vous aurez un moment tranquille, veuillez ${call}. ${stop}`,
  soon: `{sign}: Nous vous rappelons ce que nous avons prévu ensemble. Si quelque chose a changé ou si vous avez une question, veuillez ${call} maintenant. ${stop}`,
  detail: `{sign}: Nous vous rappelons votre rendez-vous: {day} à {time}${at}. Si vous avez une question, veuillez ${call}. ${stop}`,
  stopped: '{sign}: Vous ne recevrez plus nos messages. Pour les recevoir de nouveau, répondez START.',
  started: '{sign}: Vous recevrez de nouveau nos messages. Pour ne plus les recevoir, répondez STOP.',
  help: `{sign}: Personne ne lit ce qui est envoyé à ce numéro. Veuillez ${call}. Pour ne plus recevoir nos messages, répondez STOP.`,
};
