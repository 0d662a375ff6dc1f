package openset.set.treatment.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.Refused;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqItem;
import openset.set.data.auth.CheckDigests;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** AuthReq as the merchant makes it: opened here with the gateway's key. */
final class CreateAuthReqTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final PurchaseWorld WORLD = HONEST.world;

  private static AuthReq sent(MessageWrapper wrapper) {
    return (AuthReq) Receivers.sent(wrapper).message();
  }

  private static Verified<AuthReqData> opened() throws Refused {
    Required merchant =
        Required.of(CertificateType.MER, KeyUse.SIGN, PurchaseWorld.BRAND);
    return EncB.open(
        WORLD.gatewayOpening,
        sent(HONEST.authReq.wrapper()).encB(),
        Forms.AUTH_REQ,
        Expected.of(merchant, WORLD.trust(), PurchaseWorld.NOW));
  }

  @Test
  @Tag("AuthReq-M-01")
  void eachAuthorizationHasANewRrpidAndNamesTheMerchantAsCertified() throws Refused {
    CreateAuthReq.Created again =
        CreateAuthReq.create(HONEST.order, WORLD.asMerchant(), HONEST.means);
    assertThat(again.authTags().authRRTags().rrpid())
        .isNotEqualTo(HONEST.authReq.authTags().authRRTags().rrpid())
        .isNotEqualTo(HONEST.order.rrpid());
    AuthReqItem item = opened().value().authReqItem();
    assertThat(item.authTags()).isEqualTo(HONEST.authReq.authTags());
    assertThat(item.authTags().authRRTags().merTermIDs().merchantID().id())
        .isEqualTo(
            WORLD.merchantSigning.certificate().merchantData().orElseThrow().id());
    assertThat(item.authTags().transIDs()).isEqualTo(HONEST.order.transIDs());
    assertThat(item.authReqPayload().authReqAmt()).isEqualTo(HONEST.order.purchAmt());
  }

  @Test
  @Tag("AuthReq-M-02")
  void bothDigestsOfOurOwnMakingGoAlongAndThePaymentHalfUnopened() throws Refused {
    AcceptedOrder.Proof proof = HONEST.order.proof();
    assertThat(opened().value().authReqItem().checkDigests())
        .contains(new CheckDigests(proof.hOIData(), proof.hod2()));
    assertThat(sent(HONEST.authReq.wrapper()).encB().baggage().der())
        .isEqualTo(proof.pi().der());
  }

  @Test
  @Tag("AuthReq-M-03")
  void ourKeyExchangeCertificateGoesAlong() throws Refused {
    assertThat(opened().enclosedCertificates())
        .contains(WORLD.merchantOpening.certificate());
  }
}
