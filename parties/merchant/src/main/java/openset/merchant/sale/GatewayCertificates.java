package openset.merchant.sale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertRes;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreatePCertReq;
import openset.set.treatment.merchant.Gateway;
import openset.set.treatment.merchant.ProcessPCertRes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key-exchange certificate of a gateway for one brand, {@code spec/pcert.md}: asked for when it
 * is wanted and not there, or no longer good. A gateway that is away is asked again later, so that
 * nobody need be told when it is back.
 */
public final class GatewayCertificates {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayCertificates.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Peers peers;
  private final String gatewayUrl;
  private final BrandID brandID;
  private final SigningCredential signing;
  private Optional<Certificate> known = Optional.empty();
  private Instant notBefore = Instant.MIN;

  /**
   * Nothing known yet.
   *
   * @param gatewayUrl where the gateway takes requests
   * @param signing signs for the brand
   */
  public GatewayCertificates(
      Peers peers, String gatewayUrl, BrandID brandID, SigningCredential signing) {
    this.peers = peers;
    this.gatewayUrl = gatewayUrl;
    this.brandID = brandID;
    this.signing = signing;
  }

  /** The gateway, proved now; empty where it does not answer or has no such certificate. */
  public synchronized Optional<Gateway> gateway(Means means) {
    Optional<Gateway> held = known.flatMap(certificate -> proved(certificate, means));
    if (held.isPresent() || means.now().isBefore(notBefore)) return held;
    Optional<Gateway> fetched = fetched(means);
    known = fetched.map(gateway -> gateway.keyExchange().certificate());
    if (fetched.isEmpty()) notBefore = means.now().plus(PAUSE);
    return fetched;
  }

  private Optional<Gateway> proved(Certificate certificate, Means means) {
    Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, brandID.name());
    try {
      TrustedCertificate proved =
          means.trust().validate(certificate, List.of(), required, means.now());
      List<Certificate> all = new ArrayList<>(List.of(proved.certificate()));
      all.addAll(proved.chain().subList(0, proved.chain().size() - 1));
      return Optional.of(new Gateway(proved, all));
    } catch (Untrusted e) {
      LOG.warn("the gateway's certificate is no longer good: {}", e.rule());
      return Optional.empty();
    }
  }

  private Optional<Gateway> fetched(Means means) {
    CreatePCertReq.Created created =
        CreatePCertReq.create(
            List.of(BrandAndBIN.of(brandID)), List.of(), signing, means);
    Der request = Der.of(MessageWrapper.TYPE.encode(created.wrapper()));
    return switch (peers.ask(gatewayUrl, request)) {
      case Peers.Reply.Nothing(String why) -> {
        LOG.warn("no certificate of the gateway: {}", why);
        yield Optional.empty();
      }
      case Peers.Reply.Bytes(Der answer) -> told(created, answer, means);
    };
  }

  private Optional<Gateway> told(
      CreatePCertReq.Created created, Der answer, Means means) {
    try {
      MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer.bytes());
      if (!(wrapper.message() instanceof PCertRes told)) {
        LOG.warn("no certificate of the gateway: it answered {}", wrapper.message().name());
        return Optional.empty();
      }
      ProcessPCertRes.Asked asked =
          new ProcessPCertRes.Asked(
              created.pCertRRTags(), created.brandAndBINSeq(), brandID, List.of());
      ProcessPCertRes.Given given = ProcessPCertRes.process(wrapper, told, asked, means);
      given.refused().forEach((brand, code) -> LOG.warn("no certificate: {} {}", brand, code));
      return Optional.ofNullable(given.gateways().get(brandID.name()));
    } catch (Asn1Exception e) {
      LOG.warn("no certificate of the gateway: its answer cannot be read");
      return Optional.empty();
    } catch (Refused refused) {
      LOG.warn("no certificate of the gateway: {}", refused.rule());
      return Optional.empty();
    }
  }
}
