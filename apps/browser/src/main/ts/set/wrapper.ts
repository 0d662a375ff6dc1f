import { decode, encode, equal, millis, type Octets, time } from '../asn1';
import { Refused } from './refused';
import { type Message, type MessageIDs, MessageWrapper } from './types/message';
import type { MsgExtensions, TransIDs } from './types/data';

/** What this software calls itself in every header. */
export const SW_IDENT = 'OpenSET wallet';

/** How old a message may be, and how far a clock may be ahead of ours, in milliseconds (W-03). */
export interface Policy {
  readonly messageAgeMax: number;
  readonly clockSkewMax: number;
}

/** Ten minutes and five. */
export const STANDARD: Policy = { messageAgeMax: 600_000, clockSkewMax: 300_000 };

/** The octets of `message` in its wrapper, made at `now` in milliseconds since 1970. */
export function wrap(
  message: Message,
  rrpid: Octets,
  messageIDs: MessageIDs,
  now: number,
): Octets {
  const date = time(now);
  const messageHeader = { version: 1, revision: 0, date, messageIDs, rrpid, swIdent: SW_IDENT };
  return encode(MessageWrapper, { messageHeader, message });
}

/** The wrapper of these octets. @throws Asn1Error where they are none (W-01) */
export function unwrap(der: Octets): MessageWrapper {
  return decode(MessageWrapper, der);
}

/** W-02 to W-04: version, age and extensions. @throws Refused */
export function fresh(wrapper: MessageWrapper, now: number, policy: Policy = STANDARD): void {
  const { version, date } = wrapper.messageHeader;
  if (version < 1) throw new Refused('versionTooOld', 'W-02');
  if (version > 1) throw new Refused('versionTooNew', 'W-02');
  const made = millis(date);
  if (made < now - policy.messageAgeMax) throw new Refused('messageTooOld', 'W-03');
  if (made > now + policy.clockSkewMax) throw new Refused('messageTooNew', 'W-03');
  noneCritical(wrapper.mwExtensions);
}

/** W-04: we know no extension, so none may be critical. @throws Refused */
export function noneCritical(extensions: MsgExtensions | undefined): void {
  if (extensions?.some((extension) => extension.critical) === true) {
    throw new Refused('unrecognizedExtension', 'W-04');
  }
}

/** W-05: the RRPID outside is the one inside. @throws Refused */
export function sameRRPID(wrapper: MessageWrapper, inside: Octets): void {
  if (!agrees(wrapper.messageHeader.rrpid ?? new Uint8Array(), inside)) {
    throw new Refused('unknownRRPID', 'W-05');
  }
}

/** W-07: each label outside is the one inside. @throws Refused */
export function sameIDs(wrapper: MessageWrapper, inside: MessageIDs): void {
  const outside = wrapper.messageHeader.messageIDs ?? {};
  const same =
    agrees(outside.lidC, inside.lidC) &&
    agrees(outside.lidM, inside.lidM) &&
    agrees(outside.xID, inside.xID);
  if (!same) throw new Refused('wrapperMsgMismatch', 'W-07');
}

/** The labels of a purchase, for a header. */
export function idsOf(ids: TransIDs): MessageIDs {
  return { lidC: ids.lidC, lidM: ids.lidM, xID: ids.xid };
}

function agrees(outside: Octets | undefined, inside: Octets | undefined): boolean {
  return outside === undefined || (inside !== undefined && equal(outside, inside));
}
