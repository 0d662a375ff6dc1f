package openset.set.data;

import java.math.BigInteger;
import java.util.Arrays;
import openset.asn1.Asn1Exception;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;
import openset.asn1.Tagged;

/**
 * A ratio or a conversion rate: finite and not negative. Never an amount of money.
 *
 * <pre>
 * FloatingPoint ::= REAL    -- base 2
 * </pre>
 *
 * <p>DER (X.690 8.5 and 11.3): zero has no content; all else is base 2 with an odd mantissa, both
 * mantissa and exponent in as few octets as they need. Only what a double can hold is accepted.
 */
public record FloatingPoint(double value) {
  private static final int BASE_2 = 0x80;
  private static final int CONTENT_MAX = 10;

  public static final Tagged<FloatingPoint> TYPE =
      new Tagged<>("FloatingPoint", 0x09, FloatingPoint::read, FloatingPoint::write);

  public FloatingPoint {
    if (!Double.isFinite(value) || value < 0 || Double.compare(value, -0.0) == 0) {
      throw new IllegalArgumentException("FloatingPoint is not finite, or negative");
    }
  }

  private static FloatingPoint read(DerReader in) {
    if (!in.hasNext()) return new FloatingPoint(0);
    if (in.remaining() > CONTENT_MAX) throw new Asn1Exception("REAL beyond a double");
    byte[] content = in.rest();
    int exponentOctets = switch (content[0] & 0xff) {
      case BASE_2 -> 1;
      case BASE_2 | 1 -> 2;
      default -> throw new Asn1Exception("REAL not of base 2, or negative");
    };
    if (content.length < 2 + exponentOctets) throw new Asn1Exception("REAL cut short");
    int exponent = new BigInteger(content, 1, exponentOctets).intValue();
    int at = 1 + exponentOctets;
    BigInteger mantissa = new BigInteger(1, content, at, content.length - at);
    double value = mantissa.doubleValue() * Math.scalb(1.0, exponent);
    if (mantissa.bitLength() > 53 || value == 0 || !Double.isFinite(value)) {
      throw new Asn1Exception("REAL beyond a double");
    }
    FloatingPoint read = new FloatingPoint(value);
    if (!Arrays.equals(content, read.content())) {
      throw new Asn1Exception("REAL not in its DER form");
    }
    return read;
  }

  private static void write(DerWriter out, FloatingPoint real) {
    out.raw(real.content());
  }

  private byte[] content() {
    if (value == 0) return new byte[0];
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    long mantissa = (long) Math.scalb(value, -exponent);
    int zeros = Long.numberOfTrailingZeros(mantissa);
    byte[] power = BigInteger.valueOf(exponent + zeros).toByteArray();
    byte[] digits = unsigned(mantissa >>> zeros);
    byte[] content = new byte[1 + power.length + digits.length];
    content[0] = (byte) (BASE_2 | power.length - 1);
    System.arraycopy(power, 0, content, 1, power.length);
    System.arraycopy(digits, 0, content, 1 + power.length, digits.length);
    return content;
  }

  private static byte[] unsigned(long mantissa) {
    byte[] octets = BigInteger.valueOf(mantissa).toByteArray();
    return octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
  }
}
