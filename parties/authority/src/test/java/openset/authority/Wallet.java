package openset.authority;

import java.util.List;
import java.util.Optional;
import openset.conduct.Peer;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.PAN;
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

/** A wallet that registers a card with the real treatments. */
final class Wallet {
  static final PAN CARD = PAN.completing(Hall.BIN + "000000000");

  final LocalID lidEE = LocalID.of(Hall.RANDOM.bytes(LocalID.OCTETS_MAX));
  final SigningKeyPair keys;
  private final Hall hall;
  private final Peer peer;
  CreateCertReq.Created asked;

  Wallet(Hall hall) {
    this(hall, Hall.PEER, SigningKeyPair.generate(Suite.CLASSICAL.signature()));
  }

  Wallet(Hall hall, Peer peer, SigningKeyPair keys) {
    this.hall = hall;
    this.peer = peer;
    this.keys = keys;
  }

  /** From CardCInitReq to the form. */
  FormOrReferral form(PAN pan) throws Refused {
    CreateCardCInitReq.Created init =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(lidEE, new BrandID(Hall.BRAND)), hall.stranger());
    MessageWrapper initRes = hall.ask(peer, init.wrapper());
    ProcessCardCInitRes.Proved proved =
        ProcessCardCInitRes.process(
            initRes, (CardCInitRes) initRes.message(), init.asked(), hall.stranger());
    CreateRegFormReq.Created regForm =
        CreateRegFormReq.create(proved, pan, new Language("en"), hall.stranger());
    MessageWrapper regFormRes = hall.ask(peer, regForm.wrapper());
    return ProcessRegFormRes.process(
        regFormRes, (RegFormRes) regFormRes.message(), regForm.asked(), hall.stranger());
  }

  /** From CardCInitReq to the answer to CertReq. */
  Outcome register(String answer) throws Refused {
    return certify(((FormOrReferral.Form) form(CARD)).toFill(), answer);
  }

  Outcome certify(FormToFill form, String answer) throws Refused {
    return answered(hall.ask(peer, request(form, answer)));
  }

  /** CertReq, not sent. */
  MessageWrapper request(FormToFill form, String answer) throws Refused {
    asked =
        CreateCertReq.forCard(
            form,
            List.of(new RegFormItem("Document number", answer)),
            CARD,
            TestBank.EXPIRY,
            new NewKeys(keys.signer(), keys.publicKey(), Optional.empty()),
            hall.stranger());
    return asked.wrapper();
  }

  Outcome answered(MessageWrapper wrapper) throws Refused {
    return ProcessCertRes.process(
        wrapper, (CertRes) wrapper.message(), asked.asked(), hall.stranger());
  }

  Outcome inquire(LocalID lidCA) throws Refused {
    CreateCertInqReq.Created inquiry =
        CreateCertInqReq.create(asked.asked(), lidCA, keys.signer(), hall.stranger());
    MessageWrapper wrapper = hall.ask(peer, inquiry.wrapper());
    return ProcessCertRes.process(
        wrapper,
        ((CertInqRes) wrapper.message()).certRes(),
        inquiry.asked(),
        hall.stranger());
  }
}
