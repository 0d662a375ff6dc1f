package openset.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language somebody gets. */
final class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh|zh",
        "zh-CN,zh;q=0.9,en;q=0.8|zh",
        "zh-Hant-TW|zh",
        "en-US,en;q=0.9,zh;q=0.8|en",
        "de,fr;q=0.8|en",
        "de,zh;q=0.5,en;q=0.4|zh",
        "*|en",
        ";;;q=x|en",
        "''|en"
      })
  void theBrowsersListDecides(String accepted, Language language) {
    assertThat(Language.of(Optional.empty(), Optional.of(accepted))).isEqualTo(language);
  }

  @Test
  void aChoiceGoesBeforeTheBrowsersList() {
    assertThat(Language.of(Optional.of("en"), Optional.of("zh"))).isEqualTo(Language.en);
    assertThat(Language.of(Optional.of("zh"), Optional.empty())).isEqualTo(Language.zh);
  }

  @Test
  void aChoiceThatIsNoneIsNotTaken() {
    assertThat(Language.of(Optional.of("../etc"), Optional.of("zh"))).isEqualTo(Language.zh);
    assertThat(Language.of(Optional.empty(), Optional.of("zh,".repeat(500))))
        .isEqualTo(Language.en);
  }
}
