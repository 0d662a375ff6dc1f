/**
 * SET's types, operators and wrapper as a cardholder needs them; names are those of spec/asn1,
 * without dashes. Flows stand in `registration` and `purchase`.
 */
export * from './account';
export * from './content';
export * from './currency';
export * from './money';
export * from './oid';
export * from './operator';
export * from './order';
export * from './refused';
export * from './types/data';
export * from './types/extension';
export * from './types/message';
export * from './types/order';
export * from './types/outcome';
export * from './types/payment';
export * from './types/registration';
export * from './wrapper';
