package openset.cli.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import openset.asn1.Asn1Exception;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.evidence.EvidenceBundle;
import openset.evidence.proposal.Contest;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.pki.Certificate;
import openset.set.Refused;
import openset.set.data.order.Offer;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a bundle proves, asking nobody. */
@Command(
    name = "verify",
    description = {
      "Says what a bundle proves and what not, offline: who, what, when, how much, by which",
      "certificate. Exits 0 if all that it claims is proved, 1 if something is wrong or not",
      "proved, which is named, 2 if it was called wrongly."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A bundle.")
  private Path file;

  @Option(
      names = "--root",
      paramLabel = "FILE|SHA-256",
      description = {
        "The root certificate that you trust, as a file or by its SHA-256 in hexadecimal",
        "(default: the demo world's)."
      })
  private String root;

  @Option(
      names = "--order",
      paramLabel = "FILE",
      description = "An order of a shop (.setpay, or an offer in DER) to be compared.")
  private Path order;

  @Option(
      names = "--lines",
      paramLabel = "N",
      split = ",",
      description = "Lines of the order that must be proved, such as 2,5; only these are shown.")
  private List<Integer> lines = List.of();

  @Option(
      names = "--contest",
      paramLabel = "WHAT",
      description = {
        "What is contested; then an outcome is proposed. One of: ${COMPLETION-CANDIDATES}."
      })
  private Contest contest;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "en or zh (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!language.matches("en|zh")) throw wrong("A language is en or zh.");
    byte[] octets = read(file);
    Optional<EvidenceBundle> bundle = bundle(octets);
    EvidenceVerdict plain = Verify.verify(octets, root(bundle), Instant.now());
    Optional<Proposal> proposal =
        Optional.ofNullable(contest).map(what -> Proposal.of(plain, what));
    EvidenceVerdict verdict = bundle.isPresent() ? asked(bundle.get(), plain) : plain;
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(VerdictJson.of(verdict, proposal));
    else new PrintedVerdict(out, language).print(verdict, proposal);
    out.flush();
    return verdict.holds() ? 0 : 1;
  }

  /** With what was asked for beside the bundle. */
  private EvidenceVerdict asked(EvidenceBundle bundle, EvidenceVerdict verdict)
      throws IOException {
    EvidenceVerdict more = verdict;
    if (order != null) {
      more = more.with(Verify.orderFile(bundle, offer(), order.getFileName().toString()));
    }
    if (lines.isEmpty()) return more;
    List<Integer> shown =
        bundle.order().lines().stream().map(line -> line.line().lineNumber()).toList();
    Set<String> wanted = new HashSet<>();
    for (int line : lines) {
      if (shown.contains(line)) wanted.add("order.lines[" + shown.indexOf(line) + "]");
      else more = more.with(Verify.lineAbsent(line));
    }
    List<Finding> findings =
        more.findings().stream()
            .filter(one -> one.kind() != Kind.LINE || one.fails() || wanted.contains(one.part()))
            .toList();
    return new EvidenceVerdict(findings, more.facts());
  }

  private static Optional<EvidenceBundle> bundle(byte[] octets) {
    try {
      return Optional.of(EvidenceBundle.of(octets));
    } catch (Asn1Exception e) {
      return Optional.empty();
    }
  }

  private Certificate root(Optional<EvidenceBundle> bundle) throws IOException {
    if (root != null && root.matches("(?i)[0-9a-f]{64}")) {
      byte[] digest = HexFormat.of().parseHex(root);
      return bundle
          .flatMap(one -> Verify.root(one, digest))
          .orElseThrow(() -> wrong("The bundle does not hold the root of that SHA-256."));
    }
    Path path = root != null ? Path.of(root) : demoRoot();
    try {
      return Certificate.of(read(path));
    } catch (Asn1Exception e) {
      throw wrong(path + " is not a certificate: " + e.getMessage());
    }
  }

  private Path demoRoot() {
    Path path =
        Path.of(System.getProperty("openset.home", "."), ".openset", "authority", "root.der");
    if (Files.exists(path)) return path;
    throw wrong("Name the root certificate that you trust: --root FILE, or its SHA-256.");
  }

  /** The offer in a file, alone or in what wakes a wallet. */
  private AsSent<Offer> offer() throws IOException {
    byte[] octets = read(order);
    try {
      return new AsSent<>(Offer.TYPE.decode(octets), Der.of(octets));
    } catch (Asn1Exception notAlone) {
      try {
        String text = new String(octets, StandardCharsets.UTF_8);
        if (InitiationText.read(text) instanceof PaymentInitiation payment) {
          Der der = payment.offer().orElseThrow(() -> wrong(order + " holds no offer."));
          return new AsSent<>(Offer.TYPE.decode(der.bytes()), der);
        }
      } catch (Refused | Asn1Exception refused) {
        throw wrong(order + " is no order of a shop.");
      }
      throw wrong(order + " is no order of a shop.");
    }
  }

  private byte[] read(Path path) throws IOException {
    if (!Files.isReadable(path)) throw wrong("There is no file " + path + ".");
    if (Files.size(path) > EvidenceBundle.OCTETS_MAX) throw wrong(path + " is too long.");
    return Files.readAllBytes(path);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
