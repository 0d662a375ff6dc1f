package openset.pages.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.pages.Words;
import org.junit.jupiter.api.Test;

class OperationTest {

  @Test
  void everyCallOfTheApiIsDescribedInBothLanguages() {
    List<Operation> all = Operation.all();
    assertThat(all).hasSizeGreaterThan(20);
    for (Operation operation : all) {
      assertThat(isSaid(operation.summary())).as(operation.id()).isTrue();
      assertThat(operation.parameters()).allMatch(parameter -> isSaid(parameter.about()));
    }
  }

  private static boolean isSaid(Words words) {
    return !words.en().isBlank() && !words.zh().isBlank() && !words.zh().equals(words.en());
  }
}
