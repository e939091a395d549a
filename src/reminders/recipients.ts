import { isUrgent, type Rule } from './plan.js';
import type { AppointmentFacts, ClientFacts, Colleague } from './subjects.queries.js';
import type { ReminderChannel } from './reminder.values.js';
import type { PlanInForce, Wanted } from './wanted.js';
import { wordingLanguage } from './words/languages.js';

export type Recipient = Pick<
  Wanted,
  'recipientType' | 'recipientId' | 'channel' | 'others' | 'content' | 'language' | 'mindsQuiet'
>;

/** Whom a rule means, and by which channel. */
export function recipientsOf(
  rule: Rule,
  facts: ClientFacts & Partial<Pick<AppointmentFacts, 'supervisors' | 'hasEmergencyContacts'>>,
  companions: Colleague[],
  plan: PlanInForce,
): Recipient[] {
  switch (rule.to) {
    case 'client':
      return clientRecipient(rule, facts);
    case 'companions':
      return companions.map((user) => userRecipient(rule, user, plan));
    case 'staff':
      return facts.responsible ? [userRecipient(rule, facts.responsible, plan)] : [];
    case 'supervisors':
      return (facts.supervisors ?? []).map((user) => userRecipient(rule, user, plan));
    case 'emergency_callers':
      return facts.responsible && facts.hasEmergencyContacts
        ? [
            {
              ...userRecipient(rule, facts.responsible, plan),
              channel: 'voice_task',
              others: [],
              content: 'in_app_full',
            },
          ]
        : [];
  }
}

function clientRecipient(rule: Rule, facts: ClientFacts): Recipient[] {
  const [channel, ...others] = clientChannels(rule.channels, facts);
  if (!channel) return [];
  return [
    {
      recipientType: 'client',
      recipientId: facts.clientId,
      channel,
      others,
      content: facts.wantsDetail ? 'detail' : 'neutral',
      language: wordingLanguage(facts.language),
      mindsQuiet: true,
    },
  ];
}

function userRecipient(rule: Rule, user: Colleague, plan: PlanInForce): Recipient {
  const byEmail = rule.channels[0] === 'email' && plan.emailWorks;
  return {
    recipientType: 'user',
    recipientId: user.id,
    channel: byEmail ? 'email' : 'in_app',
    others: byEmail ? ['in_app'] : [],
    content: byEmail ? 'neutral' : 'in_app_full',
    language: wordingLanguage(user.language),
    mindsQuiet: byEmail && !isUrgent(rule.kind),
  };
}

/**
 * Those of the plan's channels by which this person may be written to, in order: the first is used, and the next when it
 * fails. The last is a member of staff who is asked to call. Empty only where there is nobody to ask.
 */
export function clientChannels(channels: ReminderChannel[], facts: ClientFacts): ReminderChannel[] {
  const order = facts.channel === 'email' ? (['email', ...channels] as const) : channels;
  return [...new Set([...order, 'voice_task' as const])].filter((channel) => mayUse(channel, facts));
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
