package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchRow;
import openset.merchant.batch.Errand;
import openset.set.Refused;
import openset.set.data.BrandID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A merchant's batches while its gateway does not answer. */
@Timeout(120)
final class BatchesTest {
  private static final Brand BRAND = new Brand();

  @Test
  @Tag("Batch-M-01")
  void whileTheGatewayIsAskedNothingElseIsAskedOfTheBatch() throws Exception {
    try (Shopfront shopfront = new Shopfront(BRAND)) {
      shopfront.gateway.manner = TestGateway.silent();
      shopfront.database.transactions()
          .perform(
              tx ->
                  tx.handle()
                      .execute(
                          "insert into batch (account, batch_id, brand, currency, opened_at,"
                              + " standing) values ('999001/M-0001', 7, ?, 978, now(), 'open')",
                          Brand.NAME));
      String word = "999001-M-0001-7";
      assertThat(shopfront.merchant().batches().does(word, Errand.close))
          .isInstanceOf(Batch.Asking.class);
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> shopfront.merchant().batches().does(word, Errand.compare));
      assertThat(refused.rule()).isEqualTo("Batch-M-01");
      BatchRow row = shopfront.merchant().batches().row(word).orElseThrow();
      assertThat(row.standing()).isEqualTo("asking");
      assertThat(row.brandID()).isEqualTo(new BrandID(Brand.NAME));
    }
  }
}
