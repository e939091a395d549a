import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type OwnTextName, ownTextNames, type WordedKind, wordedKinds } from './own-wordings.js';
import { TextLengthAnswer } from './reminders.dto.js';
import { type WordingLanguage, wordingLanguages } from './words/languages.js';

const mostCharacters = 600;

const OwnText = (description: string) => (target: object, property: string) => {
  ApiPropertyOptional({ type: String, nullable: true, maxLength: mostCharacters, description })(target, property);
  IsOptional()(target, property);
  IsString({ message: 'Write text, or null for the words that come with the program.' })(target, property);
  MaxLength(mostCharacters, { message: `Use at most ${mostCharacters} characters.` })(target, property);
};

export class PutWording {
  @ApiProperty({ enum: wordedKinds })
  @IsIn(wordedKinds, { message: `Choose one of: ${wordedKinds.join(', ')}.` })
  kind!: WordedKind;

  @ApiProperty({ enum: wordingLanguages })
  @IsIn(wordingLanguages, { message: `Choose one of: ${wordingLanguages.join(', ')}.` })
  language!: WordingLanguage;

  @OwnText('Subject of e-mails; no placeholders.')
  subject?: string | null;

  @OwnText('ICU message, days before: {sign} and {number}, {channel} if you want.')
  early?: string | null;

  @OwnText('ICU message, a day or hours before; placeholders as in early.')
  soon?: string | null;

  @OwnText('ICU message to whoever asked to be told when and where: {day} and {time} as well, {place} if you want.')
  detail?: string | null;
}

export class WordingText {
  @ApiProperty({ enum: ownTextNames }) name!: OwnTextName;
  @ApiProperty({ type: String, nullable: true, description: 'ICU message; null: as it comes with the program.' })
  own!: string | null;
  @ApiProperty({ description: 'ICU message that comes with the program.' }) usual!: string;
  @ApiProperty({ description: 'As a text message would say it, about an appointment that there is not.' })
  example!: string;
  @ApiProperty({ type: TextLengthAnswer, nullable: true, description: 'Of the example; null for subjects.' })
  length!: TextLengthAnswer | null;
}

export class WordingAnswer {
  @ApiProperty({ enum: wordedKinds }) kind!: WordedKind;
  @ApiProperty({ enum: wordingLanguages }) language!: WordingLanguage;
  @ApiProperty({ type: 'integer', description: 'Goes into If-Match of the next change; 0 until there is one.' })
  version!: number;
  @ApiProperty({ type: WordingText, isArray: true }) texts!: WordingText[];
}

export class WordingsAnswer {
  @ApiProperty({ type: WordingAnswer, isArray: true }) items!: WordingAnswer[];
}
