package openset.merchant.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/** What is wanted of a batch. */
public enum Errand {
  /** Whether the gateway lists what we list. */
  compare(0),
  /** The same, and closed if so. */
  close(1),
  /** Closed as the gateway reckons it, whatever we do. */
  closeAnyway(2),
  /** Items that no bank booked are set aside. */
  purge(3),
  /** They are back. */
  restore(4),
  /** A new batch. */
  open(5);

  static final Tagged<Errand> TYPE = Asn1.enumerated("Errand", values(), Errand::code);

  private final int code;

  Errand(int code) {
    this.code = code;
  }

  /** Its number where it is kept. */
  public int code() {
    return code;
  }
}
