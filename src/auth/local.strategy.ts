import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { Problem } from '../platform/http/problem.js';
import { checkStorable } from '../platform/http/validation.js';
import { type SignedIn, SignIn } from './auth.dto.js';
import { signInFrom } from './device.js';
import { SignInService } from './sign-in.service.js';

/** E-mail and password by passport-local. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIns: SignInService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest): Promise<{ token: string } & SignedIn> {
    checkStorable(request.body);
    const input = plainToInstance(SignIn, request.body);
    if ((await validate(input)).length > 0)
      throw new Problem(401, 'credentials.wrong', 'E-mail, password or code are not right.');
    return this.signIns.signIn(input, request.ip, signInFrom(request));
  }
}
