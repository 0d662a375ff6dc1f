package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.XID;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.InqReqData;
import openset.set.message.InqReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateInqRes;
import openset.set.treatment.merchant.CreatePRes;
import openset.testkit.world.Inquiry;
import openset.testkit.world.Seeded;

/** A cardholder asks after its purchase, and others who do or answer what they may not. */
final class InquiryVectors {
  private final Suite suite;
  private final Scene scene;
  private final SigningCredential card;
  private final SigningCredential merchant;
  private final Means means;
  private final List<Vector> all = new ArrayList<>();

  InquiryVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    card = scene.world().card().credential();
    merchant = scene.world().merchantSigning();
    means =
        scene.world().means(scene.world().trust(), Seeded.of("inquiry " + suite.name()));
  }

  List<Vector> list() throws Refused {
    byte[] pReq = scene.purchase().pReq(scene.purchase().pInitRes(scene.purchase().pInitReq()));
    byte[] authRes = scene.purchase().authRes(scene.purchase().authReq(pReq));
    byte[] pRes = scene.purchase().pRes(authRes);
    answered();
    if (suite == Suite.EDWARDS) {
      byAnother();
      wrongly(pRes);
      inParts();
    }
    return all;
  }

  private String path(String name) {
    return "inquiry/" + suite.name() + "/" + name + ".txt";
  }

  private Inquiry inquiry() {
    return new Inquiry(scene.purchase(), means);
  }

  private byte[] answer(Inquiry inquiry, byte[] request, CreateInqRes.Standing standing)
      throws Refused {
    return inquiry.inqRes(request, inquiry.known(card), standing, merchant);
  }

  private void answered() throws Refused {
    CurrencyAmount total = scene.offer().value().total();
    Inquiry held = inquiry();
    byte[] request = held.inqReq(card);
    add(scene.inqReq(path("1-inqreq"), request), "the cardholder asks after its purchase");
    CurrencyAmount nothing = CurrencyAmount.zero(total.currency());
    byte[] answer = answer(held, request, held.standing(nothing));
    add(
        scene.inqRes(path("2-inqres-held"), answer, held.asked()),
        "the money is held; the gateway's receipt comes along again");
    Inquiry shipped = inquiry();
    byte[] again = shipped.inqReq(card);
    byte[] captured = answer(shipped, again, shipped.standing(total));
    add(
        scene.inqRes(path("3-inqres-captured"), captured, shipped.asked()),
        "all was shipped and captured");
    Inquiry early = inquiry();
    byte[] received =
        answer(
            early,
            early.inqReq(card),
            CreateInqRes.Standing.of(CompletionCode.orderReceived));
    all.add(
        scene
            .inqRes(path("4-inqres-received"), received, early.asked())
            .expect("refused notConfirmed")
            .with("comment", "the gateway is still being asked"));
  }

  private void byAnother() {
    Inquiry inquiry = inquiry();
    TransIDs ids = scene.purchase().ordered().transIDs();
    SigningCredential other = scene.world().card("other").credential();
    refused(
        scene.inqReq(path("inqreq-by-another"), inquiry.inqReq(ids, other)),
        "refused unknownXID",
        "InqReq-M-05",
        "another cardholder of the brand asks after this purchase");
    SigningCredential forged =
        new SigningCredential(
            scene.world().signing("stranger").signer(), card.certificate(), card.chain());
    refused(
        scene.inqReq(path("inqreq-by-another-key"), inquiry.inqReq(ids, forged)),
        "bad signature",
        "OP-17",
        "signed by another key than the certificate's");
    TransIDs elsewhere =
        new TransIDs(
            ids.lidC(),
            ids.lidM(),
            XID.of(means.randomness().bytes(XID.OCTETS)),
            ids.pReqDate(),
            ids.paySysID(),
            ids.language());
    refused(
        scene.inqReq(path("inqreq-of-no-purchase"), inquiry.inqReq(elsewhere, card)),
        "refused unknownXID",
        "InqReq-M-04",
        "a purchase that is not there");
    refused(
        scene.inqReq(path("inqreq-unsigned"), unsigned(ids)),
        "refused signatureRequired",
        "InqReq-M-02",
        "the unsigned form");
  }

  private byte[] unsigned(TransIDs ids) {
    CreatePRes.To to =
        new CreatePRes.To(ids, RRPID.random(means.randomness()), scene.purchase().sale().challC());
    InqReqData data = new InqReqData(ids, to.rrpid(), to.challC(), Optional.empty());
    MessageHeader header =
        MessageHeader.of(
            means.now(),
            Optional.of(MessageIDs.of(ids)),
            to.rrpid(),
            new SWIdent(means.policy().swIdent()));
    return MessageWrapper.TYPE.encode(
        MessageWrapper.of(header, new InqReq.InqReqUnsigned(data)));
  }

  private void wrongly(byte[] pRes) throws Refused {
    CurrencyAmount total = scene.offer().value().total();
    Inquiry inquiry = inquiry();
    byte[] request = inquiry.inqReq(card);
    byte[] honest = answer(inquiry, request, inquiry.standing(total));
    Inquiry later = inquiry();
    later.inqReq(card);
    refused(
        scene.inqRes(path("inqres-of-earlier-inquiry"), honest, later.asked()),
        "refused unknownRRPID",
        "W-05",
        "the answer to an earlier inquiry");
    CurrencyAmount more = new CurrencyAmount(total.currency(), total.minor() + 1);
    refused(
        scene.inqRes(
            path("inqres-more-than-all"),
            answer(inquiry, request, inquiry.standing(more)),
            inquiry.asked()),
        "refused unspecifiedFailure",
        "InqRes-C-03",
        "more is said to be captured than was agreed to");
    SigningCredential forged =
        new SigningCredential(
            scene.world().signing("stranger").signer(),
            merchant.certificate(),
            merchant.chain());
    refused(
        scene.inqRes(
            path("inqres-by-another-key"),
            inquiry.inqRes(request, inquiry.known(card), inquiry.standing(total), forged),
            inquiry.asked()),
        "bad signature",
        "OP-17",
        "InqRes by another key");
    refused(
        scene.inqRes(path("pres-for-inqres"), pRes, inquiry.asked()),
        "refused messageNotSupported",
        "W-08",
        "PRes of the purchase in the place of InqRes");
  }

  private void inParts() throws Refused {
    CurrencyAmount total = scene.offer().value().total();
    CurrencyAmount half = new CurrencyAmount(total.currency(), total.minor() / 2);
    CurrencyAmount more = new CurrencyAmount(total.currency(), total.minor() + 1);
    Inquiry inquiry = inquiry();
    byte[] request = inquiry.inqReq(card);
    CreateInqRes.Standing one = inquiry.standing(half);
    CreateInqRes.Standing two = inquiry.standing(CurrencyAmount.zero(total.currency()));
    add(
        scene.inqRes(
            path("inqres-in-parts"),
            answer(inquiry, request, CreateInqRes.Standing.of(List.of(one, two))),
            inquiry.asked()),
        "two authorizations, the first captured by half, the second held");
    CreateInqRes.Standing wrong = inquiry.standing(more);
    refused(
        scene.inqRes(
            path("inqres-second-part-more-than-all"),
            answer(inquiry, request, CreateInqRes.Standing.of(List.of(one, wrong))),
            inquiry.asked()),
        "refused unspecifiedFailure",
        "InqRes-C-03",
        "the second of two authorizations is said to be captured by more than was agreed to");
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void refused(Vector vector, String verdict, String rule, String comment) {
    all.add(vector.expect(verdict, rule).with("comment", comment));
  }
}
