import { z } from 'zod';

const instant = z.iso.datetime();

export const ProfileBody = z.strictObject({
  id: z.string().meta({ example: 'usr_01kabcdefghjkmnpqrstvwxyz0' }),
  role: z.enum(['customer', 'ops']),
  name: z.string().meta({ example: 'Asha Rao' }),
  email: z.string().meta({ example: 'asha@example.com' }),
  emailVerified: z.boolean(),
  phone: z.string().meta({ description: 'E.164', example: '+919876543210' }),
  phoneVerified: z.boolean(),
  picture: z.string().exactOptional().meta({ description: 'Path of the picture, if there is one' }),
  lastLoginAt: instant.exactOptional(),
  createdAt: instant,
  version: z.number().int().meta({ description: 'Also the `ETag`' }),
});
export type ProfileBody = z.input<typeof ProfileBody>;

export const AddressBody = z.strictObject({
  id: z.string().meta({ example: 'adr_01kabcdefghjkmnpqrstvwxyz0' }),
  label: z.string().meta({ example: 'Home' }),
  line1: z.string().meta({ example: '12, Hill Road' }),
  locality: z.string().meta({ example: 'Bandra West' }),
  city: z.string().meta({ example: 'Mumbai' }),
  state: z.string().meta({ example: 'Maharashtra' }),
  pincode: z.string().meta({ example: '400050' }),
  isDefault: z.boolean(),
  version: z.number().int().meta({ description: 'Also the `ETag`' }),
  createdAt: instant,
});
export type AddressBody = z.input<typeof AddressBody>;

export const AddressesBody = z.strictObject({
  items: z.array(AddressBody).meta({ description: 'The default one first; 20 at most' }),
});
