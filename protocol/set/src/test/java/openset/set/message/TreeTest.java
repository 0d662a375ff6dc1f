package openset.set.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.crypto.SecretBytes;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANData0;
import openset.set.data.registration.RegFormItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final RRPID RRPID_ONE = RRPID.of(filled(20, 0x11));

  @Test
  void printsAMessageWithTheNamesOfTheSpecification() {
    String tree = Tree.ofMessage(MessageWrapper.TYPE.encode(wrapper(pInitReq())));
    assertThat(tree.lines())
        .containsSequence(
            "MessageWrapper",
            "  messageHeader  MessageHeader",
            "    version  INTEGER  1",
            "    revision  INTEGER  0 (default)",
            "    date  Date  2026-11-22T09:30:00Z",
            "    rrpid  RRPID  " + "11".repeat(20),
            "    swIdent  SWIdent  OpenSET 0.1",
            "  message  Message",
            "    purchaseInitRequest  PInitReq",
            "      rrpid  RRPID  " + "11".repeat(20),
            "      language  Language  en")
        .contains("      brandID  BrandID  Aurora")
        .noneMatch(line -> line.contains("thumbs"));
  }

  @Test
  void saysForWhomASealedPartIsSealedAndByWhomASignedOneIsSigned() {
    assertThat(draw(AuthReq.TYPE, AuthReq.class))
        .contains("sealed  Enc  sealed, ")
        .contains("octets, for issuer C=SE O=Aurora OU=Test Authority, serial ");
    assertThat(draw(PReqDualSigned.TYPE, PReqDualSigned.class))
        .contains("exPIData  EX  sealed, ")
        .contains("signed by issuer C=SE O=Aurora OU=Test Authority, serial ")
        .contains("link  DD  of PIData ");
  }

  @Test
  @Tag("V03")
  void showsNoSecret() {
    PAN pan = PAN.completing("999001123456789");
    CardSecret secret = new CardSecret(SecretBytes.of(filled(32, 0x22)));
    Nonce exNonce = Nonce.of(filled(20, 0x33));
    PANData0 data = new PANData0(pan, CardExpiry.of("203009"), secret, exNonce);

    String tree = Tree.of(PANData0.TYPE, PANData0.TYPE.encode(data));
    assertThat(tree)
        .contains("pan  PAN  999001******" + pan.lastFour())
        .doesNotContain(pan.digits(), "2222", "3333")
        .contains("exNonce  Nonce  (hidden)");

    RegFormItem answer = new RegFormItem("Passport", "X1234567");
    assertThat(Tree.of(RegFormItem.TYPE, RegFormItem.TYPE.encode(answer)))
        .contains("Passport")
        .doesNotContain("X1234567");
  }

  @Test
  void printsEveryTypeThereIs() {
    Arbitrary arbitrary = new Arbitrary(7);
    for (int i = 0; i < 20; i++) {
      Message message = (Message) arbitrary.value(Message.class);
      String tree = Tree.of(Message.TYPE, Message.TYPE.encode(message));
      assertThat(tree).startsWith("Message\n").doesNotContain("null").doesNotContain("@");
    }
  }

  @Test
  void refusesWhatIsNoMessage() {
    byte[] empty = Der.ofHex("3000").bytes();
    assertThatThrownBy(() -> Tree.ofMessage(empty))
        .isInstanceOf(Asn1Exception.class)
        .hasMessageContaining("MessageWrapper.messageHeader");
  }

  @SuppressWarnings("unchecked")
  private static <T> String draw(Asn1Type<T> type, Class<?> kind) {
    return Tree.of(type, type.encode((T) new Arbitrary(1).value(kind)));
  }

  static MessageWrapper wrapper(Message message) {
    MessageHeader header =
        MessageHeader.of(
            Instant.parse("2026-11-22T09:30:00Z"),
            Optional.empty(),
            RRPID_ONE,
            new SWIdent("OpenSET 0.1"));
    return MessageWrapper.of(header, message);
  }

  private static PInitReq pInitReq() {
    return new PInitReq(
        RRPID_ONE,
        new Language("en"),
        LocalID.ofText("wallet-1"),
        Optional.empty(),
        Challenge.of(filled(20, 0x44)),
        new BrandID("Aurora"),
        new BIN("999001"),
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] filled(int length, int octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) octet);
    return octets;
  }
}
