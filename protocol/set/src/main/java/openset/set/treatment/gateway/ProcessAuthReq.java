package openset.set.treatment.gateway;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import openset.asn1.Der;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CheckDigests;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANData;
import openset.set.data.card.PANToken;
import openset.set.data.card.TransStain;
import openset.set.data.order.OIData;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.PI;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PITBS;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.SaleDetail;
import openset.set.extension.CardChecks;
import openset.set.message.AuthReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.DD;
import openset.set.operator.Detached;
import openset.set.operator.EX;
import openset.set.operator.EXH;
import openset.set.operator.EncB;
import openset.set.operator.Expected;
import openset.set.operator.Linked;
import openset.set.operator.Opened;
import openset.set.operator.SO;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.PaymentForms;
import openset.set.treatment.WrapperCheck;

/**
 * Proves an authorization request, {@code spec/auth.md}: both signatures where both are required,
 * both digests, all three identities, the amount. Only here is a payment half opened.
 */
public final class ProcessAuthReq {
  private ProcessAuthReq() {}

  /**
   * Who asked for what, proved; enough to answer whatever the decision.
   *
   * @param captureNow whether it is to be captured at once
   */
  public record Request(
      MerchantParty merchant,
      AuthTags authTags,
      AuthReqPayload payload,
      boolean captureNow,
      Optional<SaleDetail> saleDetail) {
    /** What is asked for. */
    public CurrencyAmount authReqAmt() {
      return payload.authReqAmt();
    }

    /** The terminal that the merchant names. */
    public Optional<String> terminalID() {
      return authTags.authRRTags().merTermIDs().terminalID();
    }

    /** Whether more authorizations will follow, for which a token is to be given. */
    public boolean wantsToken() {
      return payload.subsequentAuthInd() || payload.installRecurData().isPresent();
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Who asked. */
    Request request();

    /** Merchant and cardholder agree: ask the issuer. */
    record Agreed(Request request, Account account, Consent consent) implements Outcome {
      /** Nothing of the account. */
      @Override
      public String toString() {
        return "Agreed[" + request.authTags().transIDs().xid() + "]";
      }
    }

    /** No bank is asked; the answer says why. */
    record NotAgreed(Request request, AuthCode authCode, String rule) implements Outcome {}
  }

  /**
   * Whose account the issuer is asked about.
   *
   * @param authenticated what shows that its holder took part; empty where nobody signed
   * @param checks what it may check beside; never kept
   */
  public record Account(
      PAN pan,
      CardExpiry cardExpiry,
      Optional<Authenticated> authenticated,
      CardChecks checks) {
    /** Of a holder who signed, with nothing to check beside. */
    public Account(PAN pan, CardExpiry cardExpiry, Authenticated authenticated) {
      this(pan, cardExpiry, Optional.of(authenticated), CardChecks.NONE);
    }

    /** The same, and where the cardholder said no address, what the merchant was told. */
    Account told(Request asked) {
      return new Account(
          pan,
          cardExpiry,
          authenticated,
          checks.or(asked.payload().avsData()));
    }

    /** Its BIN and last four digits. */
    @Override
    public String toString() {
      return "Account[" + pan + "]";
    }
  }

  /**
   * What shows the issuer that the cardholder took part.
   *
   * @param certificateSerial serial number of the certificate it signed with
   */
  public record Authenticated(TransStain transStain, Der certificateSerial) {}

  /**
   * What the cardholder agreed to, as far as it goes beyond this authorization.
   *
   * @param purchAmt the amount agreed to
   * @param acqBackKeyData key for our message, where one was given
   * @param hOIData the order half it agreed to
   * @param before what was authorized of this purchase before
   */
  public record Consent(
      CurrencyAmount purchAmt,
      Optional<InstallRecurData> installRecurData,
      Optional<BackKeyData> acqBackKeyData,
      Detached<OIData> hOIData,
      Before before) {
    /** What our receipt is sealed under and about. */
    public Optional<CreateAuthRes.Back> back() {
      return acqBackKeyData.map(key -> new CreateAuthRes.Back(key, hOIData));
    }
  }

  /** How many authorizations there were, and what they hold or captured together. */
  public record Before(int count, CurrencyAmount total) {}

  /**
   * What the gateway itself brings to an authorization.
   *
   * @param chain what it approved of this purchase before; empty where nothing
   * @param allowances what each acquirer allows, by its BIN
   */
  public record Given(
      Optional<ProcessAuthToken.Chain> chain, Function<String, Allowed> allowances) {
    /** A first authorization, and nothing special is allowed. */
    public static final Given FIRST = new Given(Optional.empty(), acquirer -> Allowed.PLAIN);

    Allowed allowed(MerchantParty merchant) {
      return allowances.apply(merchant.acquirerBin());
    }
  }

  /**
   * What an acquirer allows its merchants.
   *
   * @param captureNow whether sales are authorized and captured at once
   * @param tolerance by how many thousandths of PurchAmt more may be authorized than that
   * @param unsigned which of them may have purchases that no cardholder signed
   */
  public record Allowed(boolean captureNow, int tolerance, Set<MerchantID> unsigned) {
    /** No sale, not a cent more than the cardholder agreed to, and nothing unsigned. */
    public static final Allowed PLAIN = new Allowed(false, 0);

    /** Copies the set. */
    public Allowed {
      unsigned = Set.copyOf(unsigned);
    }

    /** With nothing unsigned. */
    public Allowed(boolean captureNow, int tolerance) {
      this(captureNow, tolerance, Set.of());
    }

    /** The most that may be authorized where so much was agreed to. */
    public CurrencyAmount most(CurrencyAmount purchAmt) {
      long more = Math.multiplyExact(purchAmt.minor(), (long) tolerance) / 1000;
      return purchAmt.plus(new CurrencyAmount(purchAmt.currency(), more));
    }
  }

  /** Checks a request for a first authorization, where nothing special is allowed. */
  public static Outcome process(
      MessageWrapper wrapper, AuthReq request, OpeningCredential own, Means means)
      throws Refused {
    return process(wrapper, request, own, Given.FIRST, means);
  }

  /**
   * Checks {@code request}.
   *
   * @param own opens for the brand asked for
   * @param given what the gateway knows and allows
   * @throws Refused where the message is not the merchant's, or cannot be read
   */
  public static Outcome process(
      MessageWrapper wrapper, AuthReq request, OpeningCredential own, Given given, Means means)
      throws Refused {
    // AuthReq-P-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // AuthReq-P-02: sealed to us, signed by a merchant of the brand, PI bound as baggage.
    Verified<AuthReqData> opened =
        EncB.open(
            own, request.encB(), Forms.AUTH_REQ, MerchantParty.signing(own, means));
    Request asked = asked(wrapper, opened, means);
    PI pi = request.encB().baggage().value();
    Allowed allowed = given.allowed(asked.merchant());
    if (pi instanceof PIUnsigned) {
      Optional<Outcome> signature = signatureRequired(asked, allowed, own);
      if (signature.isPresent()) return signature.get();
    }
    // AuthReq-P-07: it is captured at once only where the acquirer allows that.
    if (asked.captureNow() && !allowed.captureNow()) {
      return new Outcome.NotAgreed(asked, AuthCode.captureNotSupported, "AuthReq-P-07");
    }
    // AuthReq-P-22: a terminal is named as it fits into element 41 of the host link.
    if (asked.terminalID().filter(id -> !MerTermIDs.fitsHost(id)).isPresent()) {
      return new Outcome.NotAgreed(asked, AuthCode.invalidTransaction, "AuthReq-P-22");
    }
    // AuthReq-P-06: the merchant's own digests come with every payment half, and with no token.
    Optional<CheckDigests> digests = opened.value().authReqItem().checkDigests();
    if (digests.isPresent() == pi instanceof AuthToken) {
      return new Outcome.NotAgreed(asked, AuthCode.invalidTransaction, "AuthReq-P-06");
    }
    return switch (pi) {
      case PIDualSigned dual ->
          signed(new Sent(asked, allowed, digests.orElseThrow()), dual, own, means);
      case PIUnsigned unsigned ->
          unsigned(new Sent(asked, allowed, digests.orElseThrow()), unsigned, own, means);
      case AuthToken token -> ProcessAuthToken.process(asked, token, given, means);
    };
  }

  /** What the merchant sent beside a payment half. */
  private record Sent(Request asked, Allowed allowed, CheckDigests digests) {}

  private static Optional<Outcome> signatureRequired(
      Request asked, Allowed allowed, OpeningCredential own) {
    // AuthReq-P-05: the cardholder's signature, unless our certificate and the acquirer waive it.
    boolean waived =
        !own.certificate().cardCertRequired()
            && allowed.unsigned().contains(asked.merchant().merchantID());
    if (!waived) return not(asked, AuthCode.signatureRequired, "AuthReq-P-05");
    // AuthReq-P-19: what nobody signed is authorized once; nothing follows from it.
    return asked.wantsToken()
        ? not(asked, AuthCode.signatureRequired, "AuthReq-P-19")
        : Optional.empty();
  }

  private static Request asked(
      MessageWrapper wrapper, Verified<AuthReqData> opened, Means means) throws Refused {
    AuthTags tags = opened.value().authReqItem().authTags();
    // AuthReq-P-03: identifiers outside are those inside; the request is fresh.
    WrapperCheck.sameRRPID(wrapper, tags.authRRTags().rrpid());
    WrapperCheck.sameIDs(wrapper, tags.transIDs());
    WrapperCheck.age(tags.authRRTags().currentDate(), means);
    WrapperCheck.extensions(opened.value().authReqItem().authReqPayload().aRqExtensions());
    if (opened.value().saleDetail().isPresent()) {
      WrapperCheck.extensions(opened.value().saleDetail().get());
    }
    // AuthReq-P-04: MerchantID is the one certified, and its key-exchange certificate came along.
    MerchantParty merchant =
        MerchantParty.of(
            opened, tags.authRRTags().merTermIDs().merchantID(), means, "AuthReq-P-04");
    AuthReqPayload payload = opened.value().authReqItem().authReqPayload();
    if (payload.installRecurData().isPresent()) {
      WrapperCheck.extensions(payload.installRecurData().get());
    }
    return new Request(
        merchant, tags, payload, opened.value().captureNow(), opened.value().saleDetail());
  }

  private static Outcome signed(
      Sent sent, PIDualSigned dual, OpeningCredential own, Means means) throws Refused {
    // AuthReq-P-08: the payment half opens, and its own link holds.
    Opened<Linked<PIHead, OIData>, PANData> half =
        EX.open(own, dual.exPIData(), PaymentForms.PI_DUAL_SIGNED);
    PIHead head = half.value().value();
    PANData pan = half.extra();
    // AuthReq-P-09: one dual signature over the digest of this half and of the order half.
    PITBS tbs =
        new PITBS(
            DD.ofValue(PIData.CONTENT, new PIData(head, pan)), half.value().link());
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, own.certificate().subject().organization());
    Verified<PITBS> signed =
        SO.verify(
            dual.piSignature(),
            PITBS.CONTENT,
            tbs,
            Expected.of(card, means.trust(), means.now()));
    extensions(head);
    Optional<Outcome> disagreement = disagreement(sent, head, tbs.hOIData(), own, means);
    if (disagreement.isPresent()) return disagreement.get();
    // AuthReq-P-14: the account is the one the certificate was issued for. Told as a plain decline.
    String holder = pan.panSecret().cardholderId(pan.pan(), pan.cardExpiry());
    if (!signed.signer().certificate().subject().commonName().equals(Optional.of(holder))) {
      return new Outcome.NotAgreed(sent.asked, AuthCode.declined, "AuthReq-P-14");
    }
    Authenticated authenticated =
        new Authenticated(
            head.transStain(),
            Der.of(signed.signer().certificate().serialNumber().toByteArray()));
    Account account =
        new Account(
            pan.pan(),
            pan.cardExpiry(),
            Optional.of(authenticated),
            CardChecks.of(head.piExtensions()));
    return agreed(sent.asked, head, account, tbs.hOIData());
  }

  /** The same without what rests on the cardholder's certificate: P-09 and P-14. */
  private static Outcome unsigned(
      Sent sent, PIUnsigned unsigned, OpeningCredential own, Means means) throws Refused {
    // AuthReq-P-08: the payment half opens, and its own link holds.
    Opened<Linked<PIHead, OIData>, PANToken> half =
        EXH.open(own, unsigned.exhPIData(), PaymentForms.PI_UNSIGNED);
    PIHead head = half.value().value();
    Detached<OIData> hOIData = half.value().link();
    extensions(head);
    Optional<Outcome> disagreement = disagreement(sent, head, hOIData, own, means);
    if (disagreement.isPresent()) return disagreement.get();
    // AuthReq-P-20: who has a card secret has a certificate, and signs.
    if (!head.transStain().equals(CardSecret.NONE.stain(head.transIDs().xid()))) {
      return new Outcome.NotAgreed(sent.asked, AuthCode.signatureRequired, "AuthReq-P-20");
    }
    PANToken token = half.extra();
    Account account =
        new Account(
            token.pan(),
            token.cardExpiry(),
            Optional.empty(),
            CardChecks.of(head.piExtensions()));
    return agreed(sent.asked, head, account, hOIData);
  }

  private static void extensions(PIHead head) throws Refused {
    WrapperCheck.extensions(head.piExtensions());
    if (head.installRecurData().isPresent()) {
      WrapperCheck.extensions(head.installRecurData().get());
    }
  }

  private static Outcome agreed(
      Request asked, PIHead head, Account account, Detached<OIData> hOIData) {
    CurrencyAmount purchAmt = head.inputs().purchAmt();
    Consent consent =
        new Consent(
            purchAmt,
            head.installRecurData(),
            head.acqBackKeyData(),
            hOIData,
            new Before(0, CurrencyAmount.zero(purchAmt.currency())));
    return new Outcome.Agreed(asked, account.told(asked), consent);
  }

  private static Optional<Outcome> disagreement(
      Sent sent,
      PIHead head,
      Detached<OIData> hOIData,
      OpeningCredential own,
      Means means) {
    Request asked = sent.asked;
    // AuthReq-P-10: merchant and cardholder mean the same order.
    boolean sameOrder =
        sent.digests.hOIData().equals(hOIData)
            && sent.digests.hod2().equals(head.inputs().hod());
    if (!sameOrder) return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-10");
    // AuthReq-P-11: the same purchase.
    if (!head.transIDs().equals(asked.authTags().transIDs())) {
      return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-11");
    }
    // AuthReq-P-12: the cardholder means this merchant and this gateway.
    boolean sameParties =
        head.merchantID().equals(asked.merchant().merchantID())
            && head.merchantThumb().equals(asked.merchant().thumb())
            && head.gatewayThumb().equals(CertThumb.of(own.certificate()));
    if (!sameParties) return not(asked, AuthCode.piAuthMismatch, "AuthReq-P-12");
    // AuthReq-P-13: some amount, and no more than was agreed to and the acquirer tolerates.
    CurrencyAmount agreed = head.inputs().purchAmt();
    CurrencyAmount wanted = asked.authReqAmt();
    boolean within =
        wanted.isPositive()
            && wanted.sameCurrency(agreed)
            && !wanted.exceeds(sent.allowed.most(agreed));
    if (!within) return not(asked, AuthCode.amountError, "AuthReq-P-13");
    // AuthReq-P-16: instalments and recurrence are those the cardholder signed.
    if (!asked.payload().installRecurData().equals(head.installRecurData())) {
      return not(asked, AuthCode.installRecurMismatch, "AuthReq-P-16");
    }
    // AuthReq-P-17: what recurs has not expired.
    if (Recurrence.isOver(head.installRecurData(), means.now())) {
      return not(asked, AuthCode.recurringExpired, "AuthReq-P-17");
    }
    return Optional.empty();
  }

  private static Optional<Outcome> not(Request asked, AuthCode code, String rule) {
    return Optional.of(new Outcome.NotAgreed(asked, code, rule));
  }
}
