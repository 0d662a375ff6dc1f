package openset.set.treatment.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.card.BackKeyData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.IDData;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncX;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.endentity.CardAsked;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.FormToFill;

/** A CertReq as a peer may write it, field by field: right to begin with. */
final class Requested {
  RRPID rrpid;
  LocalID lidEE;
  Challenge challEE3;
  Optional<LocalID> lidCA;
  Optional<Challenge> challCA;
  RequestType requestType;
  Instant requestDate;
  Optional<IDData> idData;
  int regFormID = 17;
  Optional<List<RegFormItem>> regForm = Optional.of(CardRun.ANSWERS);
  Optional<BackKeyData> caBackKeyData;
  PublicKeySorE keys;
  Optional<AcctInfo> account;
  Signatory signatory;
  Optional<CertThumb> eeThumb = Optional.empty();

  Requested(
      CreateCertReq.Asked asked,
      FormToFill form,
      Optional<AcctInfo> account,
      Signatory signatory,
      Means means) {
    this.rrpid = asked.rrpid();
    this.lidEE = asked.lidEE();
    this.challEE3 = asked.challEE3();
    this.lidCA = asked.lidCA();
    this.challCA = Optional.of(form.challCA());
    this.requestType = asked.requestType();
    this.requestDate = means.now();
    this.idData = asked.idData();
    this.caBackKeyData = asked.card().map(CardAsked::caBackKey);
    this.keys = asked.publicKeySorE();
    this.account = account;
    this.signatory = signatory;
  }

  private CertReqData data() {
    return new CertReqData(
        rrpid,
        lidEE,
        challEE3,
        lidCA,
        challCA,
        requestType,
        requestDate,
        idData,
        regFormID,
        regForm,
        caBackKeyData,
        keys,
        eeThumb,
        Optional.empty());
  }

  /** Sealed to {@code ca}. */
  MessageWrapper to(CaCredentials ca, Means means) throws Refused {
    Recipient recipient = Recipient.self(ca.opening());
    CertReq request =
        account.isPresent()
            ? new CertReq.WithAccount(
                EncX.seal(
                    signatory,
                    recipient,
                    RegistrationForms.CERT_REQ_WITH_ACCOUNT,
                    new Opened<>(data(), account.get()),
                    means.randomness()))
            : new CertReq.WithoutAccount(
                Enc.seal(
                    signatory,
                    recipient,
                    RegistrationForms.CERT_REQ,
                    data(),
                    means.randomness()));
    return CardRun.sent(RegistrationHeader.wrap(request, rrpid, lidEE, lidCA, means));
  }
}
