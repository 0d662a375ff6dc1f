package openset.evidence.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.evidence.Agreement;
import openset.evidence.EvidenceBundle;
import openset.evidence.EvidenceOrder;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.set.data.CertThumb;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.order.PublishedOffer;
import openset.set.data.payment.PITBS;
import openset.set.message.PInitResData;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.Verified;

/** The order, the merchant's offer, the cardholder's agreement, and the time of them. */
final class BeforeGateway {
  /** How far the gateway's date may lie behind that of the purchase and still confirm it. */
  private static final Duration NEAR = Duration.ofHours(24);

  private final Inquest inquest;
  private final EvidenceBundle bundle;
  private final Purchase purchase;

  BeforeGateway(Inquest inquest) {
    this.inquest = inquest;
    this.bundle = inquest.bundle();
    this.purchase = inquest.purchase();
  }

  /** EVID-20, EVID-21. */
  void order() {
    inquest.add(purchase.same() ? sameOrder() : otherOrder());
    if (!purchase.same()) return;
    List<EvidenceOrder.ShownLine> lines = bundle.order().lines();
    for (int i = 0; i < lines.size(); i++) inquest.add(line(lines.get(i), i));
  }

  /** EVID-60: what nobody signed is the order of the request, and proved to be no more. */
  private Finding sameOrder() {
    return signed()
        ? Finding.proved(
            Kind.ORDER, "order", Phrase.ORDER_PROVED.words(purchase.amount(), purchase.xid()))
        : Finding.notProved(
            Kind.ORDER,
            "order",
            Cause.ABSENT,
            Phrase.ORDER_UNSIGNED.words(purchase.amount(), purchase.xid()));
  }

  private Finding otherOrder() {
    Phrase phrase = signed() ? Phrase.ORDER_WRONG : Phrase.ORDER_OTHER_UNSIGNED;
    return Finding.wrong(Kind.ORDER, "order", Cause.OTHER_ORDER, phrase.words());
  }

  private boolean signed() {
    return bundle.agreement().isSigned();
  }

  private Finding line(EvidenceOrder.ShownLine shown, int index) {
    OrderLine line = shown.line();
    String part = "order.lines[" + index + "]";
    if (!shown.isOf(purchase.input())) {
      Words words = Phrase.LINE_WRONG.words(line.lineNumber());
      return Finding.wrong(Kind.LINE, part, Cause.OTHER_ORDER, words);
    }
    return Finding.proved(
        Kind.LINE,
        part,
        Phrase.LINE_PROVED.words(
            line.lineNumber(),
            purchase.input().lineCount(),
            line.quantity(),
            line.description(),
            line.article(),
            line.lineTotal()));
  }

  /** EVID-22 to EVID-24. */
  void offer() {
    try {
      inquest.add(content(bundle.published().isPresent() ? published() : shown()));
    } catch (Unproved e) {
      inquest.add(e.as(Kind.OFFER, "pInitRes"));
    }
    gateway();
  }

  /** What the merchant signed in PInitRes. */
  private Detached<Offer> shown() throws Unproved {
    Verified<PInitResData> offer =
        inquest
            .moments()
            .proved(
                bundle.pInitRes(), PInitResData.CONTENT, by(CertificateType.MER, purchase.at()));
    PInitResData said = offer.value();
    OIData meant = purchase.oiData();
    same(said.transIDs().equals(meant.transIDs()), "TransIDs");
    same(said.challC().equals(meant.challC()), "Chall-C");
    same(Optional.of(said.challM()).equals(meant.challM()), "Chall-M");
    named(offer.signer().certificate(), said.peThumb());
    seller(offer.signer().certificate(), Phrase.OFFER_PROVED);
    return said.offerDigest();
  }

  /** EVID-29: what the merchant signed when it published its offer. */
  private Detached<Offer> published() throws Unproved {
    Verified<PublishedOffer> offer =
        inquest
            .moments()
            .proved(
                bundle.published().orElseThrow(),
                PublishedOffer.CONTENT,
                by(CertificateType.MER, purchase.at()));
    PublishedOffer said = offer.value();
    same(purchase.oiData().challM().isEmpty(), "Chall-M");
    same(said.brandID().equals(purchase.oiData().brandID()), "BrandID");
    boolean good =
        !said.notBefore().isAfter(purchase.at().plus(Moments.SKEW))
            && purchase.at().isBefore(said.notAfter());
    if (!good) {
      throw Unproved.wrong(
          Cause.OTHER_TIME,
          Phrase.OFFER_OTHER_TIME.words(said.notBefore(), said.notAfter()));
    }
    named(offer.signer().certificate(), said.peThumb());
    seller(offer.signer().certificate(), Phrase.OFFER_PUBLISHED);
    return said.offerDigest();
  }

  private Moments.By by(CertificateType type, Instant time) {
    Words who =
        switch (type) {
          case CARD -> Phrase.THE_CARDHOLDER.words();
          case MER -> Phrase.THE_MERCHANT.words();
          default -> Phrase.THE_NAMED_GATEWAY.words();
        };
    return new Moments.By(type, purchase.brand(), time, who);
  }

  private void named(Certificate signer, CertThumb peThumb) throws Unproved {
    OIData meant = purchase.oiData();
    if (!CertThumb.of(signer).equals(meant.merchantThumb())) {
      throw Unproved.wrong(Cause.OTHER_MERCHANT, Phrase.OFFER_OTHER_MERCHANT.words());
    }
    if (!peThumb.equals(meant.gatewayThumb())) {
      throw Unproved.wrong(Cause.OTHER_GATEWAY, Phrase.OFFER_OTHER_GATEWAY.words());
    }
  }

  private static void same(boolean same, String field) throws Unproved {
    if (same) return;
    throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.OFFER_OTHER_PURCHASE.words(field));
  }

  private void seller(Certificate certificate, Phrase proved) {
    MerchantData data = certificate.merchantData().orElseThrow();
    String serial = certificate.serialNumber().toString(16);
    Facts.Seller seller =
        new Facts.Seller(
            data.names().getFirst().name(), data.id(), certificate.uri(), serial);
    inquest.seller(seller);
    inquest.signed(certificate, purchase.at(), Phrase.MERCHANT.words());
    inquest.add(
        Finding.proved(
            Kind.OFFER,
            "pInitRes",
            proved.words(seller.name(), seller.id(), serial)));
  }

  private Finding content(Detached<Offer> digest) {
    String part = "pInitRes.offerDigest";
    return switch (bundle.order()) {
      case EvidenceOrder.Part _ ->
          Finding.notProved(
              Kind.OFFER_CONTENT, part, Cause.ABSENT, Phrase.CONTENT_HIDDEN.words());
      case EvidenceOrder.Whole(var offer) ->
          DD.matches(digest, Offer.CONTENT, offer.der())
              ? Finding.proved(Kind.OFFER_CONTENT, part, Phrase.CONTENT_PROVED.words())
              : Finding.wrong(
                  Kind.OFFER_CONTENT, part, Cause.OTHER_ORDER, Phrase.CONTENT_WRONG.words());
    };
  }

  private void gateway() {
    String part = "agreement.oiData.gatewayThumb";
    CertThumb thumb = purchase.oiData().gatewayThumb();
    Optional<Certificate> named =
        inquest.moments().certificates().stream()
            .filter(certificate -> CertThumb.of(certificate).equals(thumb))
            .findFirst();
    if (named.isEmpty()) {
      inquest.add(
          Finding.notProved(
              Kind.GATEWAY, part, Cause.ABSENT, Phrase.GATEWAY_ABSENT.words()));
      return;
    }
    try {
      Certificate proved =
          inquest
              .moments()
              .proved(named.get(), by(CertificateType.PGWY, purchase.at()))
              .certificate();
      inquest.gateway(proved);
      inquest.signed(proved, purchase.at(), Phrase.GATEWAY.words());
      inquest.add(
          Finding.proved(
              Kind.GATEWAY,
              part,
              (signed() ? Phrase.GATEWAY_PROVED : Phrase.GATEWAY_UNSIGNED).words(
                  proved.subject().commonName().orElse(""), purchase.brand())));
    } catch (Unproved e) {
      inquest.add(e.as(Kind.GATEWAY, part));
    }
  }

  /**
   * EVID-25 to EVID-28; EVID-60.
   *
   * @param decidedAt when the gateway decided, as far as it says so
   */
  void agreement(List<Instant> decidedAt) {
    if (signed()) {
      signature(decidedAt);
    } else {
      inquest.add(
          Finding.notProved(
              Kind.AGREEMENT, "agreement", Cause.ABSENT, Phrase.NOT_SIGNED.words()));
    }
    time(decidedAt);
  }

  private void signature(List<Instant> decidedAt) {
    Agreement agreement = bundle.agreement();
    try {
      Verified<PITBS> signed =
          inquest
              .moments()
              .proved(
                  agreement.piSignature(),
                  PITBS.CONTENT,
                  agreement.signed(),
                  by(CertificateType.CARD, purchase.at()));
      buyer(signed.signer().certificate());
      Optional<Instant> decision = decidedAt.stream().filter(this::isNear).findFirst();
      if (decision.isPresent()) stillGood(agreement, decision.get());
    } catch (Unproved e) {
      inquest.add(e.as(Kind.AGREEMENT, "agreement.piSignature"));
    }
  }

  private void buyer(Certificate certificate) {
    String serial = certificate.serialNumber().toString(16);
    Facts.Buyer buyer =
        new Facts.Buyer(
            certificate.subject().commonName().orElse(""),
            String.join(", ", certificate.subject().units()),
            purchase.brand(),
            serial,
            certificate.uri());
    inquest.buyer(buyer);
    inquest.signed(certificate, purchase.at(), Phrase.CARD.words());
    Words agreed = Phrase.AGREED.words(serial, buyer.bank(), buyer.brand());
    Words words =
        certificate.uri().map(Phrase.BY_PASSKEY::words).map(agreed::then).orElse(agreed);
    inquest.add(Finding.proved(Kind.AGREEMENT, "agreement.piSignature", words));
  }

  /** Who colludes with a merchant could date a purchase back to before a card was revoked. */
  private void stillGood(Agreement agreement, Instant decision) {
    Moments.By then =
        new Moments.By(
            CertificateType.CARD,
            purchase.brand(),
            decision,
            Phrase.THE_CARD_LATER.words(decision));
    try {
      inquest
          .moments()
          .proved(agreement.piSignature(), PITBS.CONTENT, agreement.signed(), then);
      inquest.add(
          Finding.proved(
              Kind.AGREEMENT, "agreement.piSignature", Phrase.STILL_GOOD.words(decision)));
    } catch (Unproved e) {
      inquest.add(e.as(Kind.AGREEMENT, "agreement.piSignature"));
    }
  }

  private boolean isNear(Instant decision) {
    return !decision.isBefore(purchase.at().minus(Moments.SKEW))
        && !decision.isAfter(purchase.at().plus(NEAR));
  }

  private void time(List<Instant> decidedAt) {
    String part = "agreement.oiData.transIDs.pReqDate";
    Instant at = purchase.at();
    Optional<Instant> before =
        decidedAt.stream().filter(one -> one.isBefore(at.minus(Moments.SKEW))).findFirst();
    if (inquest.isAhead(at)) {
      inquest.add(
          Finding.wrong(Kind.TIME, part, Cause.OTHER_TIME, Phrase.TIME_AHEAD.words(at)));
    } else if (before.isPresent()) {
      Words words = Phrase.TIME_CONTRADICTS.words(at, before.get());
      inquest.add(Finding.wrong(Kind.TIME, part, Cause.OTHER_TIME, words));
    } else if (decidedAt.stream().anyMatch(this::isNear)) {
      Instant decision = decidedAt.stream().filter(this::isNear).findFirst().orElseThrow();
      Phrase phrase = signed() ? Phrase.TIME_PROVED : Phrase.TIME_UNSIGNED;
      inquest.add(Finding.proved(Kind.TIME, part, phrase.words(at, decision)));
    } else {
      inquest.add(
          Finding.notProved(
              Kind.TIME,
              part,
              Cause.ABSENT,
              (signed() ? Phrase.TIME_OF_TWO : Phrase.TIME_OF_NOBODY).words(at)));
    }
  }
}
