import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuditController } from './audit.controller.js';
import { AttemptsService } from './attempts.service.js';
import { AuthController } from './auth.controller.js';
import { BootstrapService } from './bootstrap.service.js';
import { AccessGuard } from './guard.js';
import { LocalStrategy } from './local.strategy.js';
import { LockdownController } from './lockdown.controller.js';
import { LockdownService } from './lockdown.service.js';
import { OpenSessionsService } from './open-sessions.service.js';
import { OrganizationController } from './organization.controller.js';
import { FactorsService } from './factors.service.js';
import { Challenges } from './passkeys/challenges.js';
import { PasskeyProofsService } from './passkeys/passkey-proofs.service.js';
import { PasskeySignInController, PasskeysController } from './passkeys/passkeys.controller.js';
import { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
import { PasskeysService } from './passkeys/passkeys.service.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { PasswordStrength } from './password-strength.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { RolesController } from './roles.controller.js';
import { Routes } from './routes.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionRenewal } from './session-renewal.js';
import { OwnSessionsController, UserSessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { StepUpService } from './step-up.service.js';
import { TokensController, UsersController } from './users.controller.js';
import { TidyService } from './tidy.service.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [DiscoveryModule, PassportModule, AuditModule, OrganizationsModule],
  controllers: [
    AuditController,
    AuthController,
    PasskeysController,
    PasskeySignInController,
    OwnSessionsController,
    UsersController,
    UserSessionsController,
    TokensController,
    OrganizationController,
    LockdownController,
    RolesController,
  ],
  providers: [
    AttemptsService,
    BootstrapService,
    Challenges,
    FactorsService,
    LocalStrategy,
    LockdownService,
    OpenSessionsService,
    PasskeyProofsService,
    PasskeySignInService,
    PasskeysService,
    PasswordStrength,
    RecoveryCodesService,
    RelyingParty,
    Routes,
    SecondFactorService,
    SessionRenewal,
    SessionsService,
    SignInService,
    TidyService,
    StepUpService,
    UsersService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionsService, UsersService, BootstrapService],
})
export class AuthModule {}
