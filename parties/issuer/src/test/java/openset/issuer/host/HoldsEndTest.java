package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import openset.iso8583.host.AuthorizationRequest;
import openset.issuer.Bank;
import openset.issuer.Issuer;
import openset.issuer.desk.SweepDesk;
import openset.issuer.opening.Opening.AccountOpened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds end by themselves, whatever became of the authorization meanwhile. */
@Tag("L05")
class HoldsEndTest {
  private final Bank bank = new Bank();
  private final SweepDesk sweeps = bank.issuer().sweeps();
  private Lines lines;
  private AccountOpened card;

  @BeforeEach
  void open() {
    lines = new Lines(bank);
    card = bank.opened(10_000);
  }

  @AfterEach
  void close() {
    lines.close();
    bank.close();
  }

  @Test
  void everyHoldHasAnEndWithoutAnybodyAsking() {
    AuthorizationRequest whole = lines.asks(card, 2_000);
    AuthorizationRequest part = lines.asks(card, 3_000);
    lines.approve(whole);
    String code = lines.approve(part);
    presented(part, code, 1_000);
    bank.pass(Bank.HOLD_LIFE.minusSeconds(1));
    assertThat(sweeps.sweep()).isZero();
    assertThat(sweeps.endless()).isZero();
    bank.pass(Duration.ofSeconds(1));
    assertThat(sweeps.endless()).isEqualTo(2);
    assertThat(sweeps.sweep()).isEqualTo(2);
    assertThat(sweeps.endless()).isZero();
    assertThat(sweeps.sweep()).isZero();
    assertThat(lines.reverse(whole)).isEqualTo("00");
    presented(part, code, 2_000);
    bank.checkSums();
  }

  @Test
  void aHoldWhoseAmountWasPresentedAfterItsTimeHasAnEndToo() {
    AuthorizationRequest request = presentedLate();
    assertThat(sweeps.endless()).isOne();
    assertThat(sweeps.sweep()).isOne();
    assertThat(sweeps.endless()).isZero();
    assertThat(lines.reverse(request)).isEqualTo("12");
    assertThat(bank.breaches()).isEmpty();
    bank.checkSums();
  }

  @Test
  void whatWasWrittenDownAsOverWithoutAnEndIsNamedAndSweptAgain() throws IOException {
    presentedLate();
    inDatabase("update authorized set swept = expires");
    assertThat(sweeps.sweep()).isZero();
    assertThat(bank.breaches()).singleElement().asString().startsWith("authorization ");
    inDatabase(migration("V200__holds_without_end.sql"));
    assertThat(sweeps.sweep()).isOne();
    assertThat(bank.breaches()).isEmpty();
    inDatabase(migration("V200__holds_without_end.sql"));
    assertThat(sweeps.sweep()).isZero();
  }

  /** An authorization all of which was presented when nothing was held any more. */
  private AuthorizationRequest presentedLate() {
    AuthorizationRequest request = lines.asks(card, 2_000);
    String code = lines.approve(request);
    bank.pass(Bank.HOLD_LIFE);
    presented(request, code, 2_000);
    return request;
  }

  private void presented(AuthorizationRequest request, String code, long minor) {
    assertThat(lines.present(lines.presents(request, code, minor), "c-sweep")).isEqualTo("00");
  }

  private void inDatabase(String statement) {
    bank.database().transactions().perform(tx -> tx.handle().execute(statement));
  }

  private static String migration(String file) throws IOException {
    try (InputStream in =
        Issuer.class.getClassLoader().getResourceAsStream(Issuer.MIGRATIONS + "/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
