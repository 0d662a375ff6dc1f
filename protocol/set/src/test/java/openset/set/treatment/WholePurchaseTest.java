package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.AsSent;
import openset.crypto.Suite;
import openset.pki.Trust;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.message.AuthReq;
import openset.set.message.AuthRes;
import openset.set.message.CapReq;
import openset.set.message.CapRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.message.PReq;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.gateway.CreateCapRes;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.gateway.ProcessCapReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.CreateCapReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.set.treatment.merchant.ProcessCapRes;
import openset.set.treatment.merchant.ProcessPInitReq;
import openset.set.treatment.merchant.ProcessPReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One purchase through all treatments, each message as octets between two participants. */
final class WholePurchaseTest {
  private static final AsSent<Offer> OFFER = PurchaseWorld.offer(1490);

  static Stream<PurchaseWorld> worlds() {
    Suite c = Suite.CLASSICAL;
    Suite e = Suite.EDWARDS;
    return Stream.of(
        new PurchaseWorld(c, c, c), new PurchaseWorld(e, e, e), new PurchaseWorld(c, e, c));
  }

  /** How far a purchase has come, step by step. */
  private static final class Run {
    final PurchaseWorld world;
    final Means means;
    CreatePInitReq.Created pInitReq;
    CreatePInitRes.Created pInitRes;
    ProcessPInitRes.Proved proved;
    CreatePReq.Created pReq;
    AcceptedOrder order;
    CreateAuthReq.Created authReq;

    Run(PurchaseWorld world) {
      this.world = world;
      this.means = world.means();
    }

    Run opened() throws Refused {
      return opened(means.trust());
    }

    Run opened(Trust wallet) throws Refused {
      pInitReq =
          CreatePInitReq.create(
              new CreatePInitReq.Of(
                  LocalID.ofText("wallet-1"),
                  OFFER.value().lidM(),
                  world.card.brandID(),
                  world.card.bin(),
                  new Language("en")),
              means);
      MessageWrapper request = sent(pInitReq.wrapper());
      PInitReq init = (PInitReq) request.message();
      ProcessPInitReq.process(request, init, OFFER.value(), means);
      pInitRes =
          CreatePInitRes.create(
              init,
              OFFER,
              new CreatePInitRes.With(world.merchantSigning, world.gateway()),
              means);
      MessageWrapper answer = sent(pInitRes.wrapper());
      proved =
          ProcessPInitRes.process(
              answer,
              (PInitRes) answer.message(),
              pInitReq.asked(),
              OFFER,
              world.means(wallet));
      return this;
    }

    Run ordered(AsSent<Offer> agreed) throws Refused {
      pReq = CreatePReq.create(proved, agreed, world.card, means);
      return this;
    }

    ProcessPReq.Outcome atMerchant() throws Refused {
      MessageWrapper request = sent(pReq.wrapper());
      return ProcessPReq.process(
          request,
          (PReq) request.message(),
          new ProcessPReq.Known(pInitRes.sale(), OFFER.value(), Optional.empty()),
          means);
    }

    Run accepted() throws Refused {
      order = ((ProcessPReq.Outcome.Accepted) atMerchant()).order();
      authReq = CreateAuthReq.create(order, world.asMerchant(), means);
      return this;
    }

    ProcessAuthReq.Outcome atGateway() throws Refused {
      MessageWrapper request = sent(authReq.wrapper());
      return ProcessAuthReq.process(
          request, (AuthReq) request.message(), world.gatewayOpening, means);
    }

    ProcessAuthRes.Outcome answered(AuthCode code) throws Refused {
      ProcessAuthReq.Outcome.Agreed agreed = (ProcessAuthReq.Outcome.Agreed) atGateway();
      CreateAuthRes.Back back =
          new CreateAuthRes.Back(
              agreed.piHead().acqBackKeyData().orElseThrow(), agreed.cardholder().hOIData());
      CurrencyAmount asked = agreed.request().authReqAmt();
      CreateAuthRes.Decided decided =
          code == AuthCode.approved
              ? new CreateAuthRes.Decided(code, asked, Optional.of("123456"), Optional.of(back))
              : CreateAuthRes.Decided.not(code, asked, Optional.of(back));
      MessageWrapper answer =
          sent(
              CreateAuthRes.create(
                  CreateAuthRes.To.merchant(agreed.request()), decided, world.asGateway(), means));
      return ProcessAuthRes.process(
          answer,
          (AuthRes) answer.message(),
          new ProcessAuthRes.Asked(
              authReq.authTags(),
              order.purchAmt(),
              order.brandID(),
              CertThumb.of(world.merchantSigning.certificate()),
              world.merchantOpening),
          means);
    }

    ProcessPRes.Outcome atWallet(MessageWrapper pRes) throws Refused {
      MessageWrapper answer = sent(pRes);
      return ProcessPRes.process(answer, (PRes) answer.message(), pReq.asked(), means);
    }

    MessageWrapper pRes(ProcessAuthRes.Outcome outcome) {
      return CreatePRes.authorized(
          CreatePRes.To.order(order), outcome, order.purchAmt(), world.merchantSigning, means);
    }
  }

  private static MessageWrapper sent(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.decode(MessageWrapper.TYPE.encode(wrapper));
  }

  private static PurchaseWorld classical() {
    return new PurchaseWorld(Suite.CLASSICAL, Suite.CLASSICAL, Suite.CLASSICAL);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void aPurchaseIsConfirmedByTheGatewaysOwnReceipt(PurchaseWorld world) throws Refused {
    Run run = new Run(world).opened().ordered(OFFER).accepted();
    ProcessAuthRes.Outcome outcome = run.answered(AuthCode.approved);
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.approvalCode()).contains("123456");
    ProcessPRes.Outcome told = run.atWallet(run.pRes(outcome));
    assertThat(told).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    assertThat(((ProcessPRes.Outcome.Confirmed) told).receipt().authAmt())
        .isEqualTo(OFFER.value().total());
  }

  @Test
  void aDeclineRunsToItsEndWithTheGatewaysReceipt() throws Refused {
    Run run = new Run(classical()).opened().ordered(OFFER).accepted();
    ProcessAuthRes.Outcome outcome = run.answered(AuthCode.declined);
    assertThat(outcome.approved()).isFalse();
    assertThat(outcome.capToken()).isEmpty();
    assertThat(run.atWallet(run.pRes(outcome)))
        .isInstanceOf(ProcessPRes.Outcome.Declined.class);
  }

  @Test
  @Tag("P28")
  void theMerchantsWordAloneConfirmsNothing() throws Refused {
    Run run = new Run(classical()).opened().ordered(OFFER).accepted();
    ProcessAuthRes.Outcome invented =
        new ProcessAuthRes.Outcome(
            AuthCode.approved,
            OFFER.value().total(),
            Optional.of("654321"),
            Optional.empty(),
            Optional.empty());
    assertThat(run.atWallet(run.pRes(invented)))
        .isInstanceOf(ProcessPRes.Outcome.NotConfirmed.class);
  }

  @Test
  @Tag("P09")
  @Tag("P11")
  @Tag("PReq-M-09")
  void anOrderThatDiffersByOneCentIsRejectedAndNoBankAsked() throws Refused {
    Run run = new Run(classical()).opened().ordered(PurchaseWorld.offer(1489));
    assertThat(run.atMerchant()).isInstanceOf(ProcessPReq.Outcome.Rejected.class);
  }

  @Test
  @Tag("P14")
  @Tag("AuthReq-P-12")
  void aPaymentForAnotherGatewayIsNotAgreed() throws Refused {
    PurchaseWorld world = classical();
    Run run = new Run(world).opened().ordered(OFFER).accepted();
    MessageWrapper request = sent(run.authReq.wrapper());
    PurchaseWorld other = classical();
    assertThatThrownBy(
            () ->
                ProcessAuthReq.process(
                    request, (AuthReq) request.message(), other.gatewayOpening, run.means))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aWalletThatKnowsTheRootAloneProvesMerchantAndGateway() throws Refused {
    PurchaseWorld world = classical();
    Run run = new Run(world).opened(world.rootOnly());
    assertThat(run.proved.merchantName()).isEqualTo("Lantern Books");
  }

  @Test
  void aRevokedMerchantIsRefusedByTheWallet() {
    PurchaseWorld world = classical();
    Trust revoked = world.trust(world.merchantSigning.certificate());
    assertThatThrownBy(() -> new Run(world).opened(revoked)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void whatWasShippedIsCapturedAndNeverMoreThanApproved(PurchaseWorld world) throws Refused {
    Run run = new Run(world).opened().ordered(OFFER).accepted();
    ProcessAuthRes.Outcome outcome = run.answered(AuthCode.approved);
    CurrencyAmount all = OFFER.value().total();
    CreateCapReq.Created request =
        CreateCapReq.create(
            new CreateCapReq.Capture(
                run.authReq.authTags(), outcome.capToken().orElseThrow(), all),
            world.asMerchant(),
            run.means);
    MessageWrapper wrapper = sent(request.wrapper());
    CurrencyAmount none = CurrencyAmount.zero(all.currency());
    ProcessCapReq.Outcome booked =
        ProcessCapReq.process(
            wrapper,
            (CapReq) wrapper.message(),
            Optional.of(new ProcessCapReq.Known(all, none)),
            world.gatewayOpening,
            run.means);
    assertThat(booked).isInstanceOf(ProcessCapReq.Outcome.Agreed.class);
    MessageWrapper answer =
        sent(
            CreateCapRes.create(
                CreateCapRes.To.merchant(booked.request()),
                CapCode.success,
                all,
                world.gatewaySigning,
                run.means));
    CapResPayload payload =
        ProcessCapRes.process(
            answer,
            (CapRes) answer.message(),
            new ProcessCapRes.Asked(
                request.capRRTags(), request.item(), run.order.brandID(), world.merchantOpening),
            run.means);
    assertThat(payload.capAmt()).isEqualTo(all);
    ProcessCapReq.Outcome unknown =
        ProcessCapReq.process(
            wrapper,
            (CapReq) wrapper.message(),
            Optional.empty(),
            world.gatewayOpening,
            run.means);
    assertThat(((ProcessCapReq.Outcome.NotAgreed) unknown).capCode())
        .isEqualTo(CapCode.unknownXID);
    ProcessCapReq.Outcome twice =
        ProcessCapReq.process(
            wrapper,
            (CapReq) wrapper.message(),
            Optional.of(new ProcessCapReq.Known(all, CurrencyAmount.of("EUR", 1))),
            world.gatewayOpening,
            run.means);
    assertThat(((ProcessCapReq.Outcome.NotAgreed) twice).capCode())
        .isEqualTo(CapCode.invalidAuthData);
  }
}
