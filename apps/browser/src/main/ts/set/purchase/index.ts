/**
 * A purchase as the cardholder treats it: the initiation (spec/initiation.md), PInitReq, PInitRes, PReq, PRes (spec/pinit.md,
 * spec/preq.md), InqReq and InqRes (spec/inquiry.md), rule by rule.
 */
export * from './initiation';
export * from './inquiry';
export * from './pinit';
export * from './preq';
export * from './pres';
