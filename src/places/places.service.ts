import { Injectable } from '@nestjs/common';
import { newYorkFacilities, newYorkOffices, newYorkPlaces } from '../../seeds/reference/new-york.js';
import { OrganizationCreated } from '../organizations/organizations.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Facility } from './facility.entity.js';
import { Office } from './office.entity.js';
import { Place } from './place.entity.js';
import type {
  CreateFacility,
  CreateOffice,
  CreatePlace,
  FacilityAnswer,
  OfficeAnswer,
  PlaceAnswer,
} from './places.dto.js';
import { ReferenceList } from './reference-list.js';

/** Where people have to go. A new organisation begins with a copy of the common lists, which is then its own. */
@Injectable()
export class PlacesService extends ReferenceList<Place, CreatePlace, PlaceAnswer> {
  constructor(events: DomainEvents) {
    super({ entity: Place, noun: 'place', path: 'places', alsoFoundBy: ['addressLines'] });
    events.on(OrganizationCreated, async (work) => {
      await work.insert(Place, [...newYorkPlaces]);
      await work.insert(Office, [...newYorkOffices]);
      await work.insert(Facility, [...newYorkFacilities]);
    });
  }

  /** Where nobody says otherwise, its clocks show what those of the organisation show. */
  override async create(work: Work, input: CreatePlace): Promise<PlaceAnswer> {
    return super.create(work, { ...input, zone: input.zone ?? (await work.zone()) });
  }
}

/** Who sends letters. */
@Injectable()
export class OfficesService extends ReferenceList<Office, CreateOffice, OfficeAnswer> {
  constructor() {
    super({ entity: Office, noun: 'office', path: 'offices', alsoFoundBy: ['unit', 'addressLines', 'city'] });
  }
}

/** Where people are held. */
@Injectable()
export class FacilitiesService extends ReferenceList<Facility, CreateFacility, FacilityAnswer> {
  constructor() {
    super({ entity: Facility, noun: 'facility', path: 'facilities', alsoFoundBy: ['city'] });
  }
}
