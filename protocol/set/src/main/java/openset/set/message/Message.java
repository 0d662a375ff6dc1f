package openset.set.message;

import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Choice.Alternative;

/**
 * One message of SET.
 *
 * <pre>
 * Message ::= CHOICE {
 *   purchaseInitRequest           [0] EXPLICIT PInitReq,
 *   purchaseInitResponse          [1] EXPLICIT PInitRes,
 *   purchaseRequest               [2] EXPLICIT PReq,
 *   purchaseResponse              [3] EXPLICIT PRes,
 *   inquiryRequest                [4] EXPLICIT InqReq,
 *   inquiryResponse               [5] EXPLICIT InqRes,
 *   authorizationRequest          [6] EXPLICIT AuthReq,
 *   authorizationResponse         [7] EXPLICIT AuthRes,
 *   authReversalRequest           [8] EXPLICIT AuthRevReq,
 *   authReversalResponse          [9] EXPLICIT AuthRevRes,
 *   captureRequest                [10] EXPLICIT CapReq,
 *   captureResponse               [11] EXPLICIT CapRes,
 *   captureReversalRequest        [12] EXPLICIT CapRevReq,
 *   captureReversalResponse       [13] EXPLICIT CapRevRes,
 *   creditRequest                 [14] EXPLICIT CredReq,
 *   creditResponse                [15] EXPLICIT CredRes,
 *   creditReversalRequest         [16] EXPLICIT CredRevReq,
 *   creditReversalResponse        [17] EXPLICIT CredRevRes,
 *   pCertificateRequest           [18] EXPLICIT PCertReq,
 *   pCertificateResponse          [19] EXPLICIT PCertRes,
 *   batchAdministrationRequest    [20] EXPLICIT BatchAdminReq,
 *   batchAdministrationResponse   [21] EXPLICIT BatchAdminRes,
 *   cardCInitRequest              [22] EXPLICIT CardCInitReq,
 *   cardCInitResponse             [23] EXPLICIT CardCInitRes,
 *   meAqCInitRequest              [24] EXPLICIT Me-AqCInitReq,
 *   meAqCInitResponse             [25] EXPLICIT Me-AqCInitRes,
 *   registrationFormRequest       [26] EXPLICIT RegFormReq,
 *   registrationFormResponse      [27] EXPLICIT RegFormRes,
 *   certificateRequest            [28] EXPLICIT CertReq,
 *   certificateResponse           [29] EXPLICIT CertRes,
 *   certificateInquiryRequest     [30] EXPLICIT CertInqReq,
 *   certificateInquiryResponse    [31] EXPLICIT CertInqRes,
 *   error                         [999] EXPLICIT Error }
 * </pre>
 *
 * <p>The names and tags from [2] on are unconfirmed (spec/unconfirmed.md).
 */
public sealed interface Message
    permits PInitReq,
        PInitRes,
        PReq,
        PRes,
        InqReq,
        InqRes,
        AuthReq,
        AuthRes,
        AuthRevReq,
        AuthRevRes,
        CapReq,
        CapRes,
        PCertReq,
        PCertRes,
        BatchAdminReq,
        BatchAdminRes,
        CapRevOrCredReq,
        CapRevOrCredRes,
        CardCInitReq,
        CardCInitRes,
        MeAqCInitReq,
        MeAqCInitRes,
        RegFormReq,
        RegFormRes,
        CertReq,
        CertRes,
        CertInqReq,
        CertInqRes,
        Error {
  Asn1Type<Message> TYPE =
      Choice.choice(
          "Message",
          known(0, "purchaseInitRequest", PInitReq.class, PInitReq.TYPE),
          known(1, "purchaseInitResponse", PInitRes.class, PInitRes.TYPE),
          known(2, "purchaseRequest", PReq.class, PReq.TYPE),
          known(3, "purchaseResponse", PRes.class, PRes.TYPE),
          known(4, "inquiryRequest", InqReq.class, InqReq.TYPE),
          known(5, "inquiryResponse", InqRes.class, InqRes.TYPE),
          known(6, "authorizationRequest", AuthReq.class, AuthReq.TYPE),
          known(7, "authorizationResponse", AuthRes.class, AuthRes.TYPE),
          known(8, "authReversalRequest", AuthRevReq.class, AuthRevReq.TYPE),
          known(9, "authReversalResponse", AuthRevRes.class, AuthRevRes.TYPE),
          known(10, "captureRequest", CapReq.class, CapReq.TYPE),
          known(11, "captureResponse", CapRes.class, CapRes.TYPE),
          known(18, "pCertificateRequest", PCertReq.class, PCertReq.TYPE),
          known(19, "pCertificateResponse", PCertRes.class, PCertRes.TYPE),
          known(20, "batchAdministrationRequest", BatchAdminReq.class, BatchAdminReq.TYPE),
          known(21, "batchAdministrationResponse", BatchAdminRes.class, BatchAdminRes.TYPE),
          known(12, "captureReversalRequest", CapRevReq.class, CapRevReq.TYPE),
          known(13, "captureReversalResponse", CapRevRes.class, CapRevRes.TYPE),
          known(14, "creditRequest", CredReq.class, CredReq.TYPE),
          known(15, "creditResponse", CredRes.class, CredRes.TYPE),
          known(16, "creditReversalRequest", CredRevReq.class, CredRevReq.TYPE),
          known(17, "creditReversalResponse", CredRevRes.class, CredRevRes.TYPE),
          known(22, "cardCInitRequest", CardCInitReq.class, CardCInitReq.TYPE),
          known(23, "cardCInitResponse", CardCInitRes.class, CardCInitRes.TYPE),
          known(24, "meAqCInitRequest", MeAqCInitReq.class, MeAqCInitReq.TYPE),
          known(25, "meAqCInitResponse", MeAqCInitRes.class, MeAqCInitRes.TYPE),
          known(26, "registrationFormRequest", RegFormReq.class, RegFormReq.TYPE),
          known(27, "registrationFormResponse", RegFormRes.class, RegFormRes.TYPE),
          known(28, "certificateRequest", CertReq.class, CertReq.TYPE),
          known(29, "certificateResponse", CertRes.class, CertRes.TYPE),
          known(30, "certificateInquiryRequest", CertInqReq.class, CertInqReq.TYPE),
          known(31, "certificateInquiryResponse", CertInqRes.class, CertInqRes.TYPE),
          known(999, "error", Error.class, Error.TYPE));

  /** The name of the PDU in SET: {@code PInitReq}. */
  String name();

  private static <M extends Message> Alternative<Message, M> known(
      int number, String alternative, Class<M> is, Asn1Type<M> type) {
    return Choice.alternative(alternative, is, type.explicit(number));
  }
}
