package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openset.checks.tidy.Repository;
import openset.conduct.Moves;
import openset.merchant.sale.Sale;
import openset.merchant.sale.SaleMoves;
import org.junit.jupiter.api.Test;

/** docs/states.md says what the sealed types and their moves say. */
final class StatesTest {
  @Test
  void thePageIsWhatTheCodeMakes() throws IOException {
    Path root = Repository.here().root();
    assertThat(Files.readString(root.resolve("docs/states.md")))
        .isEqualTo(StatesPage.text(root));
  }

  @Test
  void movesThatForgetAStateOrAreOfAnotherAreNone() {
    Map<Class<? extends Sale>, List<Moves.Move<Sale>>> some =
        Map.of(Sale.Reversed.class, List.of());
    assertThatThrownBy(() -> new Moves<>(Sale.class, some))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SaleMoves.TABLE.byState()).hasSize(Sale.class.getPermittedSubclasses().length);
  }

  @Test
  void eachMoveIsSaidInBothLanguages() {
    SaleMoves.TABLE.byState().values().stream()
        .flatMap(List::stream)
        .forEach(
            move -> {
              assertThat(move.english()).matches("[a-z].*[^.]");
              assertThat(move.chinese()).matches(".*\\p{IsHan}.*");
            });
  }
}
