package openset.cli.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import openset.pages.Language;
import openset.set.Refused;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every command of the wallet is told. */
final class WalletOptions {
  private static final String PASSPHRASE = "OPENSET_WALLET_PASSPHRASE";
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The wallet's folder (default: .openset-wallet in your home).")
  private Path home;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "en or zh (default: the language of your system).")
  private Language language;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  /** What a command does with an open wallet. */
  @FunctionalInterface
  interface Act {
    /** Does it; returns the exit code. */
    int with(OpenWallet wallet, Terminal terminal) throws Stopped, Refused, IOException;
  }

  boolean json() {
    return json;
  }

  WalletHome home() {
    Path folder =
        home != null ? home : Path.of(System.getProperty("user.home"), ".openset-wallet");
    return new WalletHome(folder.toAbsolutePath().normalize());
  }

  Terminal terminal(CommandSpec spec) {
    return new Terminal(
        language(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private Language language() {
    if (language != null) return language;
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = System.getenv(name);
      if (value != null && !value.isEmpty()) {
        return value.startsWith("zh") ? Language.zh : Language.en;
      }
    }
    return Language.en;
  }

  /**
   * Opens the wallet, does something with it and closes it.
   *
   * @param from the wallet's host, for a wallet that is not there yet
   * @param fresh whether revocation lists must be today's
   */
  int run(CommandSpec spec, Optional<URI> from, boolean fresh, Act act) throws IOException {
    Terminal terminal = terminal(spec);
    try {
      char[] passphrase = passphrase(terminal, from);
      try (OpenWallet wallet = OpenWallet.open(home(), passphrase, fresh)) {
        return act.with(wallet, terminal);
      }
    } catch (Stopped e) {
      terminal.complain(e.words());
    } catch (Refused e) {
      terminal.complain(WalletWords.refused(e.rule()));
    }
    return 1;
  }

  private char[] passphrase(Terminal terminal, Optional<URI> from) throws Stopped {
    WalletHome folder = home();
    if (!folder.exists() && from.isEmpty()) {
      throw new Stopped(
          "There is no wallet in " + folder.folder() + ". 'openset wallet register' makes one.",
          folder.folder() + " 中没有钱包，可用 openset wallet register 建立。");
    }
    String given = System.getenv(PASSPHRASE);
    boolean told = given != null && !given.isEmpty();
    char[] passphrase =
        told
            ? given.toCharArray()
            : terminal.askSecret(
                folder.exists() ? WalletWords.PASSPHRASE : WalletWords.NEW_PASSPHRASE);
    if (!folder.exists()) {
      if (passphrase.length < 8) {
        throw new Stopped("A passphrase has at least 8 characters.", "口令至少 8 个字符。");
      }
      folder.make(from.get(), passphrase);
    }
    return passphrase;
  }

  /** Prints as JSON. */
  void print(Terminal terminal, Object value) throws IOException {
    terminal.say(JSON.writeValueAsString(value));
  }
}
