package openset.set.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.set.data.BIN;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.CountryCode;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.Date;
import openset.set.data.Digest;
import openset.set.data.FloatingPoint;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.SETString;
import openset.set.data.SWIdent;
import openset.set.data.Salt;
import openset.set.data.Thumbs;
import openset.set.data.TransIDs;
import openset.set.data.URL;
import openset.set.data.XID;
import openset.set.data.auth.AVSData;
import openset.set.data.auth.AVSResult;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthReqData;
import openset.set.data.auth.AuthReqItem;
import openset.set.data.auth.AuthReqPayload;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthResPayload;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevReqBaggage;
import openset.set.data.auth.AuthRevReqData;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.AuthValCodes;
import openset.set.data.auth.CapToken;
import openset.set.data.auth.CapTokenData;
import openset.set.data.auth.CardSuspect;
import openset.set.data.auth.CardType;
import openset.set.data.auth.CheckDigests;
import openset.set.data.auth.MarketSpecDataID;
import openset.set.data.auth.RespReason;
import openset.set.data.auth.ResponseData;
import openset.set.data.auth.SpecialProcessing;
import openset.set.data.batch.AmountType;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminReqData;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.ReimbursementID;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransactionStatus;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapPayload;
import openset.set.data.capture.CapReqData;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapResItem;
import openset.set.data.capture.CapTokenSeq;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANData0;
import openset.set.data.card.PANData;
import openset.set.data.card.PANOnly;
import openset.set.data.card.PANSecret;
import openset.set.data.card.PANToken;
import openset.set.data.card.TransStain;
import openset.set.data.certificate.PCertCode;
import openset.set.data.certificate.PCertReqData;
import openset.set.data.certificate.PCertResItem;
import openset.set.data.certificate.PCertResTBS;
import openset.set.data.credit.CapRevOrCredReqData;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.order.PublishedOffer;
import openset.set.data.outcome.AcqCardCode;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.AcqCardMsgData;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.CredStatus;
import openset.set.data.outcome.InqReqData;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Receipt;
import openset.set.data.outcome.Results;
import openset.set.data.payment.AuthToken;
import openset.set.data.payment.AuthTokenData;
import openset.set.data.payment.Inputs;
import openset.set.data.payment.PI;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PIDataUnsigned;
import openset.set.data.payment.PIDualSigned;
import openset.set.data.payment.PIHead;
import openset.set.data.payment.PIOILink;
import openset.set.data.payment.PITBS;
import openset.set.data.payment.PIUnsigned;
import openset.set.data.registration.AcctData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.AcquirerID;
import openset.set.data.registration.CAMsg;
import openset.set.data.registration.CardCInitResTBS;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.CertStatus;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MeAqCInitResTBS;
import openset.set.data.registration.MerchantAcquirerID;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.ReferralData;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormData;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.data.registration.RegFormReqData;
import openset.set.data.registration.RegFormResTBS;
import openset.set.data.registration.RegTemplate;
import openset.set.data.registration.RequestType;
import openset.set.data.sale.AuthCharInd;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.BrandBatchDetails;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.data.sale.CloseStatus;
import openset.set.data.sale.ClosedWhen;
import openset.set.data.sale.CurrConv;
import openset.set.data.sale.InstallRecurData;
import openset.set.data.sale.InstallRecurInd;
import openset.set.data.sale.Location;
import openset.set.data.sale.MerTermIDs;
import openset.set.data.sale.MerchData;
import openset.set.data.sale.MerchGroup;
import openset.set.data.sale.PayRecurInd;
import openset.set.data.sale.RRTags;
import openset.set.data.sale.Recurring;
import openset.set.data.sale.SaleDetail;
import openset.set.operator.Content;

/**
 * Every ASN.1 type of OpenSET's messages: what laws are tested on, and what a message is printed
 * with.
 */
public final class AllTypes {
  private static final List<Asn1Type<?>> SMALL =
      List.of(
          BIN.TYPE,
          BrandID.TYPE,
          CertThumb.TYPE,
          Challenge.TYPE,
          CountryCode.TYPE,
          CurrencyAmount.TYPE,
          CurrencyCode.TYPE,
          Date.TYPE,
          Digest.TYPE,
          FloatingPoint.TYPE,
          Language.TYPE,
          LocalID.TYPE,
          MerchantID.TYPE,
          MsgExtensions.TYPE,
          Nonce.TYPE,
          RRPID.TYPE,
          SWIdent.TYPE,
          Salt.TYPE,
          Thumbs.TYPE,
          TransIDs.TYPE,
          URL.TYPE,
          XID.TYPE,
          MsgExtensions.MsgExtension.TYPE,
          SETString.type(40),
          BrandAndBIN.TYPE);

  private static final List<Asn1Type<?>> SALE =
      List.of(
          AuthCharInd.TYPE,
          AuthCode.TYPE,
          BatchDetails.TYPE,
          BatchID.TYPE,
          BatchSequenceNum.TYPE,
          BatchStatus.TYPE,
          BatchTotals.TYPE,
          BrandBatchDetails.TYPE,
          CapCode.TYPE,
          CapResPayload.TYPE,
          CapRevOrCredCode.TYPE,
          CloseStatus.TYPE,
          ClosedWhen.TYPE,
          CurrConv.TYPE,
          InstallRecurData.TYPE,
          InstallRecurInd.TYPE,
          Location.TYPE,
          MerTermIDs.TYPE,
          MerchData.TYPE,
          MerchGroup.TYPE,
          PayRecurInd.TYPE,
          RRTags.TYPE,
          Recurring.TYPE,
          SaleDetail.TYPE);

  private static final List<Asn1Type<?>> CARD =
      List.of(
          BackKeyData.TYPE,
          CardExpiry.TYPE,
          CardSecret.TYPE,
          PAN.TYPE,
          PANData.TYPE,
          PANData0.TYPE,
          PANOnly.TYPE,
          PANSecret.TYPE,
          PANToken.TYPE,
          TransStain.TYPE);

  private static final List<Asn1Type<?>> ORDER =
      List.of(
          Delivery.TYPE,
          DeliveryMethod.TYPE,
          HODInput.TYPE,
          OIData.TYPE,
          Offer.TYPE,
          OrderLine.TYPE,
          PublishedOffer.TYPE);

  private static final List<Asn1Type<?>> PAYMENT =
      List.of(
          AuthToken.TYPE,
          AuthTokenData.TYPE,
          Inputs.TYPE,
          PI.TYPE,
          PIData.TYPE,
          PIDataUnsigned.TYPE,
          PIDualSigned.TYPE,
          PIHead.TYPE,
          PIOILink.TYPE,
          PITBS.TYPE,
          PIUnsigned.TYPE);

  private static final List<Asn1Type<?>> OUTCOME =
      List.of(
          AcqCardCode.TYPE,
          AcqCardCodeMsg.TYPE,
          AcqCardMsgData.TYPE,
          AuthStatus.TYPE,
          CapStatus.TYPE,
          CompletionCode.TYPE,
          CredStatus.TYPE,
          InqReqData.TYPE,
          PResData.TYPE,
          PResPayload.TYPE,
          Receipt.TYPE,
          Results.TYPE);

  private static final List<Asn1Type<?>> AUTH =
      List.of(
          AVSData.TYPE,
          AVSResult.TYPE,
          AuthHeader.TYPE,
          AuthReqData.TYPE,
          AuthReqItem.TYPE,
          AuthReqPayload.TYPE,
          AuthResBaggage.TYPE,
          AuthResData.TYPE,
          AuthResPayload.TYPE,
          AuthRevCode.TYPE,
          AuthRevReqBaggage.TYPE,
          AuthRevReqData.TYPE,
          AuthRevResBaggage.TYPE,
          AuthRevResData.TYPE,
          AuthRevTags.TYPE,
          AuthTags.TYPE,
          AuthValCodes.TYPE,
          CapToken.TYPE,
          CapTokenData.TYPE,
          CardSuspect.TYPE,
          CardType.TYPE,
          CheckDigests.TYPE,
          MarketSpecDataID.TYPE,
          RespReason.TYPE,
          ResponseData.TYPE,
          SpecialProcessing.TYPE);

  private static final List<Asn1Type<?>> CAPTURE =
      List.of(
          CapItem.TYPE,
          CapPayload.TYPE,
          CapReqData.TYPE,
          CapResData.TYPE,
          CapResItem.TYPE,
          CapTokenSeq.TYPE);

  private static final List<Asn1Type<?>> BATCH =
      List.of(
          AmountType.TYPE,
          BAStatus.TYPE,
          BatchAdminReqData.TYPE,
          BatchAdminResData.TYPE,
          BatchOperation.TYPE,
          ReimbursementID.TYPE,
          ReturnTransactionDetail.TYPE,
          TransDetails.TYPE,
          TransactionDetail.TYPE,
          TransactionStatus.TYPE,
          TransmissionStatus.TYPE,
          PCertCode.TYPE,
          PCertReqData.TYPE,
          PCertResItem.TYPE,
          PCertResTBS.TYPE);

  private static final List<Asn1Type<?>> CREDIT =
      List.of(
          CapRevOrCredReqData.TYPE,
          CapRevOrCredReqItem.TYPE,
          CapRevOrCredResData.TYPE,
          CapRevOrCredResItem.TYPE,
          CapRevOrCredResPayload.TYPE);

  private static final List<Asn1Type<?>> REGISTRATION =
      List.of(
          AcctData.TYPE,
          AcctInfo.TYPE,
          AcquirerID.TYPE,
          CAMsg.TYPE,
          CardCInitResTBS.TYPE,
          CertInqReqTBS.TYPE,
          CertReqData.TYPE,
          CertResData.TYPE,
          CertStatus.TYPE,
          CertStatusCode.TYPE,
          FailedItem.TYPE,
          IDData.TYPE,
          MeAqCInitResTBS.TYPE,
          MerchantAcquirerID.TYPE,
          PublicKeySorE.TYPE,
          ReferralData.TYPE,
          RegField.TYPE,
          RegFormData.TYPE,
          RegFormItem.TYPE,
          RegFormOrReferral.TYPE,
          RegFormReqData.TYPE,
          RegFormResTBS.TYPE,
          RegTemplate.TYPE,
          RequestType.TYPE);

  private static final List<Asn1Type<?>> MESSAGES =
      List.of(
          AuthReq.TYPE,
          AuthRes.TYPE,
          AuthRevReq.TYPE,
          AuthRevRes.TYPE,
          CapReq.TYPE,
          CapRes.TYPE,
          CapRevReq.TYPE,
          CapRevRes.TYPE,
          CardCInitReq.TYPE,
          CardCInitRes.TYPE,
          CertInqReq.TYPE,
          CertInqRes.TYPE,
          CertReq.TYPE,
          CertRes.TYPE,
          CredReq.TYPE,
          CredRes.TYPE,
          CredRevReq.TYPE,
          CredRevRes.TYPE,
          Error.TYPE,
          ErrorMsg.TYPE,
          ErrorTBS.TYPE,
          InqReq.TYPE,
          InqRes.TYPE,
          MeAqCInitReq.TYPE,
          MeAqCInitRes.TYPE,
          Message.TYPE,
          MessageHeader.TYPE,
          MessageIDs.TYPE,
          MessageWrapper.TYPE,
          PInitReq.TYPE,
          PInitRes.TYPE,
          PInitResData.TYPE,
          PReq.TYPE,
          PReqDualSigned.TYPE,
          PReqUnsigned.TYPE,
          PRes.TYPE,
          RegFormReq.TYPE,
          RegFormRes.TYPE,
          PCertReq.TYPE,
          PCertRes.TYPE,
          BatchAdminReq.TYPE,
          BatchAdminRes.TYPE);

  private static final List<Content<?>> CONTENTS =
      List.of(
          AuthResBaggage.CONTENT,
          AuthRevReqBaggage.CONTENT,
          AuthRevResBaggage.CONTENT,
          AuthRevResData.CONTENT,
          CapTokenData.CONTENT,
          CapResData.CONTENT,
          CapRevOrCredResData.CAP_REV,
          CapRevOrCredResData.CRED,
          CapRevOrCredResData.CRED_REV,
          CapTokenSeq.CONTENT,
          PANData.CONTENT,
          PANOnly.CONTENT,
          PANToken.CONTENT,
          HODInput.CONTENT,
          OIData.CONTENT,
          Offer.CONTENT,
          PublishedOffer.CONTENT,
          AcqCardCodeMsg.CONTENT,
          InqReqData.CONTENT,
          PResData.CONTENT,
          PI.CONTENT,
          PIData.CONTENT,
          PIDataUnsigned.CONTENT,
          PITBS.CONTENT,
          AcctInfo.CONTENT,
          CardCInitResTBS.CONTENT,
          CertInqReqTBS.CONTENT,
          CertReqData.CONTENT,
          CertResData.CONTENT,
          MeAqCInitResTBS.CONTENT,
          RegFormResTBS.CONTENT,
          ErrorTBS.CONTENT,
          PInitResData.CONTENT,
          PCertReqData.CONTENT,
          PCertResTBS.CONTENT,
          BatchAdminReqData.CONTENT,
          BatchAdminResData.CONTENT);

  private static final Map<ObjectIdentifier, Content<?>> BY_OID =
      CONTENTS.stream().collect(Collectors.toUnmodifiableMap(Content::oid, Function.identity()));

  private AllTypes() {}

  /** All of them, the small ones first. */
  public static List<Asn1Type<?>> list() {
    return Stream.of(
            SMALL, SALE, CARD, ORDER, PAYMENT, OUTCOME,
            AUTH, CAPTURE, CREDIT, BATCH, REGISTRATION, MESSAGES)
        .flatMap(List::stream)
        .toList();
  }

  /** The type whose ASN.1 name this is. */
  public static Optional<Asn1Type<?>> named(String name) {
    return list().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** What content of this content type is. */
  public static Optional<Content<?>> content(ObjectIdentifier oid) {
    return Optional.ofNullable(BY_OID.get(oid));
  }
}
