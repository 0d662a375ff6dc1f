package openset.set.treatment.authority;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementPublicKey;
import openset.crypto.BadKey;
import openset.crypto.SigningPublicKey;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.card.BackKeyData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegTemplate;
import openset.set.message.CertReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncX;
import openset.set.operator.Expected;
import openset.set.operator.KeyRule;
import openset.set.operator.Opened;
import openset.set.treatment.FormAnswers;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.WrapperCheck;

/**
 * Proves a request for certificates, {@code spec/registration.md}: that its sender holds the new
 * key and that it is the answer to the form we gave. Decides nothing.
 */
public final class ProcessCertReq {
  private ProcessCertReq() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Whom the answer goes to. */
    To to();

    /** The sender holds the key: ask whoever vouches for it. */
    record Proved(To to, Application application) implements Outcome {}

    /**
     * The answer is CertRes with this status, and nothing else happens.
     *
     * @param failed fields of the form that will not do
     * @param rule for our log
     */
    record NotProved(To to, CertStatusCode status, List<FailedItem> failed, String rule)
        implements Outcome {}
  }

  /** A request as claimed, while its signature is checked. */
  private static final class Claim implements KeyRule<CertReqData> {
    private final Expected holder;
    private Optional<CertReqData> seen = Optional.empty();
    private Optional<String> passkeyOrigin = Optional.empty();
    private Optional<CertThumb> renews = Optional.empty();

    Claim(Expected holder) {
      this.holder = holder;
    }

    void proved(Proof<?> proof) {
      // PK-06: the assertion proves from where the passkey signs.
      passkeyOrigin = proof.passkeyOrigin();
      renews = proof.holder().map(old -> CertThumb.of(old.certificate()));
    }

    boolean renewal() {
      return seen.filter(data -> Wanted.of(data.requestType()).renewal()).isPresent();
    }

    @Override
    public Signers signersOf(CertReqData claim) throws Refused {
      seen = Optional.of(claim);
      // CertReq-A-03: the new signature key speaks for itself, first or where a card renews.
      if (!Wanted.of(claim.requestType()).supported()) {
        throw new Refused(ErrorCode.messageNotSupported, "CertReq-A-03");
      }
      // CertReq-A-04: signed by the new signature key that it names. Told in CertRes.
      Optional<Der> key = claim.publicKeySorE().publicKeyS();
      if (key.isEmpty()) throw new Refused(ErrorCode.signatureFailure, "CertReq-A-04");
      try {
        SigningPublicKey named = SigningPublicKey.of(key.get().bytes());
        // CertReq-A-13: in a renewal the certificate renewed, which is good now, signs too.
        return renewal() ? Signers.both(named, holder) : Signers.newKey(named);
      } catch (BadKey e) {
        throw new Refused(ErrorCode.signatureFailure, "CertReq-A-04");
      }
    }
  }

  /**
   * Checks {@code request}.
   *
   * @param given the form that was given in this registration and has not come back before
   * @param ca the keys of the authority that gave it
   * @throws Refused where the message cannot be read or is not of this exchange
   */
  public static Outcome process(
      MessageWrapper wrapper, CertReq request, FormGiven given, CaCredentials ca, Means means)
      throws Refused {
    // CertReq-A-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    Required card =
        Required.of(CertificateType.CARD, KeyUse.SIGN, given.brandID().name());
    Claim claim = new Claim(Expected.of(card, means.trust(), means.now()));
    Optional<Opened<CertReqData, Optional<AcctInfo>>> opened = open(request, claim, ca);
    CertReqData data = claim.seen.orElseThrow();
    sameExchange(wrapper, data, given, means);
    To to = to(data, given);
    if (opened.isEmpty()) return not(to, CertStatusCode.sigValidationFail, "CertReq-A-04");
    // CertReq-A-14: the certificate that signed is the one that is named; else none is.
    if (!data.eeThumb().equals(claim.renews)) {
      return not(to, CertStatusCode.rejectedByCA, "CertReq-A-14");
    }
    // CertReq-A-07: a cardholder offers a key for the way back.
    if (cardholder(given) && to.caBackKey().isEmpty()) {
      return not(to, CertStatusCode.unableToEncryptCertRes, "CertReq-A-07");
    }
    return application(to, data, opened.get().extra(), given, claim.passkeyOrigin);
  }

  /** CertReq-A-02: sealed to us; empty where it opens and the signature does not hold. */
  private static Optional<Opened<CertReqData, Optional<AcctInfo>>> open(
      CertReq request, Claim claim, CaCredentials ca) throws Refused {
    try {
      return Optional.of(
          switch (request) {
            case CertReq.WithAccount with -> {
              KeyRule.Proof<Opened<CertReqData, AcctInfo>> proof =
                  EncX.openRequest(
                      ca.opening(),
                      with.encX(),
                      RegistrationForms.CERT_REQ_WITH_ACCOUNT,
                      claim);
              claim.proved(proof);
              Opened<CertReqData, AcctInfo> both = proof.value();
              yield new Opened<>(both.value(), Optional.of(both.extra()));
            }
            case CertReq.WithoutAccount without ->
                new Opened<>(
                    Enc.openRequest(
                            ca.opening(), without.enc(), RegistrationForms.CERT_REQ, claim)
                        .value(),
                    Optional.empty());
          });
    } catch (Refused e) {
      boolean unproved =
          switch (e.code()) {
            case signatureFailure -> claim.seen.isPresent();
            case invalidCertificate,
                expiredCertificate,
                revokedCertificate,
                missingCertificate ->
                claim.renewal();
            default -> false;
          };
      if (unproved) return Optional.empty();
      throw e;
    }
  }

  private static void sameExchange(
      MessageWrapper wrapper, CertReqData data, FormGiven given, Means means) throws Refused {
    // CertReq-A-05: identifiers outside are those inside, and those of this registration; the
    // request is fresh and of the type that the form was given for.
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), data.lidCA());
    WrapperCheck.age(data.requestDate(), means);
    boolean labels =
        data.lidEE().equals(given.lidEE()) && data.lidCA().equals(Optional.of(given.lidCA()));
    if (!labels) throw new Refused(ErrorCode.unknownLID, "CertReq-A-05");
    if (data.requestType() != given.requestType()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CertReq-A-05");
    }
    // CertReq-A-06: our challenge came back, so it answers the form that we gave.
    if (!data.challCA().equals(Optional.of(given.challCA()))) {
      throw new Refused(ErrorCode.challengeMismatch, "CertReq-A-06");
    }
  }

  private static To to(CertReqData data, FormGiven given) {
    Optional<BackKeyData> backKey = data.caBackKeyData().filter(key -> cardholder(given));
    return new To(
        data.rrpid(), given.lidEE(), data.challEE3(), given.lidCA(), backKey, data.thumbs());
  }

  private static Outcome application(
      To to,
      CertReqData data,
      Optional<AcctInfo> account,
      FormGiven given,
      Optional<String> passkeyOrigin) {
    // CertReq-A-08: sound keys, those that the type asks for, each for one use.
    boolean passkey = passkeyOrigin.isPresent() && !cardholder(given);
    if (passkey || !keys(data.publicKeySorE(), Wanted.of(data.requestType()))) {
      return not(to, CertStatusCode.rejectedByCA, "CertReq-A-08");
    }
    // CertReq-A-09: who asks is who asked for the form.
    if (!data.idData().equals(given.idData())) {
      return not(to, CertStatusCode.rejectedByCA, "CertReq-A-09");
    }
    // CertReq-A-10: a cardholder's card, others' account where it was asked for.
    boolean wanted =
        cardholder(given)
            ? account.filter(AcctInfo.Card.class::isInstance).isPresent()
            : account.filter(AcctInfo.Account.class::isInstance).isPresent()
                    == given.acctDataField().isPresent()
                && account.filter(AcctInfo.Card.class::isInstance).isEmpty();
    if (!wanted) return not(to, CertStatusCode.rejectedByCA, "CertReq-A-10");
    Application application =
        new Application(
            given,
            data.publicKeySorE(),
            data.regForm().orElse(List.of()),
            account,
            to.caBackKey(),
            passkeyOrigin);
    // CertReq-A-11: the card's BIN is the one that the form was chosen by.
    if (application.card().filter(c -> !c.pan().bin().equals(given.bin())).isPresent()) {
      return not(to, CertStatusCode.invalidBIN, "CertReq-A-11");
    }
    return answered(to, data, application);
  }

  private static Outcome answered(To to, CertReqData data, Application application) {
    // CertReq-A-12: the form is the one given, and each field is answered as it must be.
    FormGiven given = application.given();
    List<RegField> fields =
        given.regTemplate().map(RegTemplate::regFieldSeq).orElse(List.of());
    if (data.regFormID() != given.regFormID()) {
      return not(to, CertStatusCode.regFormAnswerMalformed, "CertReq-A-12");
    }
    try {
      List<FailedItem> failed = FormAnswers.failures(fields, application.answers());
      return failed.isEmpty()
          ? new Outcome.Proved(to, application)
          : new Outcome.NotProved(
              to, CertStatusCode.regFormAnswerMalformed, failed, "CertReq-A-12");
    } catch (IllegalArgumentException e) {
      return not(to, CertStatusCode.regFormAnswerMalformed, "CertReq-A-12");
    }
  }

  private static boolean keys(PublicKeySorE keys, Wanted wanted) {
    if (keys.publicKeyE().isPresent() != wanted.keyExchange()) return false;
    if (keys.publicKeyE().equals(keys.publicKeyS())) return false;
    try {
      if (wanted.keyExchange()) AgreementPublicKey.of(keys.publicKeyE().get().bytes());
      return true;
    } catch (BadKey e) {
      return false;
    }
  }

  private static boolean cardholder(FormGiven given) {
    return Wanted.of(given.requestType()).who() == Registrant.CARDHOLDER;
  }

  private static Outcome not(To to, CertStatusCode status, String rule) {
    return new Outcome.NotProved(to, status, List.of(), rule);
  }
}
