package openset.merchant;

import java.util.List;
import openset.asn1.AsSent;
import openset.merchant.shop.PlacedOrder;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.extension.CardChecks;
import openset.set.message.Error;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitRes;
import openset.set.message.PRes;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.CreatePInitReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.cardholder.UncertifiedCard;

/** A wallet with one card, by the cardholder's treatments. */
record Wallet(Brand brand, Card card) {
  /** A purchase that the cardholder agreed to. */
  record Agreed(CreatePReq.Created created) {
    byte[] pReq() {
      return MessageWrapper.TYPE.encode(created.wrapper());
    }
  }

  Means means() {
    return brand.means(List.of(card.credential()), List.of());
  }

  CreatePInitReq.Created pInitReq(LocalID lidM) {
    return CreatePInitReq.create(
        new CreatePInitReq.Of(
            LocalID.ofText("wallet-1"), lidM, card.brandID(), card.bin(), new Language("en")),
        means());
  }

  /** Proves the merchant. */
  ProcessPInitRes.Proved opens(Shopfront shopfront, PlacedOrder order) throws Refused {
    CreatePInitReq.Created asked = pInitReq(order.lidM());
    byte[] answer = shopfront.receive(MessageWrapper.TYPE.encode(asked.wrapper()));
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(answer);
    return ProcessPInitRes.process(
        wrapper, (PInitRes) wrapper.message(), asked.asked(), order.offer(), means());
  }

  /** Proves the merchant and agrees to what it offers. */
  Agreed agrees(Shopfront shopfront, PlacedOrder order) throws Refused {
    return agrees(opens(shopfront, order), order.offer());
  }

  /** Agrees to an offer, whatever was proved. */
  Agreed agrees(ProcessPInitRes.Proved proved, AsSent<Offer> offer) throws Refused {
    return new Agreed(CreatePReq.create(proved, offer, card, means()));
  }

  /** Orders what was offered without signing anything. */
  Agreed ordersUnsigned(ProcessPInitRes.Proved proved, AsSent<Offer> offer) throws Refused {
    UncertifiedCard bare = new UncertifiedCard(card.brandID(), card.pan(), card.expiry());
    return new Agreed(CreatePReq.unsigned(proved, offer, bare, CardChecks.NONE, means()));
  }

  /** What the wallet believes of an answer to its PReq. */
  ProcessPRes.Outcome reads(Agreed agreed, byte[] pRes) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(pRes);
    return ProcessPRes.process(
        wrapper, (PRes) wrapper.message(), agreed.created().asked(), means());
  }

  /** The code of an Error that the merchant signed; anything else fails. */
  ErrorCode refusal(byte[] answer) throws Refused {
    Error error = (Error) MessageWrapper.TYPE.decode(answer).message();
    Means means = means();
    Required merchant = Required.of(CertificateType.MER, KeyUse.SIGN, Brand.NAME);
    return S.verify(
            ((Error.SignedError) error).signed(),
            ErrorTBS.CONTENT,
            Expected.of(merchant, means.trust(), means.now()))
        .value()
        .errorCode();
  }
}
