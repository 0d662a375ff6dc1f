package openset.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import openset.clearing.ClearingConfig.Delivery;
import openset.clearing.file.FileLimits;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.HouseFiles;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is captured goes from the acquirer to the issuer in files over HTTP. */
@Timeout(120)
final class ByFileTest {
  @Test
  @Tag("HL-108")
  void salesAreSettledByFileFromTheGatewayToTheStatement() throws Exception {
    try (Banks banks = new Banks(Delivery.FILES)) {
      AccountOpened account = banks.openAccount(50_000);
      for (long minor : new long[] {10_000, 2_000}) {
        AuthorizationRequest request = banks.request(account, minor);
        Decision decision = Decision.of(banks.ask(request.toMessage()));
        assertThat(decision).isInstanceOf(Decision.Approved.class);
        String code = ((Decision.Approved) decision).code();
        FinancialAdvice capture = banks.capture(request, code, minor);
        assertThat(banks.ask(capture.toMessage()).text(39)).contains("00");
      }
      banks.settleFiles(2);
      assertThat(banks.money(account).balance()).isEqualTo(new Money(Banks.EUR, 12_000));
      assertThat(banks.money(account).held()).isEqualTo(new Money(Banks.EUR, 0));
      assertThat(banks.clearing.balance(Banks.ACQUIRER, Banks.EUR))
          .isEqualTo(new Money(Banks.EUR, 12_000));
      Banks.await("all presented", () -> banks.acquirer.undelivered() == 0);
      banks.checkSums();
      aFileThatIsTooLongIsRefusedByName(banks);
    }
  }

  private static void aFileThatIsTooLongIsRefusedByName(Banks banks) throws Exception {
    HouseFiles house = banks.files.of(Banks.ACQUIRER);
    HouseFiles.Name name = new HouseFiles.Name("TOO-LONG", false);
    FileRefused refused =
        catchThrowableOfType(
            FileRefused.class,
            () -> house.put(name, FileLimits.STANDARD.octets(), new byte[] {1}));
    assertThat(refused.reason()).isEqualTo(FileRefused.Reason.TOO_LONG);
    assertThat(house.standing(name)).isEmpty();
  }
}
