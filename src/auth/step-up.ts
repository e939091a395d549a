import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const stepUpKey = 'auth:step-up';

/** How long a second factor counts as just shown. */
export const freshMinutes = 10;

/**
 * A route that is worth a fresh second factor: export, purge, and what changes roles, keys or protection. Stands next to
 * {@link Requires}. The session must have shown its second factor within {@link freshMinutes} minutes, at sign-in or at
 * `POST /api/auth/step-up`; otherwise 403 `second_factor.fresh_needed`. Who has no second factor, and needs none by the
 * rules, shows the password instead. A program's token is refused: nobody stands behind it who could show anything.
 */
export const StepUp = () => applyDecorators(SetMetadata(stepUpKey, true), ApiExtension('x-step-up', true));
