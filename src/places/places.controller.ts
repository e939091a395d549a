import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import {
  ChangeFacility,
  ChangeOffice,
  ChangePlace,
  CreateFacility,
  CreateOffice,
  CreatePlace,
  FacilitiesQuery,
  FacilityAnswer,
  OfficeAnswer,
  OfficesQuery,
  PlaceAnswer,
  PlacesQuery,
} from './places.dto.js';
import { FacilitiesService, OfficesService, PlacesService } from './places.service.js';

@Controller('places')
@ApiTags('reference lists')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get()
  @Requires(Permission.ReferenceRead)
  @AnswersPage(PlaceAnswer)
  list(@InWork() work: Work, @Query() query: PlacesQuery) {
    return this.places.list(work, query);
  }

  @Post()
  @Requires(Permission.ReferenceWrite)
  @Answers(201, PlaceAnswer, { at: 'places' })
  create(@InWork() work: Work, @Body() body: CreatePlace) {
    return this.places.create(work, body);
  }

  @Get(':id')
  @Requires(Permission.ReferenceRead)
  @Answers(200, PlaceAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.places.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.ReferenceWrite)
  @NeedsVersion()
  @Answers(200, PlaceAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangePlace) {
    return this.places.change(work, id, version, body);
  }
}

@Controller('offices')
@ApiTags('reference lists')
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Get()
  @Requires(Permission.ReferenceRead)
  @AnswersPage(OfficeAnswer)
  list(@InWork() work: Work, @Query() query: OfficesQuery) {
    return this.offices.list(work, query);
  }

  @Post()
  @Requires(Permission.ReferenceWrite)
  @Answers(201, OfficeAnswer, { at: 'offices' })
  create(@InWork() work: Work, @Body() body: CreateOffice) {
    return this.offices.create(work, body);
  }

  @Get(':id')
  @Requires(Permission.ReferenceRead)
  @Answers(200, OfficeAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.offices.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.ReferenceWrite)
  @NeedsVersion()
  @Answers(200, OfficeAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeOffice) {
    return this.offices.change(work, id, version, body);
  }
}

@Controller('facilities')
@ApiTags('reference lists')
export class FacilitiesController {
  constructor(private readonly facilities: FacilitiesService) {}

  @Get()
  @Requires(Permission.ReferenceRead)
  @AnswersPage(FacilityAnswer)
  list(@InWork() work: Work, @Query() query: FacilitiesQuery) {
    return this.facilities.list(work, query);
  }

  @Post()
  @Requires(Permission.ReferenceWrite)
  @Answers(201, FacilityAnswer, { at: 'facilities' })
  create(@InWork() work: Work, @Body() body: CreateFacility) {
    return this.facilities.create(work, body);
  }

  @Get(':id')
  @Requires(Permission.ReferenceRead)
  @Answers(200, FacilityAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.facilities.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.ReferenceWrite)
  @NeedsVersion()
  @Answers(200, FacilityAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeFacility) {
    return this.facilities.change(work, id, version, body);
  }
}
