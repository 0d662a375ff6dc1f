package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openset.cli.config.BadConfig;
import openset.store.Database;

/** All that the participants of the town hold in their databases. */
final class Rows {
  private static final int CONNECTIONS = 1;

  private Rows() {}

  /** By name of the participant every row of every table, binary columns in hexadecimal. */
  static Map<String, String> of(TownSquare town) throws BadConfig {
    Map<String, String> all = new LinkedHashMap<>();
    for (String name : town.town().names()) {
      try (Database database =
          Database.open(
              town.town()
                  .site(name)
                  .own()
                  .database()
                  .address(town.world().config(name).getParent()),
              CONNECTIONS,
              List.of())) {
        all.put(name, rows(database));
      }
    }
    return all;
  }

  private static String rows(Database database) {
    return database.transactions()
        .inTransaction(
            tx -> {
              List<String> rows = new ArrayList<>();
              tx.handle()
                  .createQuery("select tablename from pg_tables where schemaname = 'public'")
                  .mapTo(String.class)
                  .forEach(
                      table ->
                          tx.handle()
                              .createQuery("select t::text from " + table + " t")
                              .mapTo(String.class)
                              .forEach(rows::add));
              return String.join("\n", rows);
            });
  }

  /** No security code of a card, as DER, the host link and JSON would write it. */
  static void hasNone(String who, String kept, List<String> codes) {
    assertThat(kept).as(who).isNotEmpty();
    for (String code : codes) {
      String octets = "0" + code.length() + code.replaceAll("(.)", "3$1");
      assertThat(kept).as(who).doesNotContain("12" + octets, "0e" + octets);
      assertThat(kept).as(who).doesNotContain("Code\":\"" + code, "Code\": \"" + code);
    }
  }
}
