/** What staff may be allowed to do: `module.action`, 30 in 11 modules. Rows of `permissions` mirror this table. */
export const PERMISSIONS = {
  'bookings.view': 'See all bookings',
  'bookings.create': 'Book for a customer',
  'bookings.update': 'Change and reschedule bookings',
  'bookings.cancel': 'Cancel bookings',
  'complaints.view': 'See all complaints',
  'complaints.update': 'Work on complaints: answer, change their state',
  'complaints.assign': 'Assign complaints to staff',
  'complaints.escalate': 'Escalate complaints',
  'complaints.resolve': 'Resolve complaints',
  'customers.view': 'See customers with their contact data',
  'customers.update': 'Change and suspend customers',
  'providers.view': 'See providers with their contact data',
  'providers.update': 'Change and pause providers',
  'catalogue.view': 'See inactive services and prices',
  'catalogue.update': 'Change services and prices',
  'refunds.view': 'See refunds',
  'refunds.approve': 'Approve refunds above the limit',
  'conversations.view': 'Read conversations',
  'conversations.take_over': 'Answer in place of the assistant',
  'knowledge.view': 'See documents and gaps',
  'knowledge.update': 'Change documents',
  'analytics.view': 'See figures',
  'analytics.query': 'Ask questions of the data',
  'staff.view': 'See staff, their roles and sessions',
  'staff.create': 'Add staff accounts',
  'staff.update': 'Change, suspend and sign out staff',
  'staff.approve': 'Approve who registered for the operations side',
  'staff.assign_roles': 'Give roles and change what they may do',
  'audit.view': 'Read the activity log',
  'audit.export': 'Export the activity log',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export interface RoleTemplate {
  slug: string;
  name: string;
  description: string;
  /** 1–100; a role acts on lower ones only. */
  level: number;
  permissions: readonly Permission[];
}

const all = Object.keys(PERMISSIONS) as Permission[];
const views = all.filter((permission) => permission.endsWith('.view') && !permission.startsWith('audit'));
const casework = [
  'bookings.view',
  'bookings.create',
  'bookings.update',
  'bookings.cancel',
  'complaints.view',
  'complaints.update',
  'complaints.escalate',
  'customers.view',
  'providers.view',
  'conversations.view',
  'conversations.take_over',
  'knowledge.view',
] as const satisfies Permission[];

/** The eight roles that every company starts with. */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    slug: 'owner',
    name: 'Owner',
    description: 'Everything, the administrators included',
    level: 100,
    permissions: all,
  },
  {
    slug: 'admin',
    name: 'Administrator',
    description: 'Runs the platform for the company',
    level: 90,
    permissions: all,
  },
  {
    slug: 'operations_manager',
    name: 'Operations manager',
    description: 'Runs the floor: staff, refunds, catalogue',
    level: 70,
    permissions: all.filter((permission) => permission !== 'staff.assign_roles' && permission !== 'audit.export'),
  },
  {
    slug: 'team_lead',
    name: 'Team lead',
    description: 'Leads a shift of agents',
    level: 60,
    permissions: [
      ...casework,
      'complaints.assign',
      'complaints.resolve',
      'refunds.view',
      'analytics.view',
      'staff.view',
    ],
  },
  {
    slug: 'support_agent',
    name: 'Support agent',
    description: 'Helps customers with bookings and complaints',
    level: 40,
    permissions: [...casework, 'complaints.resolve'],
  },
  {
    slug: 'finance',
    name: 'Finance',
    description: 'Refunds and figures',
    level: 50,
    permissions: [
      'bookings.view',
      'refunds.view',
      'refunds.approve',
      'analytics.view',
      'analytics.query',
      'customers.view',
    ],
  },
  {
    slug: 'catalogue_editor',
    name: 'Catalogue editor',
    description: 'Services, prices, providers and documents',
    level: 30,
    permissions: [
      'catalogue.view',
      'catalogue.update',
      'providers.view',
      'providers.update',
      'knowledge.view',
      'knowledge.update',
    ],
  },
  { slug: 'observer', name: 'Observer', description: 'Looks, and changes nothing', level: 10, permissions: views },
];
