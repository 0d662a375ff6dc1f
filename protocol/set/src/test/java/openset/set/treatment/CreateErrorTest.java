package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.asn1.Der;
import openset.pki.CertificateType;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.message.Error;
import openset.set.message.ErrorMsg;
import openset.set.message.ErrorTBS;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Error that answers what could not be processed. */
final class CreateErrorTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final MessageHeader REFUSED = HONEST.pReq.wrapper().messageHeader();

  private static Means signing() {
    Means means = HONEST.means;
    Keyring keys = new Keyring(List.of(HONEST.world.merchantSigning), List.of());
    return new Means(means.now(), means.randomness(), means.trust(), keys, means.policy());
  }

  private static ErrorTBS unsigned(MessageWrapper wrapper) {
    return ((Error.UnsignedError) Receivers.sent(wrapper).message()).tbs();
  }

  @Test
  @Tag("ERR-01")
  void namesTheRefusedMessageByItsHeaderAndGivesTheCode() {
    MessageWrapper error =
        CreateError.create(REFUSED, ErrorCode.signatureFailure, HONEST.means);
    ErrorTBS tbs = unsigned(error);
    assertThat(tbs.errorCode()).isEqualTo(ErrorCode.signatureFailure);
    assertThat(tbs.errorMsg()).isEqualTo(new ErrorMsg.Header(REFUSED));
    assertThat(error.messageHeader().rrpid()).isEqualTo(REFUSED.rrpid());
    assertThat(error.messageHeader().messageIDs()).isEqualTo(REFUSED.messageIDs());
    assertThat(error.messageHeader().date()).isEqualTo(HONEST.means.now());
  }

  @Test
  @Tag("ERR-01")
  @Tag("V02")
  void saysNothingOfWhyAndIsNewEachTime() {
    ErrorTBS one = unsigned(CreateError.create(REFUSED, ErrorCode.unknownXID, HONEST.means));
    ErrorTBS two = unsigned(CreateError.create(REFUSED, ErrorCode.unknownXID, HONEST.means));
    assertThat(one.errorOID()).isEmpty();
    assertThat(one.errorNonce()).isNotEqualTo(two.errorNonce());
    assertThat(Altered.at(one, "errorNonce", two.errorNonce())).isEqualTo(two);
  }

  @Test
  @Tag("ERR-02")
  void sendsOctetsThatAreNoWrapperBackAsTheyCame() {
    Der octets = Der.ofHex("3003020105");
    MessageWrapper error =
        CreateError.create(octets, ErrorCode.decodingFailure, HONEST.means);
    assertThat(unsigned(error).errorMsg()).isEqualTo(new ErrorMsg.BadWrapper(octets));
    assertThat(error.messageHeader().rrpid()).isEmpty();
    assertThat(error.messageHeader().messageIDs()).isEmpty();
  }

  @Test
  @Tag("ERR-03")
  void isSignedByWhoeverCanSign() throws Refused {
    MessageWrapper error =
        Receivers.sent(CreateError.create(REFUSED, ErrorCode.unknownXID, signing()));
    Error.SignedError signed = (Error.SignedError) error.message();
    ErrorTBS tbs =
        S.verify(
                signed.signed(),
                ErrorTBS.CONTENT,
                Resent.expected(HONEST.world, CertificateType.MER))
            .value();
    assertThat(tbs.errorCode()).isEqualTo(ErrorCode.unknownXID);
  }

  @Test
  @Tag("ERR-03")
  void isUnsignedWhereNobodyCan() {
    MessageWrapper error = CreateError.create(REFUSED, ErrorCode.unknownXID, HONEST.means);
    assertThat(error.message()).isInstanceOf(Error.UnsignedError.class);
  }
}
