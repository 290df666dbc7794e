import type { Actor } from '#src/context.ts';
import type { Claims } from '#src/services/auth/tokens.ts';
import type { createAddress } from '#src/services/users/create-address.ts';
import type { Profile } from '#src/services/users/get-profile.ts';
import type { TokenBody } from '../schemas/auth.ts';
import type { AddressBody, ProfileBody } from '../schemas/users.ts';

export function presentProfile(profile: Profile): ProfileBody {
  const { id, role, name, email, phone, version } = profile;
  return {
    ...{ id, role, name, email, phone, version },
    emailVerified: profile.emailVerifiedAt !== null,
    phoneVerified: profile.phoneVerifiedAt !== null,
    ...(profile.picture && { picture: '/api/v1/users/me/picture' }),
    ...(profile.lastLoginAt && { lastLoginAt: profile.lastLoginAt.toISOString() }),
    createdAt: profile.createdAt.toISOString(),
  };
}

export function presentAddress(address: Awaited<ReturnType<typeof createAddress>>): AddressBody {
  const { id, label, line1, locality, city, state, pincode, isDefault, version, createdAt } = address;
  return { id, label, line1, locality, city, state, pincode, isDefault, version, createdAt: createdAt.toISOString() };
}

const instantOf = (seconds: number) => new Date(seconds * 1_000).toISOString();

export function presentToken(actor: Exclude<Actor, { kind: 'system' }>, claims: Claims | undefined): TokenBody {
  return {
    kind: actor.kind,
    id: actor.id,
    ...(actor.kind !== 'guest' && { name: actor.name }),
    ...(actor.kind === 'staff' && { role: actor.role, permissions: [...actor.permissions].sort() }),
    ...(claims?.sid && { sessionId: claims.sid }),
    ...(claims?.iat !== undefined && { issuedAt: instantOf(claims.iat) }),
    ...(claims?.exp !== undefined && { expiresAt: instantOf(claims.exp) }),
  };
}
