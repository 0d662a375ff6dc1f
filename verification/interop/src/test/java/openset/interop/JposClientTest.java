package openset.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client built on jPOS at our acquirer, who asks our issuer. It knows spec/host-link.md only. */
@Timeout(120)
class JposClientTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);
  private static Banks banks;

  private final NACChannel channel =
      new NACChannel("127.0.0.1", banks.acquirer.port(), new HostPackager(), null);
  private int number;

  @BeforeAll
  static void opens() throws Exception {
    banks = new Banks();
  }

  @AfterAll
  static void closes() {
    banks.close();
  }

  @BeforeEach
  void connects() throws Exception {
    channel.setTimeout(20_000);
    channel.connect();
  }

  @AfterEach
  void leaves() throws Exception {
    channel.disconnect();
  }

  private ISOMsg message(String type) throws Exception {
    ISOMsg message = new ISOMsg(type);
    message.set(7, TIME.format(Banks.CLOCK.instant()));
    message.set(11, String.format("%06d", ++number));
    return message;
  }

  private ISOMsg asked(ISOMsg request) throws Exception {
    channel.send(request);
    ISOMsg answer = channel.receive();
    assertThat(answer.getString(11)).isEqualTo(request.getString(11));
    assertThat(answer.getString(7)).isEqualTo(request.getString(7));
    return answer;
  }

  private ISOMsg network(String kind) throws Exception {
    ISOMsg message = message("0800");
    message.set(33, Banks.GATEWAY);
    message.set(70, kind);
    return asked(message);
  }

  /** Element 127: tag, length, value. */
  private static byte[] tagged(String key, String xid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    out.write(20);
    out.writeBytes(HexFormat.of().parseHex(key.repeat(20)));
    out.write(3);
    out.write(20);
    out.writeBytes(HexFormat.of().parseHex(xid.repeat(20)));
    return out.toByteArray();
  }

  private ISOMsg purchase(AccountOpened account, String key, long minor) throws Exception {
    ISOMsg message = message("0100");
    message.set(2, account.number().digits());
    message.set(3, "000000");
    message.set(4, String.format("%012d", minor));
    message.set(12, message.getString(7).substring(4));
    message.set(13, message.getString(7).substring(0, 4));
    message.set(14, account.expiry().shortText());
    message.set(18, "5942");
    message.set(25, "59");
    message.set(32, Banks.ACQUIRER);
    message.set(37, "123456" + message.getString(11));
    message.set(41, "T1      ");
    message.set(42, "M-0001         ");
    message.set(49, "978");
    message.set(127, tagged(key, "b" + key.charAt(1)));
    return message;
  }

  private static Money eur(long minor) {
    return new Money(Banks.EUR, minor);
  }

  @Test
  @Tag("HL-03")
  void signsOnEchoesAndGetsAPurchaseAuthorized() throws Exception {
    ISOMsg signOn = network("001");
    assertThat(signOn.getMTI()).isEqualTo("0810");
    assertThat(signOn.getString(39)).isEqualTo("00");
    assertThat(network("301").getString(39)).isEqualTo("00");

    AccountOpened account = banks.openAccount(50_000);
    ISOMsg request = purchase(account, "a1", 14_90);
    ISOMsg answer = asked(request);
    assertThat(answer.getMTI()).isEqualTo("0110");
    assertThat(answer.getString(39)).isEqualTo("00");
    assertThat(answer.getString(38)).matches("[0-9]{6}");
    for (int field : new int[] {3, 4, 12, 13, 32, 37, 41, 42, 49}) {
      assertThat(answer.getString(field)).as("%d", field).isEqualTo(request.getString(field));
    }
    assertThat(answer.hasField(2)).isFalse();
    assertThat(banks.money(account).held()).isEqualTo(eur(14_90));

    ISOMsg again = purchase(account, "a1", 14_90);
    again.set(37, request.getString(37));
    assertThat(asked(again).getString(38)).isEqualTo(answer.getString(38));
    assertThat(banks.money(account).held()).isEqualTo(eur(14_90));

    assertThat(asked(purchase(account, "a2", 50_000)).getString(39)).isEqualTo("51");
    assertThat(banks.money(account).held()).isEqualTo(eur(14_90));
  }

  @Test
  @Tag("HL-30")
  void takesAPurchaseBackByAReversal() throws Exception {
    network("001");
    AccountOpened account = banks.openAccount(50_000);
    ISOMsg request = purchase(account, "c1", 20_00);
    assertThat(asked(request).getString(39)).isEqualTo("00");
    ISOMsg reversal = message("0400");
    for (int field : new int[] {3, 4, 12, 13, 18, 32, 37, 41, 42, 49, 127}) {
      if (field == 127) reversal.set(127, request.getBytes(127));
      else reversal.set(field, request.getString(field));
    }
    reversal.set(
        90,
        "0100" + request.getString(11) + request.getString(7) + "00000" + Banks.ACQUIRER
            + "0".repeat(11));
    assertThat(asked(reversal).getString(39)).isEqualTo("00");
    long end = System.nanoTime() + 20_000_000_000L;
    while (!banks.money(account).held().equals(eur(0)) && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(banks.money(account).held()).isEqualTo(eur(0));
  }

  @Test
  @Tag("HL-03")
  void isNotLetInWithoutAKnownInstitution() throws Exception {
    ISOMsg signOn = message("0800");
    signOn.set(33, "12345");
    signOn.set(70, "001");
    assertThat(asked(signOn).getString(39)).isEqualTo("05");
  }
}
