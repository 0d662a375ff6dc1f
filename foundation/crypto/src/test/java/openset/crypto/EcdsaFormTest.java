package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One signature has one form: whatever else means the same r and s is refused. */
@Tag("K02")
class EcdsaFormTest {
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final byte[] MESSAGE = "order 81".getBytes(StandardCharsets.UTF_8);

  private final SigningKeyPair pair =
      SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
  private final byte[] good = signature();
  private final BigInteger r = number(good, 4, good[3]);
  private final BigInteger s = number(good, 6 + good[3], good[5 + good[3]]);

  /** A signature whose r and s both have their top bit clear, so that padding can be added. */
  private byte[] signature() {
    while (true) {
      byte[] signature = pair.signer().sign(MESSAGE);
      if (signature[3] == 32 && signature[5 + 32] == 32) return signature;
    }
  }

  @Test
  void acceptsTheOneForm() {
    assertThat(pair.publicKey().verify(MESSAGE, good)).isTrue();
    assertThat(sequence(integer(r), integer(s))).isEqualTo(good);
  }

  @Test
  void refusesEveryOtherFormOfTheSameNumbers() {
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("r padded", sequence(value(2, padded(r)), integer(s)));
    bad.put("s padded", sequence(integer(r), value(2, padded(s))));
    bad.put("r plus the order", sequence(integer(r.add(ORDER)), integer(s)));
    bad.put("s plus the order", sequence(integer(r), integer(s.add(ORDER))));
    bad.put("r less the order", sequence(integer(r.subtract(ORDER)), integer(s)));
    bad.put("s less the order", sequence(integer(r), integer(s.subtract(ORDER))));
    bad.put("s plus 2^256", sequence(integer(r), integer(s.add(BigInteger.TWO.pow(256)))));
    bad.put("long form of a short length", concat(hex("308144"), tail(good, 2)));
    bad.put("long form of r's length", sequence(hex("028120"), r.toByteArray(), integer(s)));
    bad.put("indefinite length", concat(hex("3080"), tail(good, 2), hex("0000")));
    bad.put("octet behind", concat(good, hex("00")));
    bad.put("octet behind, inside", sequence(integer(r), integer(s), hex("00")));
    bad.put("NULL behind, inside", sequence(integer(r), integer(s), hex("0500")));
    bad.put("third number", sequence(integer(r), integer(s), integer(BigInteger.ONE)));
    bad.put("SET", value(0x31, concat(integer(r), integer(s))));
    bad.put("r as OCTET STRING", sequence(value(4, r.toByteArray()), integer(s)));
    bad.put("r as constructed INTEGER", sequence(value(0x22, integer(r)), integer(s)));
    bad.put("r and s as they are", concat(r.toByteArray(), s.toByteArray()));
    bad.put("cut", Arrays.copyOf(good, good.length - 1));
    bad.put("r only", sequence(integer(r)));
    bad.put("nothing", new byte[0]);
    bad.forEach(
        (name, octets) ->
            assertThat(pair.publicKey().verify(MESSAGE, octets)).as(name).isFalse());
  }

  @Test
  void refusesASignatureWhoseSignOctetIsMissing() {
    // Such as the JDK's own provider accepts.
    byte[] signature = pair.signer().sign(MESSAGE);
    while (signature[3] != 33) signature = pair.signer().sign(MESSAGE);
    byte[] bad = concat(hex("30"), tail(signature, 1));
    bad[1]--;
    bad[3]--;
    bad = concat(Arrays.copyOf(bad, 4), tail(bad, 5));
    assertThat(pair.publicKey().verify(MESSAGE, signature)).isTrue();
    assertThat(pair.publicKey().verify(MESSAGE, bad)).isFalse();
  }

  @Test
  void refusesNumbersOutOfRangeInAnyPair() {
    BigInteger[] numbers = {
      BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), ORDER, ORDER.negate(),
      ORDER.subtract(BigInteger.ONE), ORDER.add(BigInteger.ONE), BigInteger.TWO.pow(256), r, s
    };
    for (BigInteger left : numbers) {
      for (BigInteger right : numbers) {
        boolean same = left.equals(r) && right.equals(s);
        assertThat(pair.publicKey().verify(MESSAGE, sequence(integer(left), integer(right))))
            .as(left + ", " + right)
            .isEqualTo(same);
      }
    }
  }

  @Test
  void refusesEveryOctetChanged() {
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      assertThat(pair.publicKey().verify(MESSAGE, bad)).as("octet " + at).isFalse();
    }
  }

  private static byte[] integer(BigInteger number) {
    return value(2, number.toByteArray());
  }

  private static byte[] padded(BigInteger number) {
    return concat(hex("00"), number.toByteArray());
  }

  private static byte[] sequence(byte[]... parts) {
    return value(0x30, concat(parts));
  }

  private static byte[] value(int tag, byte[] content) {
    return concat(new byte[] {(byte) tag, (byte) content.length}, content);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  private static byte[] tail(byte[] octets, int from) {
    return Arrays.copyOfRange(octets, from, octets.length);
  }

  private static BigInteger number(byte[] octets, int from, int length) {
    return new BigInteger(octets, from, length);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
