import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { FacilitiesController, OfficesController, PlacesController } from './places.controller.js';
import { FacilitiesService, OfficesService, PlacesService } from './places.service.js';

@Module({
  imports: [AuthModule],
  controllers: [PlacesController, OfficesController, FacilitiesController],
  providers: [PlacesService, OfficesService, FacilitiesService],
  exports: [PlacesService, OfficesService, FacilitiesService],
})
export class PlacesModule {}
