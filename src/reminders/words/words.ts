/**
 * What a person is told in one language, each as an ICU message. `{sign}`: who writes. `{number}`: whom to call, `none`
 * where there is no number. `{channel}`: `sms` where an answer of one word is heard. In `detail` alone: `{day}`, `{time}` and
 * `{place}`, `none` where it is not known or would say too much.
 */
export interface Words {
  /** Signs for an organisation that has no nickname. */
  sign: string;
  /** Subject of e-mails. */
  subject: string;
  /** Days before. */
  early: string;
  /** A day or hours before. */
  soon: string;
  /** At any time before, to whoever asked to be told when and where. */
  detail: string;
  /** Answers whoever wants no more messages. */
  stopped: string;
  /** Answers whoever wants them again. */
  started: string;
  /** Answers whoever asks for help, and whatever else is written to a number that nobody reads. */
  help: string;
}

/** The messages of {@link Words} that say neither when nor where. */
export const messageNames = ['early', 'soon', 'stopped', 'started', 'help'] as const;
export type MessageName = (typeof messageNames)[number];
