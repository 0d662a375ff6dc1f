package openset.pki.cms;

import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;

/** Parts of CMS that have one value only, read and written as fixed octets. */
final class Exactly {
  private Exactly() {}

  /** The one value {@code value} of {@code type}; its Java value says nothing. */
  static <T> Asn1Type<Boolean> exactly(String name, Asn1Type<T> type, T value) {
    Der der = Der.of(type.encode(value));
    return Asn1.ANY.map(
        name,
        found -> {
          if (!found.equals(der)) throw new Asn1Exception("not the one value allowed");
          return true;
        },
        present -> der);
  }

  /** The version number {@code number}. */
  static Asn1Type<Boolean> version(int number) {
    return exactly("CMSVersion", Asn1.integer(0, 9), number);
  }
}
