import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { Problem } from '../platform/http/problem.js';
import { RequestValidation } from '../platform/http/validation.js';
import { SignIn } from './auth.dto.js';
import { signInFrom } from './device.js';
import { type SignInOutcome, SignInService } from './sign-in.service.js';

const validation = new RequestValidation();

/**
 * E-mail and password by passport-local, once the body is what it should be: passport would look for a missing password in
 * the address as well, and says nothing of fields.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const body = (await validation.transform(request.body ?? {}, { type: 'body', metatype: SignIn })) as SignIn;
    const empty = (['email', 'password'] as const).filter((field) => body[field] === '');
    if (empty.length > 0)
      throw Problem.invalid(
        empty.map((field) => ({ field, code: 'field.required', message: 'This field is required.' })),
      );
    return super.canActivate(context) as Promise<boolean>;
  }
}

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIns: SignInService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest): Promise<SignInOutcome> {
    return this.signIns.signIn(request.body as SignIn, request.ip, signInFrom(request));
  }
}
