package openset.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.capture.CapResData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.PResData;
import openset.set.operator.Signed;
import openset.set.treatment.Forms;

/** The date that a word bears, at which its certificate is judged (EVID-11); unproved by itself. */
public final class Dates {
  private Dates() {}

  /**
   * When {@code word} was said, as it says itself.
   *
   * @return empty where it bears no date
   * @throws Asn1Exception where it cannot be read
   */
  public static Optional<Instant> of(Word word) {
    return switch (word) {
      case Word.AuthRes said ->
          Optional.of(
              content(said.signed(), Forms.AUTH_RES.enc().content().type())
                  .value().authTags().authRRTags().currentDate());
      case Word.Receipt said ->
          Optional.of(content(said.signed(), AcqCardCodeMsg.TYPE).receipt().date());
      case Word.CapRes said ->
          Optional.of(content(said.signed(), CapResData.TYPE).capRRTags().currentDate());
      case Word.AuthRevRes said -> of(content(said.signed(), AuthRevResData.TYPE));
      case Word.AuthReduced said ->
          of(content(said.signed(), Forms.AUTH_REV_RES_B.enc().content().type()).value());
      case Word.CapRevRes said -> of(content(said.signed(), CapRevOrCredResData.TYPE));
      case Word.CredRes said -> of(content(said.signed(), CapRevOrCredResData.TYPE));
      case Word.CredRevRes said -> of(content(said.signed(), CapRevOrCredResData.TYPE));
      case Word.PRes said -> of(content(said.signed(), PResData.TYPE));
      case Word.Stated said -> Optional.of(content(said.signed(), Claim.TYPE).date());
    };
  }

  /**
   * What was signed, before the signature is looked at.
   *
   * @throws Asn1Exception where it cannot be read
   */
  public static <T> T content(Signed<T> signed, Asn1Type<T> type) {
    return type.decode(
        signed.cms().content().content()
            .orElseThrow(() -> new Asn1Exception("nothing signed"))
            .bytes());
  }

  private static Optional<Instant> of(CapRevOrCredResData data) {
    return Optional.of(data.capRevOrCredRRTags().currentDate());
  }

  private static Optional<Instant> of(AuthRevResData data) {
    return Optional.of(data.authRevTags().authRevRRTags().currentDate());
  }

  private static Optional<Instant> of(PResData data) {
    return data.pResPayloadSeq().stream()
        .flatMap(payload -> payload.results().stream())
        .flatMap(
            results ->
                Stream.concat(
                    results.authStatus().map(AuthStatus::authDate).stream(),
                    results.capStatus().map(CapStatus::capDate).stream()))
        .max(Instant::compareTo);
  }
}
