package openset.authority.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BankRequest",
        "BankRequest$Form",
        "BankRequest$Verify",
        "BankRequest$Inquire",
        "BankRequest$Merchant",
        "BankRequest$Gateway",
        "BankAnswer",
        "BankAnswer$Form",
        "BankAnswer$Accepted",
        "BankAnswer$Pending",
        "BankAnswer$Confirmed",
        "BankAnswer$NotConfirmed"
      })
  void theyComeBackAsTheyWentWhicheverTypeAProcessUsesFirst(String first) throws Exception {
    // A process of its own, as far as classes go: no type is initialised yet.
    try (URLClassLoader fresh =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class.forName("openset.authority.bank." + first, true, fresh);
      Object back =
          Class.forName(BankMessages.class.getName(), true, fresh)
              .getMethod("comeBack")
              .invoke(null);
      assertThat(back).isEqualTo(true);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : path.split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
