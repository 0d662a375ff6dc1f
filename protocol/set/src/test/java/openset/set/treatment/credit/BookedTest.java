package openset.set.treatment.credit;

import static openset.set.treatment.credit.GoingBack.ALL;
import static openset.set.treatment.credit.GoingBack.CAPTURE;
import static openset.set.treatment.credit.GoingBack.CREDIT;
import static openset.set.treatment.credit.GoingBack.PART;
import static openset.set.treatment.gateway.Booked.Standing.BOOKED;
import static openset.set.treatment.gateway.Booked.Standing.PURGED;
import static openset.set.treatment.gateway.Booked.Standing.TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.treatment.Altered;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.gateway.Booked;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq.Not;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gateway takes back and gives back of what it booked. */
final class BookedTest {
  private static final Booked NOTHING = new Booked(List.of(), List.of());
  private static final Booked CAPTURED =
      new Booked(List.of(Booked.Entry.of(CAPTURE, ALL)), List.of());

  private static CapRevOrCredReqItem item(CapRevOrCred kind, CurrencyAmount amount) {
    return new GoingBack(kind, amount).created.items().getFirst();
  }

  private static CapRevOrCredReqItem item(CapRevOrCred kind) {
    return new GoingBack(kind).created.items().getFirst();
  }

  private static Optional<Not> not(CapRevOrCredCode code, String rule) {
    return Optional.of(new Not(code, rule));
  }

  private static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  @Test
  @Tag("CapRevReq-P-01")
  @Tag("L09")
  void aCaptureIsTakenBackWhollyByItsName() {
    CapRevOrCred kind = CapRevOrCred.CAP_REV;
    assertThat(CAPTURED.judge(kind, item(kind))).isEmpty();
    Optional<Not> none = not(CapRevOrCredCode.originalNotFound, "CapRevReq-P-01");
    assertThat(CAPTURED.judge(kind, item(kind, PART))).isEqualTo(none);
    assertThat(NOTHING.judge(kind, item(kind))).isEqualTo(none);
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    for (Optional<RRPID> original : List.of(Optional.of(other), Optional.<RRPID>empty())) {
      CapRevOrCredReqItem odd = Altered.at(item(kind), "originalRRPID", original);
      assertThat(CAPTURED.judge(kind, odd)).isEqualTo(none);
    }
  }

  @Test
  @Tag("CapRevReq-P-02")
  void aCaptureIsTakenBackOnceAndNotOnceItsBatchWasPurged() {
    CapRevOrCred kind = CapRevOrCred.CAP_REV;
    assertThat(GoingBack.booked(TAKEN_BACK, TAKEN_BACK).judge(kind, item(kind)))
        .isEqualTo(not(CapRevOrCredCode.originalProcessed, "CapRevReq-P-02"));
    assertThat(GoingBack.booked(PURGED, TAKEN_BACK).judge(kind, item(kind)))
        .isEqualTo(not(CapRevOrCredCode.capPurged, "CapRevReq-P-02"));
  }

  @Test
  @Tag("CapRevReq-P-03")
  void aCaptureWhoseMoneyWasCreditedIsNotTakenBackUntilTheCreditIs() {
    CapRevOrCred kind = CapRevOrCred.CAP_REV;
    assertThat(GoingBack.booked(BOOKED, BOOKED).judge(kind, item(kind)))
        .isEqualTo(not(CapRevOrCredCode.originalProcessed, "CapRevReq-P-03"));
    assertThat(GoingBack.booked(BOOKED, TAKEN_BACK).judge(kind, item(kind))).isEmpty();
  }

  @Test
  @Tag("CredReq-P-01")
  @Tag("L09")
  void withoutACaptureOfItsCurrencyNothingIsCredited() {
    CapRevOrCred kind = CapRevOrCred.CRED;
    Optional<Not> none = not(CapRevOrCredCode.originalNotFound, "CredReq-P-01");
    assertThat(NOTHING.judge(kind, item(kind))).isEqualTo(none);
    assertThat(GoingBack.booked(TAKEN_BACK, TAKEN_BACK).judge(kind, item(kind)))
        .isEqualTo(none);
    assertThat(CAPTURED.judge(kind, item(kind, CurrencyAmount.of("CHF", 500))))
        .isEqualTo(none);
  }

  @ParameterizedTest
  @CsvSource({"1490, true", "1491, false", "1, true", "999999999999999, false"})
  @Tag("CredReq-P-02")
  void noMoreIsCreditedThanWasCaptured(long minor, boolean booked) {
    assertThat(CAPTURED.judge(CapRevOrCred.CRED, item(CapRevOrCred.CRED, euros(minor))))
        .isEqualTo(
            booked
                ? Optional.empty()
                : not(CapRevOrCredCode.originalProcessed, "CredReq-P-02"));
  }

  @ParameterizedTest
  @CsvSource({"BOOKED, 990, true", "BOOKED, 991, false", "TAKEN_BACK, 1490, true"})
  @Tag("CredReq-P-02")
  void creditsTogetherStayWithinTheCaptures(
      Booked.Standing earlier, long minor, boolean booked) {
    assertThat(
            GoingBack.booked(BOOKED, earlier)
                .judge(CapRevOrCred.CRED, item(CapRevOrCred.CRED, euros(minor)))
                .isEmpty())
        .isEqualTo(booked);
  }

  @Test
  @Tag("CredRevReq-P-01")
  @Tag("CredRevReq-P-02")
  void aCreditIsTakenBackWhollyByItsNameAndOnce() {
    CapRevOrCred kind = CapRevOrCred.CRED_REV;
    assertThat(GoingBack.booked(BOOKED, BOOKED).judge(kind, item(kind))).isEmpty();
    Optional<Not> none = not(CapRevOrCredCode.originalNotFound, "CredRevReq-P-01");
    assertThat(CAPTURED.judge(kind, item(kind))).isEqualTo(none);
    assertThat(GoingBack.booked(BOOKED, BOOKED).judge(kind, item(kind, euros(499))))
        .isEqualTo(none);
    assertThat(
            GoingBack.booked(BOOKED, BOOKED)
                .judge(kind, Altered.at(item(kind), "originalRRPID", Optional.of(CAPTURE))))
        .as("a capture is no credit")
        .isEqualTo(none);
    assertThat(GoingBack.booked(BOOKED, TAKEN_BACK).judge(kind, item(kind)))
        .isEqualTo(not(CapRevOrCredCode.originalProcessed, "CredRevReq-P-02"));
    assertThat(new Booked.Entry(CREDIT, PART, BOOKED)).isEqualTo(Booked.Entry.of(CREDIT, PART));
  }
}
