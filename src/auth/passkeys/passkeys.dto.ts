import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { recordAnswer } from '../../platform/database/records.js';
import { PasskeyFields } from './passkey.entity.js';

/** A member of what a browser answers, in base64url. */
const Encoded =
  (max: number): PropertyDecorator =>
  (target, key) => {
    const says = { message: 'Send it in base64url, as the browser answered it.' };
    ApiProperty({ maxLength: max, description: 'base64url' })(target, key);
    Matches(/^[\w-]+$/, says)(target, key);
    MaxLength(max, says)(target, key);
  };

const Hidden = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ maxLength: 8000 })(target, key);
  IsOptional()(target, key);
  IsString()(target, key);
  MaxLength(8000)(target, key);
};

/** What both kinds of answer of an authenticator have (WebAuthn 3, 5.1: PublicKeyCredential as JSON). */
class Credential {
  @Encoded(1400) id!: string;
  @Encoded(1400) rawId!: string;
  @ApiProperty({ enum: ['public-key'] })
  @Equals('public-key', { message: 'This must be public-key.' })
  type!: 'public-key';
  @ApiPropertyOptional({ enum: ['platform', 'cross-platform'] })
  @IsOptional()
  @IsIn(['platform', 'cross-platform', null])
  authenticatorAttachment?: 'platform' | 'cross-platform';
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject({ message: 'Give an object with its fields here.' })
  clientExtensionResults?: Record<string, unknown>;
}

class Attestation {
  @Encoded(4000) clientDataJSON!: string;
  @Encoded(16_000) attestationObject!: string;
  @ApiPropertyOptional({ isArray: true, type: String })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[\w-]{1,20}$/, { each: true, message: 'Send it as the browser answered it.' })
  transports?: string[];
  @Hidden() authenticatorData?: string;
  @Hidden() publicKey?: string;
  @ApiPropertyOptional({ type: 'integer' }) @IsOptional() @IsInt() publicKeyAlgorithm?: number;
}

class Assertion {
  @Encoded(4000) clientDataJSON!: string;
  @Encoded(2000) authenticatorData!: string;
  @Encoded(8000) signature!: string;
  @Hidden() userHandle?: string;
}

/** A new passkey, as the browser answered it. */
export class NewCredential extends Credential {
  @ApiProperty() @ValidateNested() @Type(() => Attestation) @IsObject() response!: Attestation;
}

/** A passkey in use, as the browser answered it. */
export class UsedCredential extends Credential {
  @ApiProperty() @ValidateNested() @Type(() => Assertion) @IsObject() response!: Assertion;
}

export class NewPasskey extends PasskeyFields {
  @ApiProperty({ description: 'What `navigator.credentials.create` answered, as JSON.' })
  @ValidateNested()
  @Type(() => NewCredential)
  @IsObject()
  credential!: NewCredential;
}

export class ChangePasskey extends PasskeyFields {}

export class PasskeySignIn {
  @ApiProperty({ description: 'What `navigator.credentials.get` answered, as JSON.' })
  @ValidateNested()
  @Type(() => UsedCredential)
  @IsObject()
  credential!: UsedCredential;
}

/** What a browser needs to make or use a passkey. */
export class PasskeyQuestion {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`; its challenge works once, for five minutes.',
  })
  publicKey!: object;
}

export class PasskeyAnswer extends recordAnswer(PasskeyFields) {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt!: string | null;
}

export class EnrolledPasskey extends PasskeyAnswer {
  @ApiProperty({
    isArray: true,
    type: String,
    nullable: true,
    description: 'Where it is the first second factor: codes that each take its place once, shown this once.',
  })
  recoveryCodes!: string[] | null;
}
