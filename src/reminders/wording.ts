import type { ReminderChannel } from './reminder.values.js';

/** Languages that colleagues are written to in; the application itself has these. */
export const staffLanguages = ['en', 'es'] as const;
export type StaffLanguage = (typeof staffLanguages)[number];

const staffLanguage = (tag: string | null): StaffLanguage => (tag?.split('-')[0]?.toLowerCase() === 'es' ? 'es' : 'en');

/** A message in words. */
export interface Wording {
  /** In which it is, as a BCP 47 tag. */
  language: string;
  subject: string;
  text: string;
}

type StaffTexts = Record<string, string>;

/** By kind of notice; `{code}` is the code of the case, the only thing that says which it is. */
const staffTexts: Record<StaffLanguage, StaffTexts> = {
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
    pattern_book: 'The figures of last month are complete. Their book is under Patterns.',
    pattern_alert: 'There is something new in the figures. Look under Patterns, and say what you make of it.',
    voice_task: '{code}: this person cannot be written to. Call, or tell them in person, that something is coming up.',
    delivery_failed: '{code}: a reminder could not be delivered. Reach the person another way.',
    delivery_unconfirmed:
      '{code}: a reminder may have gone out or not, nobody answered. Ask the person, or send it again.',
    texts_stopped: '{code}: this number asked for no more text messages. Reminders go another way.',
    texts_started: '{code}: this number asked for text messages again.',
    reminder_too_late: '{code}: a reminder could not be sent in time. Reach the person another way.',
    new_sign_in:
      'Your account was signed in to from a kind of device not seen before. If that was not you, end the session in your settings and change your password.',
    recovery_code_used:
      'A recovery code was used to sign in to your account. If that was not you, change your password and tell your administrator.',
    recovery_codes_few:
      'A recovery code was used to sign in to your account, and three or fewer are left. Make new ones in your settings. If that was not you, change your password and tell your administrator.',
    second_factor_added:
      'An authenticator app was added to your account. If that was not you, tell your administrator now.',
    second_factor_removed:
      'The authenticator app was taken off your account. If that was not you, tell your administrator now.',
    second_factor_reset:
      'An administrator took all second factors off your account. If you did not ask for that, tell them now.',
    passkey_added: 'A passkey was added to your account. If that was not you, tell your administrator now.',
    passkey_removed: 'A passkey was taken off your account. If that was not you, tell your administrator now.',
    passkey_copied:
      'Somebody tried to sign in with a passkey of yours that may have been copied, and was refused. Take it off in your settings and tell your administrator.',
    password_changed: 'The password of your account was changed. If that was not you, tell your administrator now.',
    access_review_ready: 'Looks into case files were drawn by lot. Say of each whether there was a reason for it.',
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
    pattern_book: 'Las cifras del mes pasado están completas. Su libro está en Patrones.',
    pattern_alert: 'Hay algo nuevo en las cifras. Véalo en Patrones y anote qué opina.',
    voice_task: '{code}: no se puede escribir a esta persona. Llámela o dígale en persona que tiene algo pendiente.',
    delivery_failed: '{code}: no se pudo entregar un recordatorio. Avise a la persona de otra manera.',
    delivery_unconfirmed:
      '{code}: un recordatorio quizá salió o quizá no, nadie respondió. Pregunte a la persona o envíelo de nuevo.',
    texts_stopped: '{code}: este número pidió no recibir más mensajes de texto. Los recordatorios van por otra vía.',
    texts_started: '{code}: este número pidió recibir de nuevo mensajes de texto.',
    reminder_too_late: '{code}: un recordatorio no pudo enviarse a tiempo. Avise a la persona de otra manera.',
    new_sign_in:
      'Se inició sesión en su cuenta desde un tipo de dispositivo no visto antes. Si no fue usted, cierre esa sesión en los ajustes y cambie su contraseña.',
    recovery_code_used:
      'Se usó un código de recuperación para entrar en su cuenta. Si no fue usted, cambie su contraseña y avise a su administrador.',
    recovery_codes_few:
      'Se usó un código de recuperación para entrar en su cuenta y quedan tres o menos. Cree otros en los ajustes. Si no fue usted, cambie su contraseña y avise a su administrador.',
    second_factor_added:
      'Se añadió una aplicación de autenticación a su cuenta. Si no fue usted, avise ahora a su administrador.',
    second_factor_removed:
      'Se quitó de su cuenta la aplicación de autenticación. Si no fue usted, avise ahora a su administrador.',
    second_factor_reset:
      'Un administrador quitó todos los segundos factores de su cuenta. Si usted no lo pidió, avísele ahora.',
    passkey_added: 'Se añadió una llave de acceso a su cuenta. Si no fue usted, avise ahora a su administrador.',
    passkey_removed: 'Se quitó una llave de acceso de su cuenta. Si no fue usted, avise ahora a su administrador.',
    passkey_copied:
      'Alguien intentó entrar con una llave de acceso suya que quizá fue copiada, y fue rechazado. Quítela en los ajustes y avise a su administrador.',
    password_changed: 'Se cambió la contraseña de su cuenta. Si no fue usted, avise ahora a su administrador.',
    access_review_ready: 'Se sortearon consultas de expedientes. Diga de cada una si hubo un motivo.',
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
export function wordingOfNotice(kind: string, code: string | null, tag: string | null): Wording {
  const language = staffLanguage(tag);
  const texts = staffTexts[language];
  return { language, subject: '', text: (texts[kind] ?? texts.other!).replace('{code}', code ?? texts.no_code!) };
}

/** What goes to a colleague's mailbox, where others may read it: that there is something about a case, and where to look. */
export function wordingForColleague(
  code: string | null,
  tag: string | null,
  publicUrl: string,
  isUrgent = false,
): Wording {
  const language = staffLanguage(tag);
  const texts = staffTexts[language];
  return {
    language,
    subject: (isUrgent ? texts.urgentSubject : texts.subject)!,
    text: `${(isUrgent ? texts.urgent : texts.comingUp)!.replace('{code}', code ?? texts.no_code!)} ${texts.signIn!} ${publicUrl}`,
  };
}

/** Kind of the notice by which a reminder reaches a member of staff. */
export function noticeKind(kind: string, channel: ReminderChannel): string {
  if (channel !== 'voice_task') return kind;
  return kind === 'overdue_at_ice' ? 'call_emergency' : 'voice_task';
}
