/** What customers may add to a conversation. */
export const ATTACHMENT_POLICY = {
  maxBytes: 10 * 1024 * 1024,
  maxPerMessage: 10,
  maxPerComplaint: 50,
  /** For one person in 24 hours. */
  maxPerDay: 50,
  /** For all guests of one network in 24 hours: anybody can be a new guest. */
  maxOfGuestsPerDay: 100,
} as const;
