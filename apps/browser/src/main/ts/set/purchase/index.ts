/**
 * A purchase as the cardholder treats it, rule by rule: the initiation (spec/initiation.md),
 * PInitReq, PInitRes (spec/pinit.md), PReq, PRes (spec/preq.md), InqReq, InqRes (spec/inquiry.md).
 */
export * from './initiation';
export * from './inquiry';
export * from './pinit';
export * from './preq';
export * from './pres';
