import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { recordAnswer } from '../platform/database/records.js';
import { PageQuery } from '../platform/http/paging.js';
import { isCalendarDate } from '../platform/http/values.js';
import { VenueObservationFields } from './venue-observation.fields.js';

export class CreateVenueObservation extends VenueObservationFields {}

export class ChangeVenueObservation extends PartialType(VenueObservationFields, { skipNullProperties: false }) {}

export class VenueObservationAnswer extends recordAnswer(VenueObservationFields) {}

const IsDay = () =>
  ValidateBy({
    name: 'isCalendarDate',
    validator: {
      validate: isCalendarDate,
      defaultMessage: () => 'Write a date that exists as YYYY-MM-DD, such as 2018-02-14.',
    },
  });

export class VenueObservationsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only those at this place.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id of a place.' })
  place?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day.' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, that day included.' })
  @IsOptional()
  @IsDay()
  to?: string;
}
