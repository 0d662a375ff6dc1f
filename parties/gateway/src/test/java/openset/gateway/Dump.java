package openset.gateway;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import openset.store.Database;
import openset.store.LiveFiles;

/** All that a database or a folder holds, searched for a text in the ways it could be written. */
final class Dump {
  private final List<String> parts;

  private Dump(List<String> parts) {
    this.parts = parts;
  }

  /** Every row of every table; binary columns in hexadecimal. */
  static Dump of(Database database) {
    return database.transactions().inTransaction(tx -> {
      List<String> rows = new ArrayList<>();
      for (String table :
          tx.handle()
              .createQuery("select tablename from pg_tables where schemaname = 'public'")
              .mapTo(String.class)
              .list()) {
        rows.addAll(
            tx.handle()
                .createQuery("select t::text from " + table + " t")
                .mapTo(String.class)
                .list());
      }
      return new Dump(rows);
    });
  }

  /** Every file of the running server, its log of changes included, octets as characters. */
  static Dump files(Path folder) throws IOException {
    List<String> contents = new ArrayList<>();
    for (Path file : LiveFiles.below(folder)) {
      contents.add(new String(LiveFiles.read(file), StandardCharsets.ISO_8859_1));
    }
    return new Dump(contents);
  }

  /** The ways in which {@code text} stands in it. */
  Set<String> spellingsOf(String text) {
    Set<String> found = new TreeSet<>();
    for (String spelling : spellings(text)) {
      String small = spelling.toLowerCase(Locale.ROOT);
      if (parts.stream().anyMatch(p -> p.contains(spelling) || p.contains(small))) {
        found.add(spelling);
      }
    }
    return found;
  }

  private static List<String> spellings(String text) {
    List<String> all = new ArrayList<>();
    all.add(text);
    all.add(new StringBuilder(text).reverse().toString());
    for (Charset charset : List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE)) {
      byte[] octets = text.getBytes(charset);
      String hex = HexFormat.of().formatHex(octets);
      all.add(new String(octets, StandardCharsets.ISO_8859_1));
      all.add(hex);
      all.add(HexFormat.of().formatHex(hex.getBytes(StandardCharsets.US_ASCII)));
      all.addAll(base64(octets));
    }
    if (text.matches("([0-9]{2})+")) {
      byte[] packed = HexFormat.of().parseHex(text);
      all.add(new String(packed, StandardCharsets.ISO_8859_1));
      all.addAll(base64(packed));
    }
    return all;
  }

  /** In Base64 the same octets look differently at each of three places. */
  private static List<String> base64(byte[] octets) {
    List<String> all = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] moved = new byte[before + octets.length];
      System.arraycopy(octets, 0, moved, before, octets.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(moved);
      all.add(text.substring(before == 0 ? 0 : before + 1, text.length() - 1));
    }
    return all;
  }
}
