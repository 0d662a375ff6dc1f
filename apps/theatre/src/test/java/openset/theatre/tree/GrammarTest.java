package openset.theatre.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MessageWrapper", "PReqDualSigned", "PIHead", "OIData", "AuthReqData", "CertReqData"
      })
  void tellsATypeInTheWordsOfTheSpecification(String type) {
    assertThat(Grammar.of(type).orElseThrow().text()).startsWith(type).contains("::= SEQUENCE {");
  }

  @Test
  void tellsNothingOfATypeThatIsNone() {
    assertThat(Grammar.of("OIData ")).isEmpty();
    assertThat(Grammar.of("../SetData")).isEmpty();
  }
}
