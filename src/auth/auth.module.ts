import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuditController } from './audit.controller.js';
import { AuthController } from './auth.controller.js';
import { BootstrapService } from './bootstrap.service.js';
import { AccessGuard } from './guard.js';
import { LocalStrategy } from './local.strategy.js';
import { OrganizationController } from './organization.controller.js';
import { Routes } from './routes.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { TokensController, UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [DiscoveryModule, PassportModule, AuditModule, OrganizationsModule],
  controllers: [AuditController, AuthController, UsersController, TokensController, OrganizationController],
  providers: [
    BootstrapService,
    LocalStrategy,
    Routes,
    SecondFactorService,
    SessionsService,
    SignInService,
    UsersService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [UsersService, BootstrapService],
})
export class AuthModule {}
