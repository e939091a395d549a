import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, InWork, PathId } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { OpenSessionsService } from './open-sessions.service.js';
import { Permission } from './permissions.js';
import { SessionAnswer } from './sessions.dto.js';

@Controller('auth/sessions')
@ApiTags('auth')
export class OwnSessionsController {
  constructor(private readonly open: OpenSessionsService) {}

  @Get()
  @Requires(Permission.Self)
  @AnswersPage(SessionAnswer)
  list(@InWork() work: Work, @Query() query: PageQuery) {
    return this.open.own(work, query);
  }

  @Delete()
  @Requires(Permission.Self)
  @Answers(204, undefined, { description: 'All but the one that asked are ended, tokens too.' })
  endOthers(@InWork() work: Work) {
    return this.open.endAll(work, work.actor.userId);
  }

  @Delete(':id')
  @Requires(Permission.Self)
  @Answers(204)
  end(@InWork() work: Work, @PathId() id: string) {
    return this.open.end(work, work.actor.userId, id);
  }
}

@Controller('users/:userId/sessions')
@ApiTags('users')
export class UserSessionsController {
  constructor(private readonly open: OpenSessionsService) {}

  @Get()
  @Requires(Permission.UsersManage)
  @AnswersPage(SessionAnswer)
  list(@InWork() work: Work, @PathId('userId') userId: string, @Query() query: PageQuery) {
    return this.open.of(work, userId, query);
  }

  @Delete()
  @Requires(Permission.UsersManage)
  @Answers(204, undefined, { description: 'The user is signed out everywhere, tokens too.' })
  endAll(@InWork() work: Work, @PathId('userId') userId: string) {
    return this.open.endAll(work, userId);
  }

  @Delete(':id')
  @Requires(Permission.UsersManage)
  @Answers(204)
  end(@InWork() work: Work, @PathId('userId') userId: string, @PathId() id: string) {
    return this.open.end(work, userId, id);
  }
}
