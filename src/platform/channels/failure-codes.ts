/** Why a message did not go out, told apart by what people can do about it. */
export const failureReasons = [
  'no_address',
  'address_unreadable',
  'recipient_left',
  'nobody_to_call',
  'number_wrong',
  'opted_out',
  'blocked',
  'address_refused',
  'country_not_allowed',
  'too_long',
  'refused',
  'sign_in_refused',
  'not_encrypted',
  'moved',
  'away',
  'busy',
  'no_answer',
  'interrupted',
  'too_late',
  'not_delivered',
  'unknown',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Every code of our own, and those numbers of a provider that say more than that it refused or did not deliver. */
const reasons = {
  'channel.error': 'unknown',
  'email.no_address': 'no_address',
  'email.no_answer': 'no_answer',
  'email.not_encrypted': 'not_encrypted',
  'email.paused': 'away',
  'email.sign_in_refused': 'sign_in_refused',
  'email.unreachable': 'away',
  'email.unreadable': 'address_unreadable',
  'in_app.no_such_user': 'recipient_left',
  'reminder.interrupted': 'interrupted',
  'reminder.too_late': 'too_late',
  'sms.blocked': 'blocked',
  'sms.error': 'unknown',
  'sms.no_address': 'no_address',
  'sms.no_answer': 'no_answer',
  'sms.number_invalid': 'number_wrong',
  'sms.opted_out': 'opted_out',
  'sms.paused': 'away',
  'sms.rate_limited': 'busy',
  'sms.redirected': 'moved',
  'sms.sign_in_refused': 'sign_in_refused',
  'sms.undelivered': 'not_delivered',
  'sms.unreachable': 'away',
  'sms.unreadable': 'address_unreadable',
  'user.disabled': 'recipient_left',
  'voice_task.nobody': 'nobody_to_call',
  // In between somebody answered for the provider, which may have it.
  'sms.http_502': 'no_answer',
  'sms.http_504': 'no_answer',
  // Twilio: https://www.twilio.com/docs/api/errors
  'sms.21211': 'number_wrong',
  'sms.21214': 'number_wrong',
  'sms.21217': 'number_wrong',
  'sms.21408': 'country_not_allowed',
  'sms.21610': 'opted_out',
  'sms.21612': 'number_wrong',
  'sms.21614': 'number_wrong',
  'sms.21617': 'too_long',
  'sms.21635': 'number_wrong',
  'sms.30004': 'blocked',
  'sms.30005': 'number_wrong',
  'sms.30006': 'number_wrong',
  'sms.30007': 'blocked',
  'sms.30023': 'blocked',
  'sms.30024': 'blocked',
  'sms.30032': 'blocked',
  'sms.30034': 'blocked',
  'sms.30035': 'blocked',
} as const satisfies Record<string, FailureReason>;

/** What all other codes of a provider come to, by their shape. */
const byShape: [RegExp, FailureReason][] = [
  [/^email\.4\d\d$/, 'busy'],
  [/^email\.5\d\d$/, 'address_refused'],
  [/^sms\.http_4\d\d$/, 'refused'],
  [/^sms\.http_5\d\d$/, 'away'],
  // Twilio reports by 30xxx what became of a message, and refuses by all other numbers to take one over.
  [/^sms\.30\d{3}$/, 'not_delivered'],
  [/^sms\.\d+$/, 'refused'],
  // Words of a gateway of one's own.
  [/^sms\./, 'not_delivered'],
];

/** In which words a channel may fail: those that have a reason, and the numbers of providers. */
export type FailureCode = keyof typeof reasons | `email.${number}` | `sms.${number}` | `sms.http_${number}`;

export function reasonOf(code: string): FailureReason {
  if (Object.hasOwn(reasons, code)) return reasons[code as keyof typeof reasons];
  return byShape.find(([shape]) => shape.test(code))?.[1] ?? 'unknown';
}
