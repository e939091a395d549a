import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { recordAnswer } from '../platform/database/records.js';
import { AtMost } from '../platform/http/fields.js';
import { UsedCredential } from './passkeys/passkeys.dto.js';
import { Permission, roles, type Role } from './permissions.js';
import { UserFields, userStates } from './user.entity.js';

/** Six digits, or a recovery code as people copy it from paper. */
const codeForm = /^(\d{6}|[\da-z]{4}([ -]?[\da-z]{4}){5})$/i;

const passwordRule = 'Choose a password of 12 to 200 characters; a sentence is best.';

export class SignIn {
  @ApiProperty() @IsString({ message: 'Write your e-mail address.' }) @MaxLength(254) email!: string;
  @ApiProperty() @IsString({ message: 'Write your password.' }) @MaxLength(200) password!: string;
  @ApiPropertyOptional({
    description: 'Six digits of the second factor, once it is enrolled; or one of the recovery codes in its place.',
  })
  @IsOptional()
  @Matches(codeForm, { message: 'Write the six digits, or a recovery code such as 7k3m-0p9x-4tqh-2vbn-x8d0-5ecr.' })
  code?: string;
  @ApiPropertyOptional({ description: 'In place of the code: a passkey that answers the question of the 401 before.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UsedCredential)
  @IsObject()
  passkey?: UsedCredential;
}

export class SignedIn {
  @ApiProperty({ description: 'True where a second factor must be enrolled before anything else works.' })
  mustEnrolSecondFactor!: boolean;
}

/** `language`: that of the page on which it is filled in; the account has it until its owner chooses another. */
export class SetUp extends PickType(UserFields, ['language']) {
  @ApiProperty({ description: 'From the one-time link.' }) @IsString() @MaxLength(100) token!: string;
  @ApiProperty()
  @IsString({ message: 'Name the organisation.' })
  @MinLength(2)
  @AtMost(120)
  organizationName!: string;
  @ApiProperty() @IsString({ message: 'Write your name.' }) @MinLength(1) @AtMost(120) displayName!: string;
  @ApiProperty({ format: 'email' })
  @Matches(/^[^\s@]+@[^\s@]+$/, { message: 'Write an e-mail address such as name@example.org.' })
  @MaxLength(254)
  email!: string;
  @ApiProperty({ minLength: 12 })
  @IsString()
  @MinLength(12, { message: passwordRule })
  @MaxLength(200, { message: passwordRule })
  password!: string;
}

/** `language`: that of the page, which an invited account without one takes. */
export class UseLink extends PickType(UserFields, ['language']) {
  @ApiProperty({ description: 'From the invitation or reset link.' }) @IsString() @MaxLength(100) token!: string;
  @ApiProperty({ minLength: 12 })
  @IsString()
  @MinLength(12, { message: passwordRule })
  @MaxLength(200, { message: passwordRule })
  password!: string;
}

export class ChangePassword {
  @ApiProperty() @IsString() @MaxLength(200) currentPassword!: string;
  @ApiProperty({ minLength: 12 })
  @IsString()
  @MinLength(12, { message: passwordRule })
  @MaxLength(200, { message: passwordRule })
  newPassword!: string;
}

export class TotpCode {
  @ApiProperty() @Matches(/^\d{6}$/, { message: 'Write the six digits.' }) code!: string;
}

/** What shows once more that it is you: code or passkey where a second factor is enrolled, else the password. */
export class Proof {
  @ApiPropertyOptional({ description: 'Six digits of the second factor.' })
  @IsOptional()
  @Matches(codeForm, { message: 'Write the six digits, or a recovery code.' })
  code?: string;
  @ApiPropertyOptional({ description: 'A passkey that answers the question of POST /api/auth/step-up/question.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UsedCredential)
  @IsObject()
  passkey?: UsedCredential;
  @ApiPropertyOptional({ description: 'Your password, where no second factor is enrolled.' })
  @IsOptional()
  @IsString({ message: 'Write your password.' })
  @MaxLength(200, { message: 'Write your password.' })
  password?: string;
}

export class Proven {
  @ApiProperty({ format: 'date-time', description: 'Until then routes with x-step-up open in this session.' })
  freshUntil!: string;
}

export class TotpEnrolment {
  @ApiProperty({ description: 'Base32 secret, for typing.' }) secret!: string;
  @ApiProperty({ description: 'otpauth address, for a QR code.' }) uri!: string;
}

/** Who I am; the web application decides by `permissions` what to show. */
export class Me {
  @ApiProperty({
    type: 'object',
    properties: {
      id: { type: 'string' },
      displayName: { type: 'string' },
      email: { type: 'string' },
      language: { type: 'string', nullable: true },
    },
    additionalProperties: true,
  })
  user!: { id: string; displayName: string; email: string; language: string | null; role: Role };
  @ApiProperty({ type: 'integer', description: 'Of my account, to change it with.' }) version!: number;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ isArray: true, enum: Permission }) permissions!: Permission[];
  @ApiProperty({
    type: 'object',
    properties: { id: { type: 'string' }, name: { type: 'string' }, zone: { type: 'string' } },
    additionalProperties: true,
  })
  organization!: { id: string; name: string; zone: string };
  @ApiProperty({
    description: 'True until a second factor is enrolled where one is required; nothing else works until then.',
  })
  mustEnrolSecondFactor!: boolean;
  @ApiProperty() hasSecondFactor!: boolean;
  @ApiProperty({ description: 'Whether an authenticator app is among the second factors.' }) hasAuthenticator!: boolean;
  @ApiProperty({ description: 'Whether passkeys are among them.' }) hasPasskeys!: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Recovery codes that are left; null without a second factor. Make new ones when it is 3 or fewer.',
  })
  recoveryCodesLeft!: number | null;
}

/** What everybody may change of their own account. */
export class ChangeMe extends PickType(UserFields, ['language']) {}

export class RecoveryCodes {
  @ApiProperty({
    isArray: true,
    type: String,
    description: 'Each takes the place of the second factor once. Shown this once: keep them on paper.',
  })
  recoveryCodes!: string[];
}

export class NewUser extends PickType(UserFields, ['displayName', 'email', 'role', 'phone', 'language']) {
  @ApiPropertyOptional({ minLength: 8, description: 'Without it the answer holds an invitation link.' })
  @IsOptional()
  @IsString()
  @MinLength(8, { message: 'Choose a password of 8 to 200 characters.' })
  @MaxLength(200)
  password?: string;
}

export class ChangeUser extends PartialType(PickType(UserFields, ['displayName', 'role', 'phone', 'language']), {
  skipNullProperties: false,
}) {
  @ApiPropertyOptional({ enum: ['active', 'disabled'] })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(['active', 'disabled'], { message: 'Choose active or disabled.' })
  state?: 'active' | 'disabled';
}

export class UserAnswer extends recordAnswer(UserFields) {
  @ApiProperty({ enum: userStates }) state!: (typeof userStates)[number];
  @ApiProperty() hasSecondFactor!: boolean;
  @ApiPropertyOptional({ description: 'One-time link for the new user; shown once.' }) invitationLink?: string;
}

export class NewToken {
  @ApiProperty() @IsString({ message: 'Name the token after its use.' }) @MinLength(1) @AtMost(80) name!: string;
  @ApiPropertyOptional({
    isArray: true,
    enum: Permission,
    description:
      'What the token may do; all that you may if left out. Without `self` it may not even look at your account and sessions.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsIn(Object.values(Permission), { each: true, message: 'Name permissions as in your /api/auth/me.' })
  scopes?: Permission[];
  @ApiPropertyOptional({ type: 'integer', default: 30, minimum: 1, maximum: 365 })
  @IsOptional()
  @IsInt({ message: 'Write a number of days from 1 to 365.' })
  @Min(1, { message: 'Write a number of days from 1 to 365.' })
  @Max(365, { message: 'Write a number of days from 1 to 365.' })
  expiresInDays?: number;
}

export class TokenAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ isArray: true, type: String, nullable: true }) scopes!: string[] | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiPropertyOptional({ description: 'The token itself; shown once, at creation.' }) token?: string;
}
