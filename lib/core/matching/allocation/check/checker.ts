/**
 * The independent checker: every result is judged here from its input alone, in ids and plain maps. It shares no code with the solvers,
 * so that trust does not rest on them.
 */
export type { BlockingPair, Breach } from './breach.ts';
export { checkMarket, checkRegional } from './check-market.ts';
export { checkProjects } from './check-projects.ts';
export { checkCalendar, checkCertificate, checkConflict, checkRound } from './check-round.ts';
