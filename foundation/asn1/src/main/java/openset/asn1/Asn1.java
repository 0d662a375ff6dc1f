package openset.asn1;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** The universal types every module builds its own from (X.690, DER). */
public final class Asn1 {
  /** BOOLEAN: one octet, FF or 00. */
  public static final Tagged<Boolean> BOOLEAN =
      new Tagged<>("BOOLEAN", 0x01, Asn1::readBoolean, (out, v) -> out.octet(v ? 0xff : 0));

  /** INTEGER of any size. */
  public static final Tagged<BigInteger> INTEGER =
      new Tagged<>("INTEGER", 0x02, Asn1::readInteger, (out, v) -> out.raw(v.toByteArray()));

  /** BIT STRING of whole octets. */
  public static final Tagged<Der> BIT_STRING =
      new Tagged<>("BIT STRING", 0x03, Asn1::readBitString, Asn1::writeBitString);

  /** OCTET STRING of any length. */
  public static final Tagged<Der> OCTET_STRING =
      new Tagged<>(
          "OCTET STRING", 0x04, in -> Der.owned(in.rest()), (out, v) -> out.raw(v.shared()));

  /** NULL. */
  public static final Tagged<Boolean> NULL = new Tagged<>("NULL", 0x05, in -> true, (out, v) -> {});

  /** OBJECT IDENTIFIER. */
  public static final Tagged<ObjectIdentifier> OBJECT_IDENTIFIER =
      new Tagged<>(
          "OBJECT IDENTIFIER", 0x06, ObjectIdentifier::read, (out, v) -> out.raw(v.content()));

  /** UTF8String, well formed and without NUL. */
  public static final Tagged<String> UTF8_STRING = Text.utf8();

  /** PrintableString. */
  public static final Tagged<String> PRINTABLE_STRING =
      Text.ascii("PrintableString", 0x13, Pattern.compile("[A-Za-z0-9 '()+,./:=?-]*"));

  /** NumericString, digits and space. */
  public static final Tagged<String> NUMERIC_STRING =
      Text.ascii("NumericString", 0x12, Pattern.compile("[0-9 ]*"));

  /** IA5String, without NUL. */
  public static final Tagged<String> IA5_STRING =
      Text.ascii("IA5String", 0x16, Pattern.compile("[\\x01-\\x7f]*"));

  /** VisibleString, printable ASCII. */
  public static final Tagged<String> VISIBLE_STRING =
      Text.ascii("VisibleString", 0x1a, Pattern.compile("[\\x20-\\x7e]*"));

  /** BMPString of whole characters: no surrogates, no NUL. */
  public static final Tagged<String> BMP_STRING = Text.bmp();

  /** GeneralizedTime in UTC to the second, or to a fraction without trailing zeros (X.690 11.7). */
  public static final Tagged<Instant> GENERALIZED_TIME = Time.generalized();

  /** UTCTime in UTC, years 1950 to 2049 (RFC 5280 4.1.2.5.1). */
  public static final Tagged<Instant> UTC_TIME = Time.utc();

  /** Any one DER value, kept as it is. */
  public static final Asn1Type<Der> ANY = new AnyType();

  private Asn1() {}

  /** INTEGER between {@code least} and {@code most}, both within a long. */
  public static Tagged<Long> integer(long least, long most) {
    return new Tagged<>(
        "INTEGER",
        0x02,
        in -> readLong(in, least, most),
        (out, v) -> out.raw(BigInteger.valueOf(within(v, least, most)).toByteArray()));
  }

  /** INTEGER between {@code least} and {@code most} as an int. */
  public static Tagged<Integer> integer(int least, int most) {
    return integer((long) least, (long) most).map("INTEGER", Long::intValue, Integer::longValue);
  }

  /**
   * ENUMERATED.
   *
   * @param of the constant for a code, or null where there is none
   */
  public static <E extends Enum<E>> Tagged<E> enumerated(
      String name, IntFunction<E> of, ToIntFunction<E> code) {
    return new Tagged<>(
        name,
        0x0a,
        in -> {
          int value = (int) readLong(in, Integer.MIN_VALUE, Integer.MAX_VALUE);
          E constant = of.apply(value);
          if (constant == null) throw new Asn1Exception(name + " has no value " + value);
          return constant;
        },
        (out, v) -> out.raw(BigInteger.valueOf(code.applyAsInt(v)).toByteArray()));
  }

  /** ENUMERATED of the constants of an enum, each with a code of its own. */
  public static <E extends Enum<E>> Tagged<E> enumerated(
      String name, E[] constants, ToIntFunction<E> code) {
    Map<Integer, E> byCode = new HashMap<>();
    for (E constant : constants) {
      if (byCode.put(code.applyAsInt(constant), constant) != null) {
        throw new IllegalArgumentException(name + " has one code twice");
      }
    }
    return enumerated(name, byCode::get, code);
  }

  /** OCTET STRING of {@code least} to {@code most} octets. */
  public static Tagged<Der> octets(int least, int most) {
    return sized("OCTET STRING", OCTET_STRING, Der::length, least, most);
  }

  /** A string type bounded to {@code least} to {@code most} characters. */
  public static Tagged<String> sized(Tagged<String> type, int least, int most) {
    return sized(type.name(), type, text -> text.codePointCount(0, text.length()), least, most);
  }

  private static <T> Tagged<T> sized(
      String name, Tagged<T> type, ToIntFunction<T> size, int least, int most) {
    return new Tagged<>(
        name,
        type.tag(),
        in -> {
          T value = type.content().apply(in);
          int length = size.applyAsInt(value);
          if (length < least || length > most) {
            throw new Asn1Exception("size " + length + " not in " + least + ".." + most);
          }
          return value;
        },
        (out, v) -> {
          within(size.applyAsInt(v), least, most);
          type.body().accept(out, v);
        });
  }

  private static long within(long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("not in " + least + ".." + most);
    }
    return value;
  }

  private static Boolean readBoolean(DerReader in) {
    int octet = in.octet();
    if (octet != 0 && octet != 0xff) throw new Asn1Exception("BOOLEAN neither 00 nor FF");
    return octet != 0;
  }

  private static BigInteger readInteger(DerReader in) {
    byte[] octets = in.rest();
    if (octets.length == 0) throw new Asn1Exception("empty INTEGER");
    if (octets.length > 1 && octets[0] == octets[1] >> 7) {
      throw new Asn1Exception("INTEGER not minimal");
    }
    return new BigInteger(octets);
  }

  private static long readLong(DerReader in, long least, long most) {
    if (in.remaining() > 8) throw new Asn1Exception("INTEGER not in " + least + ".." + most);
    long value = readInteger(in).longValue();
    if (value < least || value > most) {
      throw new Asn1Exception("INTEGER not in " + least + ".." + most);
    }
    return value;
  }

  private static Der readBitString(DerReader in) {
    if (in.octet() != 0) throw new Asn1Exception("BIT STRING not of whole octets");
    return Der.owned(in.rest());
  }

  private static void writeBitString(DerWriter out, Der bits) {
    out.raw(bits.shared());
    out.octet(0);
  }

  private record AnyType() implements Asn1Type<Der> {
    @Override
    public String name() {
      return "ANY";
    }

    @Override
    public boolean matches(int tag) {
      return tag >= 0;
    }

    @Override
    public Der read(DerReader in) {
      return Der.owned(in.whole());
    }

    @Override
    public void write(DerWriter out, Der value) {
      out.raw(value.shared());
    }
  }
}
