import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeUser, NewToken, NewUser, TokenAnswer, UserAnswer } from './auth.dto.js';
import { Requires } from './guard.js';
import { Permission } from './permissions.js';
import { SessionsService } from './sessions.service.js';
import { StepUp } from './step-up.js';
import { UsersService } from './users.service.js';

@Controller('users')
@ApiTags('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  @Requires(Permission.UsersManage)
  @StepUp()
  @Answers(201, UserAnswer, { at: 'users' })
  create(@InWork() work: Work, @Body() body: NewUser) {
    return this.users.create(work, body);
  }

  @Get()
  @Requires(Permission.DirectoryRead)
  @AnswersPage(UserAnswer)
  list(@InWork() work: Work, @Query() query: PageQuery) {
    return this.users.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.DirectoryRead)
  @Answers(200, UserAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.users.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.UsersManage)
  @StepUp()
  @NeedsVersion()
  @Answers(200, UserAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeUser) {
    return this.users.change(work, id, version, body);
  }

  @Post(':id/reset-password')
  @Requires(Permission.UsersManage)
  @StepUp()
  @Answers(200, undefined, { description: '{invitationLink}: a link with which the user sets a new password.' })
  reset(@InWork() work: Work, @PathId() id: string) {
    return this.users.reset(work, id);
  }

  @Post(':id/reset-second-factor')
  @Requires(Permission.UsersManage)
  @StepUp()
  @Answers(204)
  resetSecondFactor(@InWork() work: Work, @PathId() id: string) {
    return this.users.resetSecondFactor(work, id);
  }
}

@Controller('tokens')
@ApiTags('tokens')
export class TokensController {
  constructor(private readonly sessions: SessionsService) {}

  @Post()
  @Requires(Permission.TokensManage)
  @StepUp()
  @Answers(201, TokenAnswer, { at: 'tokens' })
  create(@InWork() work: Work, @Body() body: NewToken) {
    return this.sessions.createToken(work, body);
  }

  @Get()
  @Requires(Permission.TokensManage)
  @AnswersPage(TokenAnswer)
  list(@InWork() work: Work, @Query() query: PageQuery) {
    return this.sessions.listTokens(work, query);
  }

  @Delete(':id')
  @Requires(Permission.TokensManage)
  @Answers(204)
  revoke(@InWork() work: Work, @PathId() id: string) {
    return this.sessions.revokeToken(work, id);
  }
}
