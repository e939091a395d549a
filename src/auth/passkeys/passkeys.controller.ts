import { Body, Controller, Delete, Get, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../platform/config/configuration.js';
import type { Work } from '../../platform/database/work.js';
import { PageQuery } from '../../platform/http/paging.js';
import { Public } from '../../platform/http/public-route.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../../platform/http/route.js';
import { SignedIn } from '../auth.dto.js';
import { attemptCookieOf, setAttemptCookie, setSessionCookie } from '../cookies.js';
import { signInFrom } from '../device.js';
import { Requires } from '../guard.js';
import { Permission } from '../permissions.js';
import { SessionRenewal } from '../session-renewal.js';
import { SessionsService } from '../sessions.service.js';
import { StepUp } from '../step-up.js';
import { challengeMinutes } from './challenges.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import {
  ChangePasskey,
  EnrolledPasskey,
  NewPasskey,
  PasskeyAnswer,
  PasskeyQuestion,
  PasskeySignIn,
} from './passkeys.dto.js';
import { PasskeysService } from './passkeys.service.js';

@Controller('auth/passkeys')
@ApiTags('auth')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly sessions: SessionsService,
    private readonly renewal: SessionRenewal,
  ) {}

  @Post('question')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(200, PasskeyQuestion, { description: 'What a browser needs to make a passkey for you.' })
  ask(@InWork() work: Work) {
    return this.passkeys.ask(work);
  }

  @Post()
  @Requires(Permission.Self)
  @StepUp()
  @Answers(201, EnrolledPasskey, {
    at: 'auth/passkeys',
    description: 'Enrolled; this session counts as signed in with it.',
  })
  async enrol(
    @InWork() work: Work,
    @Body() body: NewPasskey,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const enrolled = await this.passkeys.enrol(work, body);
    await this.sessions.strengthen(work, work.actor.sessionId!);
    await this.renewal.renew(work, request, reply);
    return enrolled;
  }

  @Get()
  @Requires(Permission.Self)
  @AnswersPage(PasskeyAnswer)
  list(@InWork() work: Work, @Query() query: PageQuery) {
    return this.passkeys.list(work, query);
  }

  @Patch(':id')
  @Requires(Permission.Self)
  @NeedsVersion()
  @Answers(200, PasskeyAnswer)
  rename(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangePasskey) {
    return this.passkeys.rename(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.passkeys.remove(work, id);
  }
}

@Controller('auth/login/passkey')
@ApiTags('auth')
export class PasskeySignInController {
  constructor(
    private readonly configuration: Configuration,
    private readonly signIns: PasskeySignInService,
  ) {}

  @Post('question')
  @Public('Begins a sign-in; the same question for everybody.')
  @Answers(200, PasskeyQuestion, { description: 'What a browser needs to sign in with a passkey alone.' })
  async ask(@Res({ passthrough: true }) reply: FastifyReply) {
    const question = await this.signIns.ask();
    const { challenge } = question.publicKey as { challenge: string };
    setAttemptCookie(reply, challenge, this.configuration.secureCookies, challengeMinutes);
    return question;
  }

  @Post()
  @Public('This is the sign-in itself.')
  @Answers(200, SignedIn, { description: 'The session cookie is set.' })
  async signIn(
    @Body() { credential }: PasskeySignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const asked = attemptCookieOf(request);
    const { token, ...answer } = await this.signIns.signIn(credential, asked, request.ip, signInFrom(request));
    setSessionCookie(reply, token, this.configuration.secureCookies);
    return answer;
  }
}
