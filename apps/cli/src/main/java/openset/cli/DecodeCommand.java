package openset.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.asn1.Asn1Exception;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.MessageTree;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.set.message.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints any message, certificate or CRL as a tree with the names of its specification. */
@Command(
    name = "decode",
    description = {
      "Prints an OpenSET message, a certificate, a CRL or an ISO 8583 message as a tree.",
      "Reads DER, PEM or base64, and ISO 8583 with or without its length. Of a sealed part it says"
          + " for whom it is sealed; card numbers are masked."
    })
final class DecodeCommand implements Callable<Integer> {
  private static final int BYTES_MAX = 64 * 1024 * 1024;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN [A-Z0-9 ]+-----([^-]*)-----END [A-Z0-9 ]+-----");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{16,}");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a file, or - for standard input")
  private String file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<String> reasons = new ArrayList<>();
    Optional<String> tree = tree(binary(read()), reasons);
    if (tree.isPresent()) {
      out.print(tree.get());
      out.flush();
      return 0;
    }
    err.println("openset decode: this is nothing that is spoken here:");
    reasons.forEach(reason -> err.println("  " + reason));
    err.flush();
    return 1;
  }

  private byte[] read() throws IOException {
    if (file.equals("-")) return bounded(System.in);
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return bounded(in);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file " + file + ".", e);
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) throw new IOException("The input is longer than 64 MiB.");
    return bytes;
  }

  /** The octets inside PEM or base64, or as they are. */
  private static byte[] binary(byte[] given) {
    String text = new String(given, StandardCharsets.ISO_8859_1);
    Matcher pem = PEM.matcher(text);
    if (pem.find()) return Base64.getMimeDecoder().decode(pem.group(1));
    if (!BASE64.matcher(text).matches()) return given;
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return given;
    }
  }

  /** One way to read octets. */
  @FunctionalInterface
  private interface Reading {
    String read(byte[] octets) throws MalformedMessage;
  }

  private static Optional<String> tree(byte[] octets, List<String> reasons) {
    return first(octets, "OpenSET message", Tree::ofMessage, reasons)
        .or(() -> first(octets, "certificate", der -> Tree.of(Certificate.TYPE, der), reasons))
        .or(() -> first(octets, "CRL", der -> Tree.of(CertificateList.TYPE, der), reasons))
        .or(
            () ->
                first(
                    octets,
                    "brand CRL identifier",
                    der -> Tree.of(BrandCrlIdentifier.TYPE, der),
                    reasons))
        .or(() -> first(octets, "ISO 8583 message", DecodeCommand::iso8583, reasons));
  }

  private static Optional<String> first(
      byte[] octets, String kind, Reading reading, List<String> reasons) {
    try {
      return Optional.of(reading.read(octets));
    } catch (Asn1Exception | MalformedMessage e) {
      reasons.add("no " + kind + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String iso8583(byte[] octets) throws MalformedMessage {
    IsoMessage message = IsoMessage.decode(withoutLength(octets));
    return String.join("\n", MessageTree.lines(message)) + "\n";
  }

  private static byte[] withoutLength(byte[] octets) {
    if (octets.length < 2) return octets;
    int length = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
    if (length != octets.length - 2) return octets;
    return new ByteArrayInputStream(octets, 2, length).readAllBytes();
  }
}
