import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { InboundText } from '../platform/channels/inbound.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { MessagesService } from './messages.service.js';
import { filesOfNumber } from './subjects.queries.js';
import { TextStopsService } from './text-stops.service.js';
import { type Signature, wordingForClient } from './words/client-wording.js';
import { type Asked, askedBy, type Keyword } from './words/keywords.js';

/** Who may have written, in one organisation. */
interface Sender {
  signature: Signature;
  /** Of the files that have the number, where they say one. */
  languages: string[];
}

const nobody: Signature = { nickname: null, callBackNumber: null };
/** Two machines that answer each other must come to an end. */
const answersAnHour = 3;

/**
 * What people answer to text messages. The number that they come from is the only thing that is known, and it may be in the
 * files of several organisations: STOP and START hold in all of them. Nothing else of what is written is kept.
 */
@Injectable()
export class TextAnswersService {
  private readonly answered = new RateLimiterMemory({ points: answersAnHour, duration: 3600 });

  constructor(
    private readonly works: Works,
    private readonly stops: TextStopsService,
    private readonly messages: MessagesService,
  ) {}

  /** @returns what to answer, if anything */
  async hear(message: InboundText): Promise<string | undefined> {
    const asked = askedBy(message.text);
    const keyword = message.handled ?? asked?.keyword;
    const senders: Sender[] = [];
    for (const organizationId of await this.works.organizationIds())
      senders.push(...(await this.works.run(organizationId, (work) => this.hearIn(work, message, keyword))));
    // Who sees to a word itself answers it, too.
    if (message.handled || !(await this.mayAnswer(message.from))) return undefined;
    return this.answer(keyword, asked?.language, senders);
  }

  private async hearIn(work: Work, { from, id, saidAt }: InboundText, keyword: Keyword | undefined): Promise<Sender[]> {
    const token = await this.stops.tokenOf(work, from);
    if (!token) return [];
    if (keyword === 'stop' || keyword === 'start')
      await this.stops.hear(work, token, { stopped: keyword === 'stop', id, saidAt });
    const files = await filesOfNumber(work, token);
    if (files.length === 0) return [];
    return [
      { signature: await this.messages.signature(work), languages: files.flatMap(({ language }) => language ?? []) },
    ];
  }

  /**
   * Signed by the organisation, if only one knows the number; else by nobody. In the language of its files, where that is
   * one; else in that of the word that was written.
   */
  private answer(keyword: Keyword | undefined, written: Asked['language'] | undefined, senders: Sender[]): string {
    const signature = senders.length === 1 ? senders[0]!.signature : nobody;
    const languages = new Set(senders.flatMap((sender) => sender.languages));
    const [language = null] = languages.size === 1 ? languages : [written];
    const message = keyword === 'stop' ? 'stopped' : keyword === 'start' ? 'started' : 'help';
    return wordingForClient(message, 'sms', language, signature).text;
  }

  /** Counted in the memory of this process alone. */
  private mayAnswer(from: string): Promise<boolean> {
    return this.answered.consume(from).then(
      () => true,
      () => false,
    );
  }
}
