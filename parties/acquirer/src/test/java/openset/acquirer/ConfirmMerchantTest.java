package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import openset.acquirer.Confirmation.Confirmed;
import openset.acquirer.Confirmation.NotConfirmed;
import openset.acquirer.Confirmation.Reason;
import openset.acquirer.store.Merchant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConfirmMerchantTest {

  @Test
  void confirmsWhatTheContractSaysAndNamesTheReasonOtherwise() throws Exception {
    try (World world = new World()) {
      Acquirer acquirer = world.acquirer;
      Merchant books = new Merchant("M-1", "Lantern Books", "5732", 150, true);
      assertThat(acquirer.confirm(claim("999001", "M-1", "Lantern Books", "5732")))
          .isEqualTo(new Confirmed(books));
      assertThat(acquirer.confirm(claim("999502", "M-1", "Lantern Books", "5732")))
          .isEqualTo(new NotConfirmed(Reason.OTHER_ACQUIRER));
      assertThat(acquirer.confirm(claim("999001", "M-2", "Lantern Books", "5732")))
          .isEqualTo(new NotConfirmed(Reason.UNKNOWN_MERCHANT));
      assertThat(acquirer.confirm(claim("999001", "M-1", "Lantern Book", "5732")))
          .isEqualTo(new NotConfirmed(Reason.OTHER_NAME));
      assertThat(acquirer.confirm(claim("999001", "M-1", "Lantern Books", "7995")))
          .isEqualTo(new NotConfirmed(Reason.OTHER_CATEGORY));
      acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 150, false));
      assertThat(acquirer.confirm(claim("999001", "M-1", "Lantern Books", "5732")))
          .isEqualTo(new NotConfirmed(Reason.CONTRACT_NOT_ACTIVE));
      assertThat(acquirer.merchants()).hasSize(1);
    }
  }

  @Test
  void confirmsNoWebOriginButTheContracts() throws Exception {
    try (World world = new World()) {
      Optional<String> origin = Optional.of("https://lantern.example");
      Merchant books = new Merchant("M-1", "Lantern Books", "5732", 150, true, origin);
      assertThat(world.acquirer.confirm(claim("M-1", origin)))
          .isEqualTo(new NotConfirmed(Reason.OTHER_ORIGIN));
      world.acquirer.agree(books);
      assertThat(world.acquirer.confirm(claim("M-1", origin))).isEqualTo(new Confirmed(books));
      assertThat(world.acquirer.confirm(claim("M-1", Optional.empty())))
          .isEqualTo(new Confirmed(books));
      assertThat(world.acquirer.confirm(claim("M-1", Optional.of("https://evil.example"))))
          .isEqualTo(new NotConfirmed(Reason.OTHER_ORIGIN));
    }
  }

  private static MerchantClaim claim(String id, Optional<String> origin) {
    return new MerchantClaim("999001", id, "Lantern Books", "5732", origin);
  }

  private static MerchantClaim claim(String bin, String id, String name, String category) {
    return new MerchantClaim(bin, id, name, category, Optional.empty());
  }
}
