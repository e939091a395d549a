import type { ReminderChannel } from './reminder.values.js';

/** Languages that reminders are worded in. */
export const wordingLanguages = ['en', 'es'] as const;
export type WordingLanguage = (typeof wordingLanguages)[number];

/** The wording for a language tag such as `es-MX`; English where there is none in the language. */
export function wordingLanguage(tag: string | null | undefined): WordingLanguage {
  const base = tag?.split('-')[0]?.toLowerCase();
  return wordingLanguages.find((language) => language === base) ?? 'en';
}

export interface Wording {
  subject: string;
  text: string;
}

/** Who writes, as the organisation wants to be called in front of others. */
export interface Signature {
  nickname: string | null;
  callBackNumber: string | null;
}

const clientTexts: Record<
  WordingLanguage,
  { sign: string; subject: string; early: string; soon: string; call(number: string | null): string; stop: string }
> = {
  en: {
    sign: 'Your appointment service',
    subject: 'A reminder',
    early: 'A reminder that you have something coming up. When you have a quiet moment, please call us.',
    soon: 'A reminder of what we planned together. If anything has changed, or you have a question, please call us now.',
    call: (number) => (number ? `Call ${number}.` : 'Call the number you have for us.'),
    stop: 'To stop these messages, just tell us.',
  },
  es: {
    sign: 'Su servicio de citas',
    subject: 'Un recordatorio',
    early: 'Le recordamos que tiene algo pendiente. Cuando tenga un momento tranquilo, por favor llámenos.',
    soon: 'Le recordamos lo que planeamos juntos. Si algo cambió o si tiene una pregunta, por favor llámenos ahora.',
    call: (number) => (number ? `Llame al ${number}.` : 'Llame al número que tiene de nosotros.'),
    stop: 'Para no recibir más mensajes, solo díganoslo.',
  },
};

/** Offsets from which on a reminder says that it is time. */
const isSoon = (offset: string) => offset === 'P1D' || offset.startsWith('PT');

/**
 * What goes to a person's phone or mailbox. Somebody else may read it: it says neither who, what, where nor when, and
 * is signed with the organisation's nickname, never with its name.
 */
export function wordingForClient(offset: string, language: string, { nickname, callBackNumber }: Signature): Wording {
  const texts = clientTexts[wordingLanguage(language)];
  const said = isSoon(offset) ? texts.soon : texts.early;
  return {
    subject: texts.subject,
    text: `${nickname ?? texts.sign}: ${said} ${texts.call(callBackNumber)} ${texts.stop}`,
  };
}

type StaffTexts = Record<string, string>;

/** By kind of notice; `{code}` is the code of the case, the only thing that says which it is. */
const staffTexts: Record<WordingLanguage, StaffTexts> = {
  en: {
    ice_appointment: '{code}: an appointment that you come along to or answer for is coming up.',
    court_date: '{code}: a court date that you come along to or answer for is coming up.',
    filing_deadline: '{code}: a filing is due soon.',
    fingerprint_watch: '{code}: fingerprints were taken and no letter is noted yet. Ask whether anything came by mail.',
    packet_prepare: '{code}: an appointment is near. Prepare the packet to carry.',
    packet_return: '{code}: a packet is still out. Ask for it back, or note that it was destroyed.',
    debrief_missing: '{code}: an appointment is over and no outcome is written down. What happened?',
    overdue_at_ice: '{code}: the person is not out yet.',
    locator_check:
      '{code}: look the person up in the detainee locator, call the office, and write down what you learn under custody.',
    call_emergency:
      '{code}: the person is not out and nobody has answered. Call the emergency contacts who may be told.',
    retention_review: '{code}: decide whether the file is still needed.',
    consent_renewal: '{code}: ask for consent again.',
    voice_task: '{code}: this person cannot be written to. Call, or tell them in person, that something is coming up.',
    delivery_failed: '{code}: a reminder could not be delivered. Reach the person another way.',
    delivery_unconfirmed:
      '{code}: a reminder may have gone out or not, nobody answered. Ask the person, or send it again.',
    reminder_too_late: '{code}: a reminder could not be sent in time. Reach the person another way.',
    new_sign_in:
      'Your account was signed in to from a kind of device not seen before. If that was not you, end the session in your settings and change your password.',
    recovery_code_used:
      'A recovery code was used to sign in to your account. If that was not you, change your password and tell your administrator.',
    recovery_codes_few:
      'A recovery code was used to sign in to your account, and three or fewer are left. Make new ones in your settings. If that was not you, change your password and tell your administrator.',
    break_glass: '{code}: the glass of a restricted case was broken. Look who opened it, and why.',
    other: '{code}: please have a look.',
    no_code: 'Letterbox',
    subject: 'A reminder',
    comingUp: '{code}: something is coming up.',
    urgentSubject: 'Please look now',
    urgent: '{code}: this needs you now.',
    signIn: 'Sign in to see more:',
  },
  es: {
    ice_appointment: '{code}: se acerca una cita a la que usted acompaña o de la que es responsable.',
    court_date: '{code}: se acerca una audiencia a la que usted acompaña o de la que es responsable.',
    filing_deadline: '{code}: pronto vence un plazo de presentación.',
    fingerprint_watch: '{code}: se tomaron huellas y aún no consta ninguna carta. Pregunte si llegó algo por correo.',
    packet_prepare: '{code}: se acerca una cita. Prepare el expediente para llevar.',
    packet_return: '{code}: un expediente sigue fuera. Pídalo de vuelta o anote que fue destruido.',
    debrief_missing: '{code}: una cita terminó y no consta el resultado. ¿Qué pasó?',
    overdue_at_ice: '{code}: la persona aún no ha salido.',
    locator_check:
      '{code}: busque a la persona en el localizador de detenidos, llame a la oficina y anote lo que sepa en custodia.',
    call_emergency:
      '{code}: la persona no ha salido y nadie ha respondido. Llame a los contactos de emergencia a quienes se puede avisar.',
    retention_review: '{code}: decida si el expediente aún se necesita.',
    consent_renewal: '{code}: pida de nuevo el consentimiento.',
    voice_task: '{code}: no se puede escribir a esta persona. Llámela o dígale en persona que tiene algo pendiente.',
    delivery_failed: '{code}: no se pudo entregar un recordatorio. Avise a la persona de otra manera.',
    delivery_unconfirmed:
      '{code}: un recordatorio quizá salió o quizá no, nadie respondió. Pregunte a la persona o envíelo de nuevo.',
    reminder_too_late: '{code}: un recordatorio no pudo enviarse a tiempo. Avise a la persona de otra manera.',
    new_sign_in:
      'Se inició sesión en su cuenta desde un tipo de dispositivo no visto antes. Si no fue usted, cierre esa sesión en los ajustes y cambie su contraseña.',
    recovery_code_used:
      'Se usó un código de recuperación para entrar en su cuenta. Si no fue usted, cambie su contraseña y avise a su administrador.',
    recovery_codes_few:
      'Se usó un código de recuperación para entrar en su cuenta y quedan tres o menos. Cree otros en los ajustes. Si no fue usted, cambie su contraseña y avise a su administrador.',
    break_glass: '{code}: se abrió de urgencia un caso restringido. Vea quién lo abrió y por qué.',
    other: '{code}: por favor, revíselo.',
    no_code: 'Letterbox',
    subject: 'Un recordatorio',
    comingUp: '{code}: hay algo pendiente.',
    urgentSubject: 'Por favor, mire ahora',
    urgent: '{code}: esto le necesita ahora.',
    signIn: 'Inicie sesión para ver más:',
  },
};

/** What a notice in the application says; of the case only its code. */
export function wordingOfNotice(kind: string, code: string | null, language: string | null): string {
  const texts = staffTexts[wordingLanguage(language)];
  return (texts[kind] ?? texts.other!).replace('{code}', code ?? texts.no_code!);
}

/** What goes to a colleague's mailbox, where others may read it: that there is something about a case, and where to look. */
export function wordingForColleague(
  code: string | null,
  language: string | null,
  publicUrl: string,
  isUrgent = false,
): Wording {
  const texts = staffTexts[wordingLanguage(language)];
  return {
    subject: (isUrgent ? texts.urgentSubject : texts.subject)!,
    text: `${(isUrgent ? texts.urgent : texts.comingUp)!.replace('{code}', code ?? texts.no_code!)} ${texts.signIn!} ${publicUrl}`,
  };
}

/** Kind of the notice by which a reminder reaches a member of staff. */
export function noticeKind(kind: string, channel: ReminderChannel): string {
  if (channel !== 'voice_task') return kind;
  return kind === 'overdue_at_ice' ? 'call_emergency' : 'voice_task';
}
