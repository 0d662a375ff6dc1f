package openset.asn1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DERVisibleString;

/** What we write, Bouncy Castle writes, and the other way round. */
class BouncyCastleTest {
  @Property
  void agreesOnIntegers(@ForAll BigInteger value) throws IOException {
    agree(Asn1.INTEGER, value, new ASN1Integer(value));
  }

  @Property
  void agreesOnLongs(@ForAll long value) throws IOException {
    agree(Asn1.integer(Long.MIN_VALUE, Long.MAX_VALUE), value, new ASN1Integer(value));
  }

  @Property
  void agreesOnObjectIdentifiers(@ForAll("dotted") String dotted) throws IOException {
    ObjectIdentifier ours = ObjectIdentifier.of(dotted);
    agree(Asn1.OBJECT_IDENTIFIER, ours, new ASN1ObjectIdentifier(dotted));
    assertThat(ours.dotted()).isEqualTo(dotted);
  }

  @Property
  void agreesOnGeneralizedTimes(@ForAll("seconds") long second) throws IOException {
    Instant instant = Instant.ofEpochSecond(second);
    agree(Asn1.GENERALIZED_TIME, instant, new DERGeneralizedTime(Date.from(instant)));
  }

  @Property
  void agreesOnUtcTimes(@ForAll("secondsOfUtcTime") long second) throws IOException {
    Instant instant = Instant.ofEpochSecond(second);
    agree(Asn1.UTC_TIME, instant, new DERUTCTime(Date.from(instant)));
  }

  @Property
  void agreesOnStrings(@ForAll("basicText") String text) throws IOException {
    agree(Asn1.UTF8_STRING, text, new DERUTF8String(text));
    agree(Asn1.BMP_STRING, text, new DERBMPString(text));
  }

  @Property
  void agreesOnVisibleStrings(@ForAll("visibleText") String text) throws IOException {
    agree(Asn1.VISIBLE_STRING, text, new DERVisibleString(text));
  }

  @Property
  void agreesOnTags(@ForAll byte[] octets, @ForAll("tagNumbers") int number) throws IOException {
    DEROctetString theirs = new DEROctetString(octets);
    Der ours = Der.of(octets);
    agree(Asn1.OCTET_STRING.explicit(number), ours, new DERTaggedObject(true, number, theirs));
    agree(Asn1.OCTET_STRING.implicit(number), ours, new DERTaggedObject(false, number, theirs));
  }

  @Property
  void agreesOnCollections(@ForAll List<byte[]> elements) throws IOException {
    List<Der> ours = elements.stream().map(Der::of).toList();
    ASN1Encodable[] theirs =
        elements.stream().map(DEROctetString::new).toArray(ASN1Encodable[]::new);
    agree(Repeated.sequenceOf(Asn1.OCTET_STRING), ours, new DERSequence(theirs));

    List<Der> unique = ours.stream().distinct().toList();
    byte[] set = Repeated.setOf(Asn1.OCTET_STRING).encode(unique);
    ASN1Encodable[] uniqueTheirs =
        unique.stream().map(d -> new DEROctetString(d.bytes())).toArray(ASN1Encodable[]::new);
    assertThat(set).isEqualTo(new DERSet(uniqueTheirs).getEncoded(ASN1Encoding.DER));
  }

  /** Random bytes: whatever we accept, Bouncy Castle accepts and writes as the same DER. */
  @Property(tries = 300)
  void acceptsNothingThatBouncyCastleRefuses(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Asn1Type<?>> types = new ArrayList<>(List.of(
        Asn1.INTEGER, Asn1.BOOLEAN, Asn1.OBJECT_IDENTIFIER, Asn1.GENERALIZED_TIME, Asn1.UTF8_STRING,
        Asn1.NUMERIC_STRING, Asn1.VISIBLE_STRING, Asn1.IA5_STRING, Asn1.UTC_TIME, Asn1.NULL));
    for (int i = 0; i < 200; i++) {
      byte[] der = new byte[2 + random.nextInt(6)];
      random.nextBytes(der);
      der[0] = (byte) (1 + random.nextInt(0x1e));
      der[1] = (byte) (der.length - 2);
      for (Asn1Type<?> type : types) {
        if (accepts(type, der)) {
          assertThat(ASN1Primitive.fromByteArray(der).getEncoded(ASN1Encoding.DER)).isEqualTo(der);
        }
      }
    }
  }

  private static boolean accepts(Asn1Type<?> type, byte[] der) {
    try {
      type.decode(der);
      return true;
    } catch (Asn1Exception e) {
      return false;
    }
  }

  private static <T> void agree(Asn1Type<T> type, T value, ASN1Encodable theirs)
      throws IOException {
    byte[] der = theirs.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    assertThat(type.encode(value)).isEqualTo(der);
    assertThat(type.decode(der)).isEqualTo(value);
  }

  @Provide
  Arbitrary<String> dotted() {
    Arbitrary<List<Long>> rest = Arbitraries.longs().between(0, (1L << 55) - 1).list().ofMaxSize(8);
    Arbitrary<String> first =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 39).map(n -> "0." + n),
            Arbitraries.integers().between(0, 39).map(n -> "1." + n),
            Arbitraries.longs().between(0, (1L << 55) - 81).map(n -> "2." + n));
    return first.flatMap(
        start ->
            rest.map(
                arcs -> {
                  StringBuilder dotted = new StringBuilder(start);
                  arcs.forEach(arc -> dotted.append('.').append(arc));
                  return dotted.toString();
                }));
  }

  @Provide
  Arbitrary<Long> seconds() {
    // From 1589: java.util.Date, which Bouncy Castle takes, is Julian before 1582.
    return Arbitraries.longs().between(-12_000_000_000L, 253_402_300_799L);
  }

  @Provide
  Arbitrary<Long> secondsOfUtcTime() {
    long least = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
    long most = Instant.parse("2049-12-31T23:59:59Z").getEpochSecond();
    return Arbitraries.longs().between(least, most);
  }

  @Provide
  Arbitrary<String> basicText() {
    return Arbitraries.strings().withCharRange('\u0001', '\ud7ff').ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> visibleText() {
    return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
  }

  @Provide
  Arbitrary<Integer> tagNumbers() {
    return Arbitraries.integers().between(0, 16_383);
  }
}
