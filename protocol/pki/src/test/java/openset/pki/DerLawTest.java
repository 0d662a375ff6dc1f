package openset.pki;

import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.Limits;
import openset.asn1.ObjectIdentifier;
import openset.crypto.Suite;
import openset.pki.issue.World;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.BasicConstraints;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.HashedRootKey;
import openset.pki.x509.PkiTime;
import openset.pki.x509.SetString;
import openset.pki.x509.Tunneling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of every type: what it writes it reads again as the same value, and whatever it reads it
 * writes again as the same bytes. The second half is tried on every value with one byte changed, in
 * every way where the value is short, and on random cuts and joins.
 */
class DerLawTest {
  private static final World WORLD = World.of(Suite.EDWARDS);
  private static final DistinguishedName NAME =
      DistinguishedName.of("CH", "Aurora", "Bänk 曙光", "Lantern, O=\"x\"");
  private static final ObjectIdentifier OID = ObjectIdentifier.of("2.23.42.1.3");

  /** A type with a value. */
  record Sample<T>(String name, Asn1Type<T> type, T value) {
    byte[] bytes() {
      return type.encode(value);
    }

    boolean keeps(byte[] octets) {
      T read;
      try {
        read = type.decode(octets, Limits.PEER);
      } catch (Asn1Exception e) {
        return true;
      }
      return Arrays.equals(type.encode(read), octets);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample<?>> samples() {
    return Stream.concat(pieces(), wholes());
  }

  private static Stream<Sample<?>> pieces() {
    return Stream.of(
        sample("algorithm", AlgorithmIdentifier.TYPE, AlgorithmIdentifier.of(OID)),
        sample(
            "algorithm with parameters",
            AlgorithmIdentifier.TYPE,
            new AlgorithmIdentifier(OID, Optional.of(Der.ofHex("0500")))),
        sample("name", DistinguishedName.TYPE, NAME),
        sample("named holder", DistinguishedName.TYPE, NAME.named("Ada Muster")),
        sample("extension", Extension.TYPE, new Extension(OID, true, Der.ofHex("0500"))),
        sample("constraints", BasicConstraints.TYPE, new BasicConstraints(true, Optional.of(2))),
        sample("no constraints", BasicConstraints.TYPE, BasicConstraints.END_ENTITY),
        sample("card", CertificateType.TYPE, Set.of(CertificateType.CARD)),
        sample(
            "bits over two octets",
            CertificateType.TYPE,
            Set.of(CertificateType.CCA, CertificateType.RCA)),
        sample("uses", KeyUse.TYPE, Set.of(KeyUse.CERT_SIGN, KeyUse.CRL_SIGN)),
        sample("authority", AuthorityKey.TYPE, new AuthorityKey(NAME, BigInteger.TEN)),
        sample("root key", HashedRootKey.TYPE, HashedRootKey.of(new byte[] {1})),
        sample("tunneling", Tunneling.TYPE, Tunneling.of(List.of(OID))),
        sample("no tunneling", Tunneling.TYPE, new Tunneling(false, Optional.empty())),
        sample("shop", MerchantData.TYPE, World.SHOP),
        sample("shop in full", MerchantData.TYPE, shop()),
        sample("visible text", SetString.most(40), "Lantern & Sons"),
        sample("wide text", SetString.most(40), "曙光商店"),
        sample("time", PkiTime.TYPE, NOW),
        sample("late time", PkiTime.TYPE, Instant.parse("2050-01-01T00:00:00Z")),
        sample("uri", CertificateExtensions.URI, "https://shop.example"),
        sample("identifiers", CertificateExtensions.OIDS, List.of(OID, OID)),
        sample(
            "policies",
            CertificateExtensions.POLICIES,
            List.of(
                new CertificateExtensions.Policy(OID, Optional.of(Der.ofHex("3000"))))),
        sample(
            "key period",
            CertificateExtensions.KeyPeriod.TYPE,
            new CertificateExtensions.KeyPeriod(NOW, NOW)),
        sample("number", CertificateList.NUMBER, BigInteger.ZERO));
  }

  private static Stream<Sample<?>> wholes() {
    Certificate card = WORLD.card().certificate();
    CertificateList crl = WORLD.cca().crl(3, NOW, List.of(card));
    BrandCrlIdentifier bci = WORLD.brandCrls(WORLD.crls());
    return Stream.of(
        sample("certificate", Certificate.TYPE, card),
        read("tbs certificate", TbsCertificate.TYPE, card.tbs()),
        read("tbs of a merchant", TbsCertificate.TYPE, WORLD.merchant().certificate().tbs()),
        read(
            "signed certificate",
            SignedObject.type("Certificate", TbsCertificate.TYPE),
            card.der()),
        sample("crl", CertificateList.TYPE, crl),
        read("tbs crl", CertificateList.Tbs.TYPE, crl.tbs()),
        sample("brand crls", BrandCrlIdentifier.TYPE, bci),
        read("tbs brand crls", BrandCrlIdentifier.Tbs.TYPE, bci.tbs()),
        sample(
            "trust bundle",
            TrustBundle.TYPE,
            new TrustBundle(List.of(card), List.of(crl), List.of(bci))));
  }

  private static MerchantData shop() {
    MerchantData.Names names =
        new MerchantData.Names(
            Optional.of("de-CH"),
            "Lantern & Söhne",
            Optional.of("Zürich"),
            Optional.of("ZH"),
            Optional.of("8001"),
            Optional.of("Schweiz"));
    return new MerchantData("M-1", "999001", List.of(names), 756, false, Optional.empty());
  }

  private static <T> Sample<T> sample(String name, Asn1Type<T> type, T value) {
    return new Sample<>(name, type, value);
  }

  private static <T> Sample<T> read(String name, Asn1Type<T> type, Der der) {
    return new Sample<>(name, type, type.decode(der.bytes()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void whatIsWrittenIsReadAgain(Sample<T> sample) {
    assertThat(sample.type().decode(sample.bytes())).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void whateverIsReadIsWrittenAgainAsTheSameBytes(Sample<T> sample) {
    byte[] bytes = sample.bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      for (int value = 0; value < 256; value += bytes.length < 100 ? 1 : 17) {
        changed[i] = (byte) value;
        if (!sample.keeps(changed)) fail("%s byte %d = %d", sample, i, value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void randomCutsAndJoinsNeverReadAsSomethingElse(Sample<T> sample) {
    Random random = new Random(42);
    byte[] bytes = sample.bytes();
    for (int i = 0; i < 500; i++) {
      int cut = random.nextInt(bytes.length + 1);
      int join = random.nextInt(bytes.length + 1);
      byte[] mixed = Arrays.copyOf(bytes, cut + bytes.length - join);
      System.arraycopy(bytes, join, mixed, cut, bytes.length - join);
      if (!sample.keeps(mixed)) fail("%s cut %d join %d", sample, cut, join);
    }
  }
}
