import { Body, Controller, Delete, Get, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Answers, ExpectedVersion, InWork, NeedsVersion } from '../platform/http/route.js';
import {
  ChangeMe,
  ChangePassword,
  Me,
  Proof,
  Proven,
  RecoveryCodes,
  SetUp,
  SignedIn,
  SignIn,
  TotpCode,
  TotpEnrolment,
  UseLink,
} from './auth.dto.js';
import { deviceDays } from './attempts.service.js';
import { BootstrapService } from './bootstrap.service.js';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from './cookies.js';
import { FactorsService } from './factors.service.js';
import { PasswordGuard } from './local.strategy.js';
import { Public } from '../platform/http/public-route.js';
import { Requires } from './guard.js';
import { PasskeyQuestion } from './passkeys/passkeys.dto.js';
import { Permission } from './permissions.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionRenewal } from './session-renewal.js';
import { SessionsService } from './sessions.service.js';
import { type SignInOutcome, SignInService } from './sign-in.service.js';
import { StepUp } from './step-up.js';
import { StepUpService } from './step-up.service.js';
import { User } from './user.entity.js';
import { UsersService } from './users.service.js';

@Controller('auth')
@ApiTags('auth')
export class AuthController {
  constructor(
    private readonly configuration: Configuration,
    private readonly bootstrap: BootstrapService,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly secondFactor: SecondFactorService,
    private readonly factors: FactorsService,
    private readonly renewal: SessionRenewal,
    private readonly stepUps: StepUpService,
    private readonly users: UsersService,
  ) {}

  @Post('login')
  @Public('This is the sign-in itself.')
  @UseGuards(PasswordGuard)
  @ApiBody({ type: SignIn })
  @Answers(200, SignedIn, { description: 'The session cookie is set.' })
  login(
    @Req() request: FastifyRequest & { user: SignInOutcome },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): SignedIn {
    const { token, device } = request.user;
    setSessionCookie(reply, token, this.configuration.secureCookies);
    if (device) setDeviceCookie(reply, device, this.configuration.secureCookies, deviceDays);
    return { mustEnrolSecondFactor: request.user.mustEnrolSecondFactor };
  }

  @Post('logout')
  @Requires(Permission.Self)
  @Answers(204)
  async logout(@InWork() work: Work, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(work, work.actor.sessionId!);
    work.audit({ event: 'session.ended', subjectType: 'user', subjectId: work.actor.userId });
    clearSessionCookie(reply, this.configuration.secureCookies);
  }

  @Get('me')
  @Requires(Permission.Self)
  @Answers(200, Me)
  me(@InWork() work: Work): Promise<Me> {
    return this.signIns.me(work);
  }

  @Patch('me')
  @Requires(Permission.Self)
  @NeedsVersion()
  @Answers(200, Me, { description: 'E-mails and notices to you are in this language from now on.' })
  async changeMe(@InWork() work: Work, @ExpectedVersion() version: number, @Body() body: ChangeMe): Promise<Me> {
    await this.users.changeOwn(work, version, body);
    return this.signIns.me(work);
  }

  @Post('setup')
  @Public('Needs the one-time set-up token and works only while there is no organisation.')
  @Answers(204, undefined, { description: 'The organisation and its administrator exist; sign in.' })
  setUp(@Body() body: SetUp): Promise<void> {
    return this.bootstrap.setUp(body);
  }

  @Post('use-link')
  @Public('Needs the token of an invitation or reset link.')
  @Answers(204, undefined, { description: 'The password is set; sign in.' })
  useLink(@Body() body: UseLink): Promise<void> {
    return this.signIns.useLink(body);
  }

  @Post('password')
  @Requires(Permission.Self)
  @Answers(204, undefined, { description: 'Changed; all other sessions are ended.' })
  async password(
    @InWork() work: Work,
    @Body() body: ChangePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.changePassword(work, body.currentPassword, body.newPassword);
    await this.renewal.renew(work, request, reply);
  }

  @Post('step-up/question')
  @Requires(Permission.Self)
  @Answers(200, PasskeyQuestion, { description: 'What a browser needs to show one of your passkeys.' })
  askPasskey(@InWork() work: Work): Promise<PasskeyQuestion> {
    return this.stepUps.ask(work);
  }

  @Post('step-up')
  @Requires(Permission.Self)
  @Answers(200, Proven, { description: 'Shown; routes with x-step-up open in this session for a while.' })
  stepUp(@InWork() work: Work, @Body() body: Proof): Promise<Proven> {
    return this.stepUps.show(work, body);
  }

  @Post('totp')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(200, TotpEnrolment)
  async enrol(@InWork() work: Work): Promise<TotpEnrolment> {
    return this.secondFactor.enrol(work, await myself(work));
  }

  @Post('totp/confirm')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(200, RecoveryCodes, {
    description: 'Enrolled, in place of one before; this session counts as signed in with it.',
  })
  async confirm(
    @InWork() work: Work,
    @Body() body: TotpCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodes> {
    const codes = await this.secondFactor.confirm(work, await myself(work), body.code);
    await this.sessions.strengthen(work, work.actor.sessionId!);
    await this.renewal.renew(work, request, reply);
    return codes;
  }

  @Delete('totp')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(204, undefined, { description: 'Your authenticator app no longer signs you in.' })
  removeAuthenticator(@InWork() work: Work): Promise<void> {
    return this.secondFactor.remove(work, work.actor.userId);
  }

  @Post('recovery-codes')
  @Requires(Permission.Self)
  @StepUp()
  @Answers(200, RecoveryCodes, { description: 'New ones; those before are worth nothing any more.' })
  renewRecoveryCodes(@InWork() work: Work): Promise<RecoveryCodes> {
    return this.factors.renewRecoveryCodes(work);
  }
}

const myself = (work: Work) => work.manager.findOneByOrFail(User, { id: work.actor.userId });
