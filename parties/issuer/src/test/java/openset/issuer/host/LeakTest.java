package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import openset.iso8583.host.AuthorizationRequest;
import openset.issuer.Bank;
import openset.issuer.card.Bin;
import openset.issuer.card.CardStatus;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.registration.VerificationId;
import openset.issuer.registration.VerificationRequest;
import openset.store.LiveFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** After a card's whole life its number stands nowhere: not in tables, server files or logs. */
class LeakTest {
  private final Logger root = (Logger) LoggerFactory.getLogger("openset");
  private final Captured log = new Captured();
  private final Bank bank = new Bank();

  private static final class Captured extends AppenderBase<ILoggingEvent> {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
    }

    String text() {
      return String.join("\n", lines);
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    root.setLevel(Level.TRACE);
    root.addAppender(log);
  }

  @AfterEach
  void close() {
    root.detachAppender(log);
    root.setLevel(Level.ERROR);
    bank.close();
  }

  @Test
  @Tag("V03")
  @Tag("V08")
  void theCardNumberStandsNowhereInTheClear() throws IOException {
    AccountOpened card = life();
    String text = log.text();
    assertThat(text).contains(card.number().masked());
    assertThat(text).doesNotContain("Zoë", "1990-02-28");
    String tables = tables();
    assertThat(tables).contains(card.account().toString());
    assertThat(tables).doesNotContain("Zoë", "1990-02-28");
    assertThat(spellings("openset")).anyMatch("b3BlbnNldA=="::equals);
    for (String spelling : spellings(card.number().digits())) {
      assertThat(text).doesNotContainIgnoringCase(spelling);
      assertThat(tables).doesNotContainIgnoringCase(spelling);
    }
    Set<String> found = foundInFiles(card);
    assertThat(found).containsExactly(card.account().toString());
  }

  /** Opened, registered, refused, authorized, declined, reversed, presented, settled, lost. */
  private AccountOpened life() {
    AccountOpened card = bank.opened(10_000);
    String form =
        bank.issuer().registration().form(new Bin(Bank.ISSUER), "zh").orElseThrow().id();
    bank.issuer()
        .registration()
        .verify(
            new VerificationRequest(
                new VerificationId("v"),
                form,
                card.number(),
                card.expiry(),
                Map.of("holderName", card.number().digits())));
    try (Lines lines = new Lines(bank)) {
      AuthorizationRequest kept = lines.asks(card, 4_000);
      String code = lines.approve(kept);
      lines.authorize(lines.asks(card, 10_000));
      AuthorizationRequest reversed = lines.asks(card, 1_000);
      lines.approve(reversed);
      lines.reverse(reversed);
      lines.present(lines.presents(kept, code, 3_000), "c");
      lines.settle(lines.settles("c", 1, 3_000));
      lines.askAcquirerLine(kept.toMessage().with().without(127).build());
    }
    bank.issuer().accounts().become(card.account(), CardStatus.LOST);
    return card;
  }

  private static List<String> spellings(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    String hex = HexFormat.of().formatHex(bytes);
    String reversed = new StringBuilder(text).reverse().toString();
    Base64.Encoder base64 = Base64.getEncoder();
    return List.of(text, hex, hex.toUpperCase(), base64.encodeToString(bytes), reversed);
  }

  private String tables() {
    return bank.database()
        .transactions()
        .inTransaction(
            tx ->
                tx
                    .handle()
                    .createQuery("select tablename from pg_tables where schemaname = 'public'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .flatMap(
                        table ->
                            tx
                                .handle()
                                .createQuery("select t::text from " + table + " t")
                                .mapTo(String.class)
                                .list()
                                .stream())
                    .collect(Collectors.joining("\n")));
  }

  /** What of account id and spellings stands in any file of the server, WAL and log included. */
  private static Set<String> foundInFiles(AccountOpened card) throws IOException {
    List<String> sought = new ArrayList<>(spellings(card.number().digits()));
    sought.add(card.account().toString());
    Set<String> found = new HashSet<>();
    for (Path file : LiveFiles.below(Bank.SERVER_FILES)) {
      String text = new String(LiveFiles.read(file), StandardCharsets.ISO_8859_1);
      sought.stream().filter(text::contains).forEach(found::add);
    }
    return found;
  }
}
