import { ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { recordAnswer } from '../platform/database/records.js';
import { PageQuery } from '../platform/http/paging.js';
import { FacilityFields } from './facility.fields.js';
import { OfficeFields, officeAgencies, type OfficeAgency } from './office.fields.js';
import { PlaceFields, placeKinds, type PlaceKind } from './place.fields.js';

/** Query of a reference list. */
export class ReferenceQuery extends PageQuery {
  @ApiPropertyOptional({
    description:
      'Words of the name, the address or the city, or parts of such words: all of them, in any order, in capitals or not.',
  })
  @IsOptional()
  @IsString({ message: 'Write what to look for.' })
  @MinLength(1, { message: 'Write what to look for.' })
  @MaxLength(120, { message: 'Write at most 120 characters.' })
  q?: string;
}

export class PlacesQuery extends ReferenceQuery {
  @ApiPropertyOptional({ enum: placeKinds })
  @IsOptional()
  @IsIn(placeKinds, { message: `Choose one of: ${placeKinds.join(', ')}.` })
  kind?: PlaceKind;
}

export class OfficesQuery extends ReferenceQuery {
  @ApiPropertyOptional({ enum: officeAgencies })
  @IsOptional()
  @IsIn(officeAgencies, { message: `Choose one of: ${officeAgencies.join(', ')}.` })
  agency?: OfficeAgency;
}

export class FacilitiesQuery extends ReferenceQuery {}

// The key ties a copy to the common list; whoever could write it could make two clinics' figures count as one place.
export class CreatePlace extends OmitType(PlaceFields, ['referenceKey']) {}
export class ChangePlace extends PartialType(CreatePlace, { skipNullProperties: false }) {}
export class PlaceAnswer extends recordAnswer(PlaceFields) {}

export class CreateOffice extends OmitType(OfficeFields, ['referenceKey']) {}
export class ChangeOffice extends PartialType(CreateOffice, { skipNullProperties: false }) {}
export class OfficeAnswer extends recordAnswer(OfficeFields) {}

export class CreateFacility extends OmitType(FacilityFields, ['referenceKey']) {}
export class ChangeFacility extends PartialType(CreateFacility, { skipNullProperties: false }) {}
export class FacilityAnswer extends recordAnswer(FacilityFields) {}
