import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import {
  ChangeVenueObservation,
  CreateVenueObservation,
  VenueObservationAnswer,
  VenueObservationsQuery,
} from './venue-observations.dto.js';
import { VenueObservationsService } from './venue-observations.service.js';

@Controller('venue-observations')
@ApiTags('venue-observations')
export class VenueObservationsController {
  constructor(private readonly venues: VenueObservationsService) {}

  @Post()
  @Requires(Permission.VenueWrite)
  @Answers(201, VenueObservationAnswer, { at: 'venue-observations' })
  create(@InWork() work: Work, @Body() body: CreateVenueObservation) {
    return this.venues.create(work, body);
  }

  @Get()
  @Requires(Permission.VenueWrite)
  @AnswersPage(VenueObservationAnswer)
  list(@InWork() work: Work, @Query() query: VenueObservationsQuery) {
    return this.venues.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.VenueWrite)
  @Answers(200, VenueObservationAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.venues.get(work, id);
  }

  @Patch(':id')
  @Requires(Permission.VenueWrite)
  @NeedsVersion()
  @Answers(200, VenueObservationAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeVenueObservation,
  ) {
    return this.venues.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.VenueWrite)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.venues.remove(work, id);
  }
}
