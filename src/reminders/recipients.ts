import { type Audience, isUrgent, type Rule } from './plan.js';
import type { AppointmentFacts, ClientFacts, Colleague } from './reminders.queries.js';
import type { ReminderChannel } from './reminder.values.js';
import type { PlanInForce, Wanted } from './wanted.js';
import { wordingLanguage } from './words/languages.js';

export type Recipient = Pick<
  Wanted,
  'recipientType' | 'recipientId' | 'channel' | 'content' | 'language' | 'mindsQuiet'
>;

/** Whom a rule means, and by which channel. */
export function recipientsOf(
  rule: Rule,
  facts: ClientFacts & Partial<Pick<AppointmentFacts, 'supervisors' | 'hasEmergencyContacts'>>,
  companions: Colleague[],
  plan: PlanInForce,
): Recipient[] {
  const to: Record<Audience, () => Recipient[]> = {
    client: () => {
      const channel = clientChannel(rule.channels, facts);
      if (!channel) return [];
      const language = wordingLanguage(facts.language);
      return [
        {
          recipientType: 'client',
          recipientId: facts.clientId,
          channel,
          content: 'neutral',
          language,
          mindsQuiet: true,
        },
      ];
    },
    companions: () => companions.map((user) => userRecipient(rule, user, plan)),
    staff: () => (facts.responsible ? [userRecipient(rule, facts.responsible, plan)] : []),
    supervisors: () => (facts.supervisors ?? []).map((user) => userRecipient(rule, user, plan)),
    emergency_callers: () =>
      facts.responsible && facts.hasEmergencyContacts
        ? [
            {
              ...userRecipient(rule, facts.responsible, plan),
              channel: 'voice_task' as const,
              content: 'in_app_full' as const,
            },
          ]
        : [],
  };
  return to[rule.to]();
}

function userRecipient(rule: Rule, user: Colleague, plan: PlanInForce): Recipient {
  const byEmail = rule.channels[0] === 'email' && plan.emailWorks;
  return {
    recipientType: 'user',
    recipientId: user.id,
    channel: byEmail ? 'email' : 'in_app',
    content: byEmail ? 'neutral' : 'in_app_full',
    language: wordingLanguage(user.language),
    mindsQuiet: byEmail && !isUrgent(rule.kind),
  };
}

/**
 * The first of the plan's channels by which this person may be written to; where there is none, a member of staff is
 * asked to call. Null only where there is nobody to ask.
 */
export function clientChannel(channels: ReminderChannel[], facts: ClientFacts): ReminderChannel | null {
  const order = facts.channel === 'email' ? (['email', ...channels] as const) : channels;
  return order.find((channel) => mayUse(channel, facts)) ?? (facts.responsible ? 'voice_task' : null);
}

function mayUse(channel: ReminderChannel, facts: ClientFacts): boolean {
  // Who wants to be met, called, or told by somebody they trust is not written to.
  const writtenTo = facts.channel === null || facts.channel === 'sms' || facts.channel === 'email';
  switch (channel) {
    case 'sms':
      return (
        writtenTo &&
        facts.hasPhone &&
        facts.smsConsent === 'opted_in' &&
        !facts.smsWithdrawn &&
        facts.phoneSafeToText !== 'no'
      );
    case 'email':
      return writtenTo && facts.hasEmail;
    case 'voice_task':
      return facts.responsible !== null;
    case 'in_app':
      return false;
  }
}
