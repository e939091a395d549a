import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { Work } from '../platform/database/work.js';
import { MessagesService } from './messages.service.js';
import type { PlanWords, PlanWordsQuery } from './plan.dto.js';
import { channelsOf } from './plan.js';
import { wordingLanguage } from './words/languages.js';
import { textLength } from './words/segments.js';

/** Offsets that stand for the two messages which clients get. */
const offsetsOf = { early: 'P7D', soon: 'PT2H' } as const;

/** What a rule of the plan says to people, before anybody is reminded by it. */
@Injectable()
export class PlanWordsService {
  constructor(
    private readonly messages: MessagesService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** One wording for each channel of these people, two where a message of the last day differs; with an invented code. */
  async words(work: Work, { kind, to, language }: PlanWordsQuery): Promise<PlanWords> {
    const known = wordingLanguage(language);
    const code = `${(await this.organizations.own(work)).codePrefix}-00000`;
    const recipientType = to === 'client' ? 'client' : 'user';
    const items: PlanWords['items'] = [];
    for (const channel of channelsOf[to]) {
      const isWritten = recipientType === 'client' && channel !== 'voice_task';
      for (const message of isWritten ? (['early', 'soon'] as const) : [null]) {
        const reminder = {
          kind,
          channel,
          recipientType,
          language: known,
          offset: offsetsOf[message ?? 'early'],
        } as const;
        const wording = await this.messages.wording(work, reminder, code);
        items.push({ channel, message, ...wording, length: channel === 'sms' ? textLength(wording.text) : null });
      }
    }
    return { language: known, items };
  }
}
