package openset.authority.bank;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/** Texts that requests and answers share. */
final class Words {
  /** Names an attempt: 1 to 64 letters, digits, dots, hyphens. */
  static final Tagged<String> ATTEMPT = Asn1.sized(Asn1.VISIBLE_STRING, 1, 64);

  private Words() {}
}
