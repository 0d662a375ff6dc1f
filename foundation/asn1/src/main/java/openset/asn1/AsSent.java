package openset.asn1;

/**
 * A value beside the very bytes it came in. Signatures and digests cover those bytes, so they are
 * kept; verifying never re-encodes.
 */
public record AsSent<T>(T value, Der der) {
  /** A value of our own, with the bytes we will send. */
  public static <T> AsSent<T> of(Asn1Type<T> type, T value) {
    return new AsSent<>(value, Der.owned(type.encode(value)));
  }

  /** {@code type}, but keeping the bytes read and writing exactly those. */
  public static <T> Asn1Type<AsSent<T>> type(Asn1Type<T> type) {
    return new Kept<>(type);
  }

  private record Kept<T>(Asn1Type<T> type) implements Asn1Type<AsSent<T>> {
    @Override
    public String name() {
      return type.name();
    }

    @Override
    public boolean matches(int tag) {
      return type.matches(tag);
    }

    @Override
    public AsSent<T> read(DerReader in) {
      Der der = Der.owned(in.peekWhole());
      return new AsSent<>(type.read(in), der);
    }

    @Override
    public void write(DerWriter out, AsSent<T> value) {
      out.raw(value.der().shared());
    }
  }
}
