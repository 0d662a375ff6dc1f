package openset.pki;

import static openset.pki.PathFixture.WORLD;
import static openset.pki.PathFixture.refused;
import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.World;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;
import openset.pki.x509.PkiTime;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a certificate or list must be by itself, signed as it may. */
class ProfileTest {
  private static final Certificate CARD = WORLD.card().certificate();
  private static final CertificateList CRL = WORLD.cca().crl(2, NOW, List.of(CARD));

  /** {@code toBeSigned} with other parts, rightly signed by the CCA. */
  private static byte[] rebuilt(Der toBeSigned, UnaryOperator<List<ASN1Encodable>> change)
      throws IOException {
    List<ASN1Encodable> parts = parts(ASN1Sequence.getInstance(toBeSigned.bytes()));
    byte[] octets = sequence(change.apply(parts)).getEncoded("DER");
    return Forge.seal(octets, CARD.signatureAlgorithm(), WORLD.cca().keys());
  }

  private static List<ASN1Encodable> parts(ASN1Sequence sequence) {
    return new ArrayList<>(List.of(sequence.toArray()));
  }

  private static DERSequence sequence(List<ASN1Encodable> parts) {
    return new DERSequence(parts.toArray(ASN1Encodable[]::new));
  }

  private static List<ASN1Encodable> with(List<ASN1Encodable> parts, int at, ASN1Encodable part) {
    parts.set(at, part);
    return parts;
  }

  private static List<ASN1Encodable> without(List<ASN1Encodable> parts, int at) {
    parts.remove(at);
    return parts;
  }

  /** The extensions, which come last, under their tag, with the first of them once more. */
  private static List<ASN1Encodable> repeating(List<ASN1Encodable> parts) {
    ASN1TaggedObject tagged = (ASN1TaggedObject) parts.removeLast();
    List<ASN1Encodable> extensions = parts((ASN1Sequence) tagged.getExplicitBaseObject());
    extensions.add(extensions.getFirst());
    parts.add(new DERTaggedObject(true, tagged.getTagNo(), sequence(extensions)));
    return parts;
  }

  private static List<ASN1Encodable> uniquelyNamed(List<ASN1Encodable> parts) {
    DERBitString name = new DERBitString(new byte[] {1});
    parts.add(parts.size() - 1, new DERTaggedObject(false, 2, name));
    return parts;
  }

  private static void noCertificate(UnaryOperator<List<ASN1Encodable>> change)
      throws IOException {
    byte[] octets = rebuilt(CARD.tbs(), change);
    assertThatThrownBy(() -> Certificate.of(octets)).isInstanceOf(Asn1Exception.class);
  }

  private static void noList(UnaryOperator<List<ASN1Encodable>> change) throws IOException {
    byte[] octets = rebuilt(CRL.tbs(), change);
    assertThatThrownBy(() -> CertificateList.of(octets)).isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("CERT-01")
  void aCertificateIsOfVersion3WithExtensionsOnceAndWithoutUniqueIdentifiers()
      throws Exception {
    assertThat(Certificate.of(rebuilt(CARD.tbs(), parts -> parts)).tbs()).isEqualTo(CARD.tbs());
    for (int version : new int[] {0, 1, 3}) {
      ASN1Encodable other = new DERTaggedObject(true, 0, new ASN1Integer(version));
      noCertificate(parts -> with(parts, 0, other));
    }
    noCertificate(parts -> without(parts, 0));
    noCertificate(parts -> without(parts, parts.size() - 1));
    noCertificate(ProfileTest::repeating);
    noCertificate(ProfileTest::uniquelyNamed);
  }

  @Test
  @Tag("CERT-02")
  void aThumbIsTheDigestOfWhatIsSignedWhateverTheSignature() throws Exception {
    Certificate again = Forge.like(CARD).signedBy(WORLD.cca());
    assertThat(again).isNotEqualTo(CARD);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(CARD.tbs().bytes());
    assertThat(CARD.thumb().bytes()).isEqualTo(digest);
    assertThat(again.thumb()).isEqualTo(CARD.thumb());
    assertThat(Forge.like(CARD).serial(BigInteger.TEN).signedBy(WORLD.cca()).thumb())
        .isNotEqualTo(CARD.thumb());
  }

  @Test
  @Tag("CERT-06")
  void timesHaveTheFormOfTheirYear() {
    Instant last = Instant.parse("2049-12-31T23:59:59Z");
    assertThat(Der.of(PkiTime.TYPE.encode(last)))
        .isEqualTo(Der.ofHex("170d3439313233313233353935395a"));
    assertThat(Der.of(PkiTime.TYPE.encode(last.plusSeconds(1))))
        .isEqualTo(Der.ofHex("180f32303530303130313030303030305a"));
    List<String> others =
        List.of(
            "180f32303439313233313233353935395a",
            "181132303530303130313030303030302e355a",
            "170b343931323331323335395a",
            "17113439313233313233353935392b30313030");
    for (String other : others) {
      assertThatThrownBy(() -> PkiTime.TYPE.decode(Der.ofHex(other).bytes()))
          .isInstanceOf(Asn1Exception.class);
    }
    Certificate backwards =
        Forge.like(CARD).validity(NOW, NOW.minusSeconds(1)).signedBy(WORLD.cca());
    refused(backwards, List.of(), Reason.INVALID, "CERT-06");
  }

  @Test
  @Tag("CERT-10")
  void aBrandHasFortyCharactersAtMost() {
    Certificate longer =
        Forge.like(CARD)
            .subject(DistinguishedName.of("CH", "x".repeat(41), "Bank of Aurora", "x"))
            .signedBy(WORLD.cca());
    refused(longer, List.of(), Reason.INVALID, "CERT-10");
    Certificate other =
        Forge.like(CARD)
            .subject(DistinguishedName.of("CH", "x".repeat(40), "Bank of Aurora", "x"))
            .signedBy(WORLD.cca());
    refused(other, List.of(), Reason.BRAND, "CERT-24");
  }

  @Test
  @Tag("CERT-18")
  void merchantDataIsAMerchantsAlone() {
    Certificate card =
        Forge.like(CARD)
            .with(Extension.of(PkiOid.MERCHANT_DATA, false, MerchantData.TYPE, World.SHOP))
            .signedBy(WORLD.cca());
    refused(card, List.of(), Reason.INVALID, "CERT-18");
    Certificate merchant =
        Forge.like(WORLD.merchant().certificate())
            .without(PkiOid.MERCHANT_DATA)
            .signedBy(WORLD.mca());
    refused(merchant, List.of(), Reason.INVALID, "CERT-18");
  }

  @Test
  @Tag("C14")
  void hugeCertificatesAndNameConstraintsAreRefusedAtOnce() throws Exception {
    ObjectIdentifier nameConstraints = ObjectIdentifier.of("2.5.29.30");
    Der many = Der.of(subtrees(20_000));
    byte[] constrained =
        Forge.like(CARD)
            .with(new Extension(nameConstraints, true, many))
            .bytes(WORLD.cca().keys());
    byte[] stuffed =
        Forge.like(CARD)
            .with(new Extension(PathFixture.UNKNOWN, false, Der.of(new byte[1_600_000])))
            .bytes(WORLD.cca().keys());
    long start = System.nanoTime();
    refused(Certificate.of(constrained), List.of(), Reason.INVALID, "CERT-11");
    assertThatThrownBy(() -> Certificate.of(stuffed)).isInstanceOf(Asn1Exception.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
  }

  /** NameConstraints with that many excluded names, all different. */
  private static byte[] subtrees(int count) throws IOException {
    List<ASN1Encodable> subtrees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      GeneralName name = new GeneralName(GeneralName.dNSName, "h" + i);
      subtrees.add(new DERSequence(name));
    }
    DERTaggedObject excluded = new DERTaggedObject(false, 1, sequence(subtrees));
    return new DERSequence(excluded).getEncoded("DER");
  }

  @Test
  @Tag("CRL-01")
  void aListIsOfVersion2WithAnEndANumberAndTheKeyThatSigned() throws Exception {
    assertThat(CertificateList.of(rebuilt(CRL.tbs(), parts -> parts)).tbs())
        .isEqualTo(CRL.tbs());
    for (int version : new int[] {0, 2}) {
      noList(parts -> with(parts, 0, new ASN1Integer(version)));
    }
    noList(parts -> without(parts, 0));
    noList(parts -> without(parts, 4));
    noList(parts -> without(parts, parts.size() - 1));
    noList(ProfileTest::repeating);
    assertThatThrownBy(() -> list(PkiOid.CRL_NUMBER)).isInstanceOf(Asn1Exception.class);
    CertificateList unnamed = list(PkiOid.AUTHORITY_KEY);
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class, () -> PathFixture.TRUST.withCrls(List.of(unnamed), NOW));
    assertThat(refusal.rule()).isEqualTo("CRL-02 its signer is not known");
  }

  private static CertificateList list(ObjectIdentifier without) {
    return Forge.crl(
        CRL,
        tbs ->
            new CertificateList.Tbs(
                tbs.signature(),
                tbs.issuer(),
                tbs.thisUpdate(),
                tbs.nextUpdate(),
                tbs.revoked(),
                tbs.extensions().stream().filter(each -> !each.id().equals(without)).toList()),
        WORLD.cca().keys());
  }
}
