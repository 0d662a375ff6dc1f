package openset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The decode command as its user meets it: a file in, a tree or a sentence out. */
final class DecodeCommandTest {
  @TempDir private Path folder;

  private record Ran(int status, String out, String err) {}

  private Ran decode(byte[] content) throws IOException {
    Path file = folder.resolve("message");
    Files.write(file, content);
    return decode(file.toString());
  }

  private static Ran decode(String file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new Main())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("decode", file);
    return new Ran(status, out.toString(), err.toString());
  }

  private static byte[] message() {
    RRPID rrpid = RRPID.of(new byte[RRPID.OCTETS]);
    PInitReq request =
        new PInitReq(
            rrpid,
            new Language("en"),
            LocalID.ofText("wallet"),
            Optional.of(LocalID.ofText("order 7")),
            Challenge.of(new byte[Challenge.OCTETS]),
            new BrandID("Aurora"),
            new BIN("999001"),
            Optional.empty(),
            Optional.empty());
    MessageHeader header =
        MessageHeader.of(
            Instant.parse("2026-06-01T12:00:00Z"),
            Optional.empty(),
            rrpid,
            new SWIdent("test"));
    return MessageWrapper.TYPE.encode(MessageWrapper.of(header, request));
  }

  @Test
  void printsAMessageWithTheNamesOfItsSpecification() throws IOException {
    Ran ran = decode(message());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("messageHeader", "purchaseInitRequest", "chall-C", "Aurora");
  }

  @Test
  void readsBase64AndPemAlike() throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(message());
    String pem = "-----BEGIN SET MESSAGE-----\n" + base64 + "\n-----END SET MESSAGE-----\n";
    String plain = decode(message()).out();
    assertThat(decode(base64.getBytes(StandardCharsets.US_ASCII)).out()).isEqualTo(plain);
    assertThat(decode(pem.getBytes(StandardCharsets.US_ASCII)).out()).isEqualTo(plain);
  }

  @Test
  void printsAnIso8583MessageWithItsCardNumberMasked() throws IOException {
    IsoMessage message =
        IsoMessage.of(Mti.AUTHORIZATION).put(2, "9990010000000007").put(4, 1230).build();
    Ran ran = decode(message.encode());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("0100").doesNotContain("9990010000000007");
  }

  @Test
  void saysForEachKindWhyItIsNone() throws IOException {
    Ran ran = decode(new byte[] {0x30, 0x05, 1, 2, 3});
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("no OpenSET message", "no certificate", "no CRL", "no ISO 8583 message");
  }

  @Test
  void aMissingFileIsASentence() {
    Ran ran = decode(folder.resolve("none").toString());
    assertThat(ran.status()).isNotZero();
    assertThat(ran.out()).isEmpty();
  }
}
