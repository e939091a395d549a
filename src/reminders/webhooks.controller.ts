import { Controller, Header, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock } from '../platform/clock.js';
import { GatewayInbound, TwilioInbound } from '../platform/channels/inbound.js';
import { Configuration } from '../platform/config/configuration.js';
import { Public } from '../platform/http/public-route.js';
import { InReport, type Report } from '../platform/http/raw-body.js';
import { Answers, PathId } from '../platform/http/route.js';
import { ReceiptsService } from './receipts.service.js';
import { TextAnswersService } from './text-answers.service.js';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Twilio's answer format: one message, or none. */
const twiml = (text: string | undefined) =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${text ? `<Message>${escaped(text)}</Message>` : ''}</Response>`;

/** Words to which Twilio answers by itself, and would refuse another answer. */
const answeredByTwilio = /^\s*(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|start|unstop|help|info)\s*$/i;

@Controller('webhooks/twilio')
@ApiTags('webhooks')
export class TwilioWebhooksController {
  private readonly inbound: TwilioInbound;

  constructor(
    private readonly answers: TextAnswersService,
    private readonly receipts: ReceiptsService,
    configuration: Configuration,
    clock: Clock,
  ) {
    this.inbound = new TwilioInbound(configuration, clock);
  }

  @Post('messages')
  @Public('Signed by Twilio over address and form; answers nothing about anybody.')
  @ApiConsumes('application/x-www-form-urlencoded')
  @Header('content-type', 'text/xml; charset=utf-8')
  @Answers(200, undefined, { content: 'text/xml', description: 'TwiML.' })
  async message(@InReport() report: Report) {
    const message = await this.inbound.text(report);
    const answer = await this.answers.hear(message);
    return twiml(answeredByTwilio.test(message.text) ? undefined : answer);
  }

  @Post('receipts/:organizationId/:reminderId')
  @Public('Signed by Twilio over address and form; answers nothing.')
  @ApiConsumes('application/x-www-form-urlencoded')
  @Answers(204)
  async receipt(
    @InReport() report: Report,
    @PathId('organizationId') organizationId: string,
    @PathId('reminderId') reminderId: string,
  ) {
    const delivery = await this.inbound.delivery(report);
    if (delivery) await this.receipts.take(organizationId, reminderId, delivery);
  }
}

/** What the gateway should send back to whoever wrote. */
class TextReply {
  @ApiProperty({ type: String, nullable: true }) reply!: string | null;
}

@Controller('webhooks/gateway')
@ApiTags('webhooks')
export class GatewayWebhooksController {
  private readonly inbound: GatewayInbound;

  constructor(
    private readonly answers: TextAnswersService,
    private readonly receipts: ReceiptsService,
    configuration: Configuration,
    clock: Clock,
  ) {
    this.inbound = new GatewayInbound(configuration, clock);
  }

  @Post('messages')
  @Public('Signed with the secret that the gateway shares, over time and body; answers nothing about anybody.')
  @Answers(200, TextReply)
  async message(@InReport() report: Report): Promise<TextReply> {
    return { reply: (await this.answers.hear(this.inbound.text(report))) ?? null };
  }

  @Post('receipts/:organizationId/:reminderId')
  @Public('Signed with the secret that the gateway shares, over time and body; answers nothing.')
  @Answers(204)
  async receipt(
    @InReport() report: Report,
    @PathId('organizationId') organizationId: string,
    @PathId('reminderId') reminderId: string,
  ) {
    await this.receipts.take(organizationId, reminderId, this.inbound.delivery(report));
  }
}
