package openset.set.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.set.Refused;
import openset.set.data.payment.PI;
import openset.set.message.MessageWrapper;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.ProcessPReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One bit of every octet of every message, turned on its way. The receiver refuses, or the octet is
 * of a part that nothing protects and everything came out as if it had not been touched.
 */
final class BitFlipTest {
  private static final Purchase HONEST = Purchase.honest();
  private static final ForgedAuthorization FORGED = ForgedAuthorization.honest();

  /** What nothing protects: told by the header, or help for finding a path that is proved. */
  private static final List<String> HEADER =
      List.of("messageHeader.date", "messageHeader.swIdent");

  /** Which further parts are open in which message. */
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            HONEST.pInitRes.wrapper(),
            List.of("message.signed.cms.certificates", "message.signed.cms.crls")),
        Arguments.of(
            HONEST.pReq.wrapper(),
            List.of(
                "message.piDualSigned.piSignature.cms.certificates",
                "message.piDualSigned.exPIData")),
        Arguments.of(HONEST.authReq.wrapper(), List.of()),
        Arguments.of(HONEST.authRes, List.of()),
        Arguments.of(HONEST.pRes, List.of("message.signed.cms.certificates")),
        Arguments.of(HONEST.capReq.wrapper(), List.of()),
        Arguments.of(HONEST.capRes, List.of()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  @Tag("OP-35")
  @Tag("K04")
  void changesNothingOrIsRefused(MessageWrapper wrapper, List<String> open) throws Refused {
    byte[] octets = MessageWrapper.TYPE.encode(wrapper);
    MessageWrapper untouched = MessageWrapper.TYPE.decode(octets);
    Object expected = outcome(HONEST.receivers().receive(untouched));
    List<String> unprotected = new ArrayList<>(HEADER);
    unprotected.addAll(open);
    int refused = 0;
    for (int at = 0; at < octets.length; at++) {
      octets[at] ^= (byte) (1 << at % 8);
      Optional<MessageWrapper> taken = taken(octets, expected);
      octets[at] ^= (byte) (1 << at % 8);
      if (taken.isEmpty()) refused++;
      else assertThat(touched(taken.get(), untouched)).as("octet %d", at).isIn(unprotected);
    }
    assertThat(refused).isGreaterThan(octets.length / 3);
  }

  /** The message, where it was processed, which must have come to what was expected. */
  private static Optional<MessageWrapper> taken(byte[] octets, Object expected) {
    try {
      MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets);
      Object outcome = HONEST.receivers().receive(wrapper);
      assertThat(outcome(outcome)).isEqualTo(expected);
      if (outcome instanceof ProcessPReq.Outcome.Accepted accepted) carriedOn(accepted);
      return Optional.of(wrapper);
    } catch (Asn1Exception | Refused e) {
      return Optional.empty();
    }
  }

  /** A payment half that the merchant could not look into is refused by the gateway. */
  private static void carriedOn(ProcessPReq.Outcome.Accepted accepted) {
    PI pi = accepted.order().proof().pi().value();
    try {
      ProcessAuthReq.Outcome outcome =
          HONEST.receivers().authReq(FORGED.authReq("pi", pi));
      assertThat(outcome).isEqualTo(HONEST.agreed);
      assertThat(Altered.part(pi, "exPIData"))
          .isEqualTo(Altered.part(HONEST.order.proof().pi().value(), "exPIData"));
    } catch (Refused e) {
      assertThat(pi).isNotEqualTo(HONEST.order.proof().pi().value());
    }
  }

  /** An outcome without what the merchant only carries. */
  private static Object outcome(Object outcome) {
    return outcome instanceof ProcessPReq.Outcome.Accepted accepted
        ? Altered.at(accepted, "order.proof.pi", HONEST.order.proof().pi())
        : outcome;
  }

  /** The one part in which {@code wrapper} differs. */
  private static String touched(MessageWrapper wrapper, MessageWrapper untouched) {
    String path = "";
    while (true) {
      String within = path;
      Object now = within.isEmpty() ? wrapper : Altered.part(wrapper, within);
      if (!(now instanceof Record record)) return path;
      List<String> different =
          Stream.of(record.getClass().getRecordComponents())
              .map(component -> (within.isEmpty() ? "" : within + ".") + component.getName())
              .filter(
                  part ->
                      !Altered.part(wrapper, part).equals(Altered.part(untouched, part)))
              .toList();
      if (different.size() != 1) return path;
      path = different.getFirst();
      if (path.endsWith("exPIData") || path.endsWith("swIdent")) return path;
    }
  }
}
