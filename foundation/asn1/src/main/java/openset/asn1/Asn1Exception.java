package openset.asn1;

import java.util.function.Function;

/**
 * The bytes are not DER of the type asked for. The message names the place ({@code
 * PReq.oiData.transIDs.xid}) and the rule that was broken, never the bytes: they may be secret.
 */
public final class Asn1Exception extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StringBuilder place = new StringBuilder();
  private final String why;

  /** An error whose place is not known yet; each value it passes on its way out adds its name. */
  public Asn1Exception(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /** Makes a value of what was read; what its constructor refuses was not DER of that type. */
  static <T, U> U refusing(String name, Function<T, U> make, T read) {
    try {
      return make.apply(read);
    } catch (IllegalArgumentException e) {
      throw new Asn1Exception("value not allowed in " + name);
    }
  }

  /** The same error, seen from the value around it. */
  Asn1Exception within(String name) {
    if (!place.isEmpty() && place.charAt(0) != '[') place.insert(0, '.');
    place.insert(0, name);
    return this;
  }

  /** Where in the value, from the outside in. */
  public String place() {
    return place.toString();
  }

  @Override
  public String getMessage() {
    return place.isEmpty() ? why : place + ": " + why;
  }
}
