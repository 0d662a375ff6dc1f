package openset.privacy.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openset.crypto.AesGcm;
import openset.crypto.Vault;

/**
 * Whose card was asked for a purchase, as its issuer keeps it.
 *
 * @param xid of the purchase
 * @param cardNumber the card's digits
 * @param holder all that the issuer was told of the holder when the account was opened
 */
public record Charged(byte[] xid, String cardNumber, Holder holder) {
  private static final String QUERY =
      """
      select a.xid, c.number, c.holder from authorized a
      join card c on c.card = a.card
        or c.account = (select f.account from former_card f where f.card = a.card)
      """;

  /**
   * A customer of a bank.
   *
   * @param name as the account is kept
   * @param record everything that was stated, as one text
   */
  public record Holder(String name, String record) {
    @Override
    public String toString() {
      return "Holder";
    }
  }

  /** All that an issuer was asked about, opened with its own vault. */
  public static List<Charged> by(Login issuer, Vault vault) throws Unreadable {
    List<Charged> charged = new ArrayList<>();
    try (Connection connection = issuer.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        String digits = new String(opened(vault, rows.getBytes(2)), StandardCharsets.US_ASCII);
        Holder holder = holder(opened(vault, rows.getBytes(3)));
        charged.add(new Charged(rows.getBytes(1), digits, holder));
      }
      return charged;
    } catch (SQLException e) {
      throw new Unreadable(issuer, e);
    }
  }

  /** All customers of an issuer that have or had a card, opened with its own vault. */
  public static List<Holder> holders(Login issuer, Vault vault) throws Unreadable {
    List<Holder> holders = new ArrayList<>();
    try (Connection connection = issuer.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select holder from card")) {
      while (rows.next()) holders.add(holder(opened(vault, rows.getBytes(1))));
      return holders;
    } catch (SQLException e) {
      throw new Unreadable(issuer, e);
    }
  }

  private static byte[] opened(Vault vault, byte[] sealed) throws SQLException {
    byte[] value =
        vault
            .peek(sealed, 0)
            .orElseThrow(() -> new SQLException("a card lies there under another vault's key"));
    return Arrays.copyOf(value, value.length - AesGcm.TAG_OCTETS);
  }

  /** The name comes first, with its length in two octets before it. */
  private static Holder holder(byte[] written) {
    String record = new String(written, StandardCharsets.UTF_8);
    int length = (written[0] & 0xff) << 8 | written[1] & 0xff;
    int end = Math.min(2 + length, written.length);
    String name = new String(written, 2, end - 2, StandardCharsets.UTF_8);
    return new Holder(name, record);
  }

  /** Nothing of the account. */
  @Override
  public String toString() {
    return "Charged";
  }
}
