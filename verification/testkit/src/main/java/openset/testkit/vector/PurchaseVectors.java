package openset.testkit.vector;

import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.pki.SigningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Nonce;
import openset.set.message.Error;
import openset.set.message.ErrorMsg;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;

/** Each message of a whole purchase, as the one it is for gets it. */
final class PurchaseVectors {
  private PurchaseVectors() {}

  static List<Vector> list(Suite suite) throws Refused {
    Scene scene = Scene.of(suite);
    Purchase purchase = scene.purchase();
    String at = "purchase/" + suite.name() + "/";
    byte[] pInitReq = purchase.pInitReq();
    byte[] pInitRes = purchase.pInitRes(pInitReq);
    byte[] pReq = purchase.pReq(pInitRes);
    byte[] authReq = purchase.authReq(pReq);
    byte[] authRes = purchase.authRes(authReq);
    byte[] pRes = purchase.pRes(authRes);
    byte[] capReq = purchase.capReq();
    byte[] capRes = purchase.capRes(capReq);
    return List.of(
        good(scene.pInitReq(at + "1-pinitreq.txt", pInitReq), "the wallet asks"),
        good(scene.pInitRes(at + "2-pinitres.txt", pInitRes), "the merchant signs its offer"),
        good(scene.pReq(at + "3-preq.txt", pReq), "order and payment under one dual signature"),
        good(scene.authReq(at + "4-authreq.txt", authReq), "the merchant asks its gateway"),
        good(scene.authRes(at + "5-authres.txt", authRes), "approved, with a capture token"),
        good(scene.pRes(at + "6-pres.txt", pRes), "confirmed by the gateway's own receipt"),
        good(scene.capReq(at + "7-capreq.txt", capReq), "the merchant asks for the money"),
        good(scene.capRes(at + "8-capres.txt", capRes), "the capture is booked"),
        good(
            scene.message(
                at + "9-error-signed.txt",
                "Error",
                "wallet",
                error(pInitReq, scene.world().merchantSigning())),
            "an Error of the merchant"),
        good(
            scene.message(at + "9-error-unsigned.txt", "Error", "wallet", error(pInitReq)),
            "an Error of somebody without certificate"));
  }

  private static Vector good(Vector vector, String comment) {
    return vector.expect("success").with("comment", comment);
  }

  private static ErrorTBS about(byte[] refused) {
    MessageHeader header = MessageWrapper.TYPE.decode(refused).messageHeader();
    return new ErrorTBS(
        ErrorCode.messageTooOld,
        Nonce.of(Seeded.of("error").bytes(Nonce.OCTETS)),
        Optional.empty(),
        Optional.empty(),
        new ErrorMsg.Header(header));
  }

  private static byte[] error(byte[] refused) {
    return wrapped(refused, new Error.UnsignedError(about(refused)));
  }

  /** An Error about that message, signed. */
  static byte[] error(byte[] refused, SigningCredential by) {
    return wrapped(
        refused,
        new Error.SignedError(S.sign(Signatory.of(by), ErrorTBS.CONTENT, about(refused))));
  }

  private static byte[] wrapped(byte[] refused, Error error) {
    MessageHeader header = MessageWrapper.TYPE.decode(refused).messageHeader();
    return MessageWrapper.TYPE.encode(MessageWrapper.of(header, error));
  }
}
