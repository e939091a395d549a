import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../auth/guard.js';
import { Permission } from '../../auth/permissions.js';
import type { Work } from '../../platform/database/work.js';
import { PageQuery } from '../../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../../platform/http/route.js';
import { ChangePacket, CreatePacket, PacketAnswer } from './packets.dto.js';
import { PacketsService } from './packets.service.js';

@Controller()
@ApiTags('packets')
export class PacketsController {
  constructor(private readonly packets: PacketsService) {}

  @Get('clients/:clientId/packets')
  @Requires(Permission.CaseRead)
  @AnswersPage(PacketAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.packets.list(work, clientId, query);
  }

  @Post('packets')
  @Requires(Permission.CaseWrite)
  @Answers(201, PacketAnswer, { at: 'packets' })
  create(@InWork() work: Work, @Body() body: CreatePacket) {
    return this.packets.prepare(work, body);
  }

  @Get('packets/:id')
  @Requires(Permission.CaseRead)
  @Answers(200, PacketAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.packets.get(work, id);
  }

  @Patch('packets/:id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, PacketAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangePacket) {
    return this.packets.change(work, id, version, body);
  }
}
