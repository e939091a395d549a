import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { publicKey } from '../platform/http/public-route.js';
import { permissionKey } from './guard.js';
import type { Permission } from './permissions.js';
import { stepUpKey } from './step-up.js';

export interface Route {
  method: string;
  /** As in the address, with `:id` for parameters, without the /api prefix. */
  path: string;
  permission: Permission | undefined;
  /** Why it is safe without a sign-in. */
  publicBecause: string | undefined;
  /** Whether it asks for a fresh second factor. */
  stepUp: boolean;
  handler: string;
}

/** Knows every route and what it asks for. The process does not start with a route that says neither a permission nor why it is public. */
@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  all(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      const base = this.reflector.get<string | undefined>(PATH_METADATA, metatype) ?? '';
      return this.scanner.getAllMethodNames(prototype).flatMap((name): Route[] => {
        const handler = prototype[name]!;
        const path = this.reflector.get<string | undefined>(PATH_METADATA, handler);
        if (path === undefined) return [];
        const targets = [handler, metatype];
        return [
          {
            method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)],
            path: `/${[base, path]
              .map((part) => part.replace(/^\/|\/$/g, ''))
              .filter(Boolean)
              .join('/')}`,
            permission: this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, targets),
            publicBecause: this.reflector.getAllAndOverride<string | undefined>(publicKey, targets),
            stepUp: this.reflector.getAllAndOverride<boolean | undefined>(stepUpKey, targets) ?? false,
            handler: `${metatype.name}.${name}`,
          },
        ];
      });
    });
  }

  onModuleInit(): void {
    const open = this.all().filter((route) => !route.permission && !route.publicBecause);
    if (open.length > 0) {
      throw new Error(
        `Routes without a permission: ${open.map((route) => route.handler).join(', ')}. Add @Requires or @Public.`,
      );
    }
  }
}
