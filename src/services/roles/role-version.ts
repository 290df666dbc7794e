/** A role's version is the instant of its last change, in the nine digits that an ETag has room for. */
export const roleVersion = ({ updatedAt }: { updatedAt: Date }): number => updatedAt.getTime() % 1_000_000_000;
