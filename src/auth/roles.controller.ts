import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Answers } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { Permission, permissionsOf, type Role, roles } from './permissions.js';

export class RoleAnswer {
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ enum: Permission, isArray: true }) permissions!: Permission[];
}

export class RolesAnswer {
  @ApiProperty({ type: RoleAnswer, isArray: true }) items!: RoleAnswer[];
}

/** Who may do what, from the one table that decides it. */
@Controller('roles')
@ApiTags('users')
export class RolesController {
  @Get()
  @Requires(Permission.Self)
  @Answers(200, RolesAnswer)
  list(): RolesAnswer {
    return { items: roles.map((role) => ({ role, permissions: [...permissionsOf[role]] })) };
  }
}
