package openset.http.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.issuer.opening.Application;
import openset.issuer.opening.Application.StatedAddress;
import openset.issuer.opening.Application.StatedDocument;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import openset.pki.CertificateType;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormItem;
import openset.set.message.CardCInitRes;
import openset.set.message.CertInqRes;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormRes;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateCertInqReq;
import openset.set.treatment.endentity.CreateCertReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.FormOrReferral;
import openset.set.treatment.endentity.FormToFill;
import openset.set.treatment.endentity.NewKeys;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import openset.set.treatment.endentity.ProcessCertRes;
import openset.set.treatment.endentity.ProcessCertRes.Outcome;
import openset.set.treatment.endentity.ProcessRegFormRes;

/** Somebody with a card of the town's issuer who registers it over HTTP. */
final class CardHolder {
  final AccountOpened account;
  final PAN pan;
  final CardExpiry expiry;
  final String document;
  final SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
  private final Town town;
  private CreateCertReq.Created asked;

  CardHolder(Town town, String applicationId) {
    this.town = town;
    this.document = "X77-" + applicationId;
    this.account =
        (AccountOpened)
            town.issuer
                .opening()
                .open(
                    new Application(
                        new ApplicationId(applicationId),
                        "Zoë Quill",
                        "1990-02-28",
                        new StatedAddress("1 Example Street", "Example", "10000", "CH"),
                        new StatedDocument("passport", document, "CH", "2035-01-01"),
                        new Money(756, 100_000)));
    this.pan = PAN.of(account.number().digits());
    this.expiry = CardExpiry.of(account.expiry().text());
  }

  FormToFill form() throws Refused {
    return ((FormOrReferral.Form) page("en")).toFill();
  }

  FormOrReferral page(String language) throws Refused {
    CreateCardCInitReq.Created init =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(
                LocalID.of(Town.RANDOM.bytes(LocalID.OCTETS_MAX)), new BrandID(Town.BRAND)),
            Town.stranger());
    MessageWrapper initRes = ask(init.wrapper());
    ProcessCardCInitRes.Proved proved =
        ProcessCardCInitRes.process(
            initRes, (CardCInitRes) initRes.message(), init.asked(), Town.stranger());
    CreateRegFormReq.Created regForm =
        CreateRegFormReq.create(proved, pan, new Language(language), Town.stranger());
    MessageWrapper regFormRes = ask(regForm.wrapper());
    return ProcessRegFormRes.process(
        regFormRes, (RegFormRes) regFormRes.message(), regForm.asked(), Town.stranger());
  }

  /** The answer to the form with this document number. */
  Outcome register(String answer) throws Refused {
    return certify(form(), answer);
  }

  Outcome certify(FormToFill form, String answer) throws Refused {
    Map<String, String> answers =
        Map.of(
            "Name on card", "Zoë Quill",
            "Document number", answer,
            "Date of birth", "1990-02-28",
            "Card expiry", expiry.digits());
    List<RegFormItem> items =
        form.fields().stream()
            .map(RegField::fieldName)
            .map(name -> new RegFormItem(name, answers.get(name)))
            .toList();
    NewKeys fresh = new NewKeys(keys.signer(), keys.publicKey(), Optional.empty());
    asked = CreateCertReq.forCard(form, items, pan, expiry, fresh, Town.stranger());
    MessageWrapper wrapper = ask(asked.wrapper());
    return ProcessCertRes.process(
        wrapper, (CertRes) wrapper.message(), asked.asked(), Town.stranger());
  }

  Outcome inquire(LocalID lidCA) throws Refused {
    CreateCertInqReq.Created inquiry =
        CreateCertInqReq.create(asked.asked(), lidCA, keys.signer(), Town.stranger());
    MessageWrapper wrapper = ask(inquiry.wrapper());
    return ProcessCertRes.process(
        wrapper, ((CertInqRes) wrapper.message()).certRes(), inquiry.asked(), Town.stranger());
  }

  private MessageWrapper ask(MessageWrapper request) {
    Der octets = Der.of(MessageWrapper.TYPE.encode(request));
    return switch (town.peers().ask(town.registration(CertificateType.CCA), octets)) {
      case Peers.Reply.Bytes(Der answer) -> MessageWrapper.TYPE.decode(answer.bytes());
      case Peers.Reply.Nothing(String why) -> throw new AssertionError(why);
    };
  }
}
