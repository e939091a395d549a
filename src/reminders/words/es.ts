import type { Words } from './words.js';

const at = '{place, select, none {} other {, {place}}}';
const call = '{number, select, none {llame al número que tiene de nosotros} other {llame al {number}}}';
const stop =
  '{channel, select, sms {Responda STOP para no recibir más mensajes.} other {Para no recibir más mensajes, solo díganoslo.}}';

export const es: Words = {
  sign: 'Su servicio de citas',
  subject: 'Un recordatorio',
  early: `{sign}: Le recordamos que tiene algo pendiente. Cuando tenga un momento tranquilo, por favor ${call}. ${stop}`,
  soon: `{sign}: Le recordamos lo que planeamos juntos. Si algo cambió o si tiene una pregunta, por favor ${call} ahora. ${stop}`,
  detail: `{sign}: Le recordamos su cita: {day} a las {time}${at}. Si tiene una pregunta, por favor ${call}. ${stop}`,
  stopped: '{sign}: No recibirá más mensajes nuestros. Para volver a recibirlos, responda START.',
  started: '{sign}: Volverá a recibir nuestros mensajes. Para no recibirlos, responda STOP.',
  help: `{sign}: Nadie lee lo que se envía a este número. Por favor ${call}. Para no recibir más mensajes, responda STOP.`,
};
