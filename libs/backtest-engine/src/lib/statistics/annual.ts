/** A market that never closes has 365 trading days: a daily deviation times this is a yearly one. */
export const YEARLY = Math.sqrt(365);

/** A month of days is the least that a yearly figure is given for; fewer say nothing. */
export const LEAST_DAYS = 30;
