package openset.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.authority.office.ListOffice;
import openset.authority.world.CertificationAuthority;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import openset.pki.issue.RevocationReason;
import openset.set.treatment.endentity.ProcessCertRes.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** CRLs and brand CRL identifiers: when they come, what they say, that they never go back. */
@Timeout(120)
class PublishingTest {
  private static final Required CARD =
      Required.of(CertificateType.CARD, KeyUse.SIGN, Hall.BRAND);

  private final Hall hall = new Hall();

  @AfterEach
  void close() {
    hall.close();
  }

  @Test
  void theCeremonysListsAreTakenOverAndRenewedEachDay() throws Exception {
    assertThat(numbers()).containsOnly(BigInteger.ONE);
    hall.authority.publishDue();
    assertThat(numbers()).containsOnly(BigInteger.ONE);
    hall.pass(Duration.ofHours(24));
    hall.authority.publishDue();
    assertThat(numbers()).containsOnly(BigInteger.TWO);
    hall.authority.publishDue();
    assertThat(numbers()).containsOnly(BigInteger.TWO);
    assertThat(identifier().sequenceNumber()).isEqualTo(BigInteger.TWO);
    hall.stop();
    hall.pass(Duration.ofDays(20));
    hall.start();
    assertThat(numbers()).containsOnly(BigInteger.valueOf(3));
    assertThat(hall.trust().crls()).hasSize(5);
  }

  @Test
  @Tag("CRL-09")
  void aRevokedCardIsRefusedAtOnceByWhoeverHoldsWhatIsPublished() throws Exception {
    Certificate certificate = certified();
    Trust before = hall.trust();
    assertThat(hall.authority.revoke(certificate, RevocationReason.KEY_COMPROMISE)).isTrue();
    assertThat(hall.authority.revoke(certificate, RevocationReason.KEY_COMPROMISE)).isFalse();
    Trust after = hall.authority.trust().heldBy(before, hall.now.get());
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class,
            () -> after.validate(certificate, List.of(), CARD, hall.now.get()));
    assertThat(refusal.reason()).isEqualTo(Untrusted.Reason.REVOKED);
    assertThat(identifier().crls())
        .containsExactlyInAnyOrderElementsOf(
            hall.authority.trust().crls().stream()
                .filter(crl -> crl.issuer().organization().equals(Hall.BRAND))
                .map(BrandCrlIdentifier.CrlIdentifier::of)
                .toList());
  }

  @Test
  @Tag("C17")
  void whoKeepsTheOldListBackIsNoticedByTheBrandsIdentifier() throws Exception {
    Certificate certificate = certified();
    TrustBundle before = hall.authority.trust();
    hall.authority.revoke(certificate, RevocationReason.KEY_COMPROMISE);
    TrustBundle after = hall.authority.trust();
    Trust root = Trust.in(List.of(Hall.world().root().certificate()));
    Trust deceived =
        new TrustBundle(before.certificates(), before.crls(), after.brandCrls())
            .heldBy(root, hall.now.get());
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class,
            () -> deceived.validate(certificate, List.of(), CARD, hall.now.get()));
    assertThat(refusal.reason()).isEqualTo(Untrusted.Reason.NOT_CURRENT_CRL);
  }

  @Test
  void anAuthorityCanBeRevokedByItsBrand() throws Exception {
    CertificationAuthority gateways = Hall.world().brand(Hall.BRAND).orElseThrow().gateways();
    Certificate agree = gateways.opening().orElseThrow().certificate();
    assertThat(hall.authority.revoke(agree, RevocationReason.SUPERSEDED)).isTrue();
    Required required = Required.of(CertificateType.PCA, KeyUse.AGREE, Hall.BRAND);
    Trust trust = hall.trust();
    assertThat(
            catchThrowableOfType(
                    Untrusted.class,
                    () -> trust.validate(agree, List.of(), required, hall.now.get()))
                .reason())
        .isEqualTo(Untrusted.Reason.REVOKED);
  }

  @Test
  @Tag("R08")
  void twoNodesThatPublishAtOnceNeverGiveANumberTwice() throws Exception {
    hall.pass(Duration.ofHours(24));
    List<ListOffice> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(
          new ListOffice(
              Hall.world(), hall.database.transactions(), hall.clock(), ListOffice.Pace.USUAL));
    }
    CertificationAuthority cca = Hall.world().brand(Hall.BRAND).orElseThrow().cardholders();
    List<Callable<Void>> work = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      for (ListOffice node : nodes) {
        work.add(
            () -> {
              node.renew(cca);
              return null;
            });
      }
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(work)) done.get();
    }
    List<BigInteger> numbers = published();
    assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers).hasSize(21);
    assertThat(numbers).contains(BigInteger.valueOf(21));
    hall.authority.publishDue();
    assertThat(hall.trust().crls()).hasSize(5);
  }

  @Test
  @Tag("R13")
  void anAuthorityDoesNotStartWhereItWouldSignBeforeItsLastSignature() {
    hall.pass(Duration.ofDays(2));
    hall.authority.publishDue();
    hall.stop();
    hall.now.set(Hall.START.plus(Duration.ofHours(30)));
    hall.database
        .transactions()
        .perform(
            tx -> tx.handle().execute("update published_list set der = null where number > 1"));
    assertThatThrownBy(hall::start).isInstanceOf(ListOffice.ClockWentBack.class);
    hall.now.set(Hall.START.plus(Duration.ofDays(3)));
    hall.start();
    // The numbers that were given out before are burnt, not used again.
    assertThat(numbers()).containsOnly(BigInteger.valueOf(3));
  }

  private Certificate certified() throws Exception {
    Outcome outcome = new Wallet(hall).register(TestBank.SECRET_ANSWER);
    return ((Outcome.Certified) outcome).signature().certificate();
  }

  private List<BigInteger> numbers() {
    return hall.authority.trust().crls().stream().map(CertificateList::number).toList();
  }

  private BrandCrlIdentifier identifier() {
    return hall.authority.trust().brandCrls().getFirst();
  }

  /** The numbers in the CRLs of the CCA as they were signed. */
  private List<BigInteger> published() {
    CertificationAuthority cca = Hall.world().brand(Hall.BRAND).orElseThrow().cardholders();
    return hall.database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery("select der from published_list where kind = 'crl'")
                    .map((row, context) -> CertificateList.of(row.getBytes(1)))
                    .list())
        .stream()
        .filter(crl -> crl.issuer().equals(cca.certificate().subject()))
        .map(CertificateList::number)
        .toList();
  }
}
