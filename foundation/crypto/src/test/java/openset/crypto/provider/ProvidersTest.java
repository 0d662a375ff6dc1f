package openset.crypto.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ProvidersTest {
  @Test
  @EnabledIfSystemProperty(named = "openset.crypto", matches = "native")
  void nativeLibrariesDoTheCurves() {
    String corretto = "AmazonCorrettoCryptoProvider";
    assertThat(curves()).containsExactly(corretto, corretto, "Conscrypt");
  }

  @Test
  @EnabledIfSystemProperty(named = "openset.crypto", matches = "fallback")
  void bouncyCastleDoesTheCurvesWhenAsked() {
    assertThat(curves()).containsExactly("BC", "BC", "BC");
  }

  @Test
  void theJdkDoesAllElseButCmacWhichItHasNot() {
    assertThat(Providers.report().stream().skip(3))
        .isNotEmpty()
        .allMatch(
            bound ->
                bound.algorithm().equals("AES-CMAC")
                    ? bound.provider().equals("BC")
                    : bound.provider().toUpperCase(Locale.ROOT).startsWith("SUN"));
    assertThat(Providers.report())
        .allSatisfy(bound -> assertThat(bound.version()).isNotBlank())
        .allSatisfy(bound -> assertThat(bound.algorithm()).isNotBlank());
  }

  @Test
  void noProviderIsRegisteredForAllTheProcess() {
    Providers.report();
    assertThat(Stream.of(Security.getProviders()).map(Provider::getName))
        .doesNotContain("AmazonCorrettoCryptoProvider", "Conscrypt", "BC");
  }

  private static List<String> curves() {
    return Providers.report().stream().limit(3).map(Providers.Bound::provider).toList();
  }
}
