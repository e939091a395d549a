import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const inSeconds = { message: 'Give whole seconds from 0 to 86400.' };

export class ChangesQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 86_400,
    description: 'How many seconds ago what is shown was asked for: what changed since is told at once.',
  })
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value) as unknown)
  @IsOptional()
  @IsInt(inSeconds)
  @Min(0, inSeconds)
  @Max(86_400, inSeconds)
  within?: number;
}
