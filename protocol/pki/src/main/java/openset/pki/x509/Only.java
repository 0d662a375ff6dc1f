package openset.pki.x509;

import java.util.List;
import openset.asn1.Asn1Exception;

/** Lists that must hold one element. */
public final class Only {
  private Only() {}

  /** The one element of {@code list}, as decoded. */
  public static <T> T of(List<T> list) {
    if (list.size() != 1) throw new Asn1Exception(list.size() + " elements, expected 1");
    return list.getFirst();
  }
}
