package openset.set.message;

import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;

/**
 * A message of SET that this release knows by name only, kept as it came. It is answered with
 * messageNotSupported.
 *
 * @param alternative its name in Message
 * @param whole its DER with the tag of the alternative
 */
public record NotSupported(String alternative, Der whole) implements Message {
  static Asn1Type<NotSupported> type(int number, String alternative) {
    return new Later(alternative, Asn1.ANY.explicit(number).tag());
  }

  @Override
  public String name() {
    return alternative;
  }

  private record Later(String name, int tag) implements Asn1Type<NotSupported> {
    @Override
    public boolean matches(int found) {
      return found == tag;
    }

    @Override
    public NotSupported read(DerReader in) {
      return new NotSupported(name, Der.of(in.whole()));
    }

    @Override
    public void write(DerWriter out, NotSupported value) {
      out.raw(value.whole.bytes());
    }
  }
}
