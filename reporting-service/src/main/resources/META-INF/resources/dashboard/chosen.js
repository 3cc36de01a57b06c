// Which figures the page shows, out of all that there are.

export const FIRST_FIGURE = 'members.affiliated';

/** At a glance: in each group the first one is told large. */
export const GROUPS = {
  members: ['members.affiliated', 'members.mobileHosted', 'members.mobileAway', 'members.community', 'members.twoNew'],
  organizations: ['organizations.total', 'organizations.twoNew', 'communities.withoutOrganization', 'buildings.coverageRate', 'quality.findings'],
  life: ['cadence.compliance', 'activities.held', 'attendances.participationRate', 'transfers.in', 'transfers.out'],
  sites: ['sites.total', 'sites.floorArea', 'sites.occupancy', 'bookings.noShowRate', 'funds.spent'],
};

/** What there should be none of. */
export const GAPS = new Set(['communities.withoutOrganization', 'quality.findings']);

export const KINDS = [
  'organizations.community', 'organizations.communityBranches', 'organizations.nonPublicEnterprise', 'organizations.socialOrganization',
  'organizations.building', 'organizations.mobileMembers', 'organizations.socialWorkingCommittees',
];

/** What is known of places in the territory only. */
export const OF_TERRITORY = new Set(['units.total']);

/** Beside the figure that is chosen, in the table of what is below. */
export const COLUMNS = ['members.affiliated', 'organizations.total', 'organizations.twoNew', 'members.mobileHosted', 'units.total', 'sites.total'];

/** The panels of a subject: what is compared below, and what is told above it. */
export const SUBJECTS = {
  mobile: ['members.mobileHosted', 'members.mobileAway'],
  occupancy: ['sites.occupancy', 'sites.usedHours'],
  cadence: ['cadence.compliance', 'cadence.due'],
};

/** What people are counted by. */
export const DIMENSIONS = ['sex', 'ageBand', 'education', 'ethnicity'];
export const STRUCTURE_OF = 'members.affiliated';

const unique = (names) => [...new Set(names)];
export const AT_A_GLANCE = unique([...Object.values(GROUPS).flat(), ...KINDS, ...Object.values(SUBJECTS).flat()]);
export const BELOW = unique([...COLUMNS, ...Object.values(SUBJECTS).flat()]);
