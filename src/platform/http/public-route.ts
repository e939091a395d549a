import { SetMetadata } from '@nestjs/common';

export const publicKey = 'auth:public';

/** A route that needs no sign-in, with the reason why that is safe. */
export const Public = (reason: string) => SetMetadata(publicKey, reason);
