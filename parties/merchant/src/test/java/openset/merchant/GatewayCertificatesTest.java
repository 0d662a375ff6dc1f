package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.merchant.sale.GatewayCertificates;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.certificate.PCertCode;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreatePCertRes;
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.set.treatment.merchant.Gateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merchant gets its gateway's certificate by itself, also where the gateway was away first. */
final class GatewayCertificatesTest {
  private static final Brand BRAND = new Brand();
  private static final Means MERCHANT =
      BRAND.means(List.of(BRAND.merchantSigning), List.of(BRAND.merchantOpening));
  private static final Means GATEWAY =
      BRAND.means(List.of(BRAND.gatewaySigning), List.of(BRAND.gatewayOpening));

  private final AtomicInteger asked = new AtomicInteger();
  private boolean away;
  private PCertCode code = PCertCode.success;
  private final GatewayCertificates certificates =
      new GatewayCertificates(
          this::ask,
          "https://gateway.example/set",
          new BrandID(Brand.NAME),
          BRAND.merchantSigning);

  private Peers.Reply ask(String destination, Der wrapper) {
    asked.incrementAndGet();
    if (away) return new Peers.Reply.Nothing("away");
    try {
      MessageWrapper came = MessageWrapper.TYPE.decode(wrapper.bytes());
      ProcessPCertReq.Request request =
          ProcessPCertReq.process(came, (PCertReq) came.message(), GATEWAY);
      MessageWrapper answer = CreatePCertRes.create(request, _ -> code, GATEWAY);
      return new Peers.Reply.Bytes(Der.of(MessageWrapper.TYPE.encode(answer)));
    } catch (Refused refused) {
      throw new AssertionError(refused);
    }
  }

  private static Means later(Duration time) {
    Instant then = MERCHANT.now().plus(time);
    return new Means(
        then, MERCHANT.randomness(), MERCHANT.trust(), MERCHANT.keys(), MERCHANT.policy());
  }

  @Test
  @Tag("PCertRes-M-04")
  void theCertificateIsAskedForOnceAndProvedEachTime() {
    Gateway first = certificates.gateway(MERCHANT).orElseThrow();
    assertThat(first.thumb()).isEqualTo(CertThumb.of(BRAND.gatewayOpening.certificate()));
    assertThat(certificates.gateway(MERCHANT).map(Gateway::thumb)).contains(first.thumb());
    assertThat(asked).hasValue(1);
  }

  @Test
  void aGatewayThatWasAwayIsAskedAgainAndNotTooOften() {
    away = true;
    assertThat(certificates.gateway(MERCHANT)).isEmpty();
    assertThat(certificates.gateway(MERCHANT)).isEmpty();
    assertThat(asked).hasValue(1);
    away = false;
    assertThat(certificates.gateway(later(Duration.ofSeconds(2)))).isPresent();
    assertThat(asked).hasValue(2);
  }

  @Test
  @Tag("PCertRes-P-01")
  void aBrandThatTheGatewayDoesNotServeHasNoCertificate() {
    code = PCertCode.brandNotSupported;
    assertThat(certificates.gateway(MERCHANT)).isEqualTo(Optional.empty());
  }
}
