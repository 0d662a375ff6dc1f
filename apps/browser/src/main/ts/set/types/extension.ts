import {
  encode,
  explicit,
  NUMERIC_STRING,
  optional,
  sequence,
  type Type,
  type Value,
  where,
} from '../../asn1';
import { SETString } from '../../pki';
import { OID } from '../oid';
import type { MsgExtensions } from './data';

/** The code printed on a card (CVV2, CVC2): 3 or 4 digits. Nobody keeps it (WAL-18). */
export const SecurityCode = where(NUMERIC_STRING, (text) => /^\d{3,4}$/.test(text));

/** The address that the issuer sends its bills to, as far as it is compared. */
export const BillingAddress = where(
  sequence('BillingAddress', {
    postalCode: SETString(14),
    streetAddress: optional(explicit(0, SETString(50))),
  }),
  ({ postalCode }) => postalCode.trim() !== '',
);
export type BillingAddress = Value<typeof BillingAddress>;

/** What a cardholder lets its issuer check beside the signature; the gateway alone reads it. */
export interface CardChecks {
  readonly securityCode?: string | undefined;
  readonly billingAddress?: BillingAddress | undefined;
}

/** For PIHead (spec/extensions.md); absent where there is nothing to check. */
export function extensionsOf(checks: CardChecks): MsgExtensions | undefined {
  const list = [
    ...one(OID.additionalVerification, SecurityCode, checks.securityCode),
    ...one(OID.billingAddress, BillingAddress, checks.billingAddress),
  ];
  return list.length === 0 ? undefined : list;
}

/** None of them is critical: a gateway that does not know one asks without it. */
function one<T>(extnID: string, type: Type<T>, value: T | undefined): MsgExtensions {
  return value === undefined
    ? []
    : [{ extnID, critical: false, extnValue: encode(type, value) }];
}
