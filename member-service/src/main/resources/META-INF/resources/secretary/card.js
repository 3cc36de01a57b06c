// Where a member's card is.
export const cardOf = (memberId) => `#/roster/${memberId}`;
