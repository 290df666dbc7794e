import bcrypt from 'bcrypt';

const COST = 10;

/** Compared against when there is no such account, so that both answers take the same time. Of a random password. */
export const NOBODY_HASH = '$2b$10$FvcGkWiNi0N5mNUkGkO88uuX0ttXYCNDP4a6OTdxQTy90dtSk8zoC';

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, COST);
