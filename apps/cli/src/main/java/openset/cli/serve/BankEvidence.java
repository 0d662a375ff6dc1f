package openset.cli.serve;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import openset.evidence.proposal.Contest;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Verify;
import openset.evidence.verdict.Words;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.EvidenceVerifier;
import openset.pki.Certificate;

/**
 * Reads bundles for a bank, which speaks no SET: what they prove in plain words, and in whose
 * favour that speaks. The lines of the order are not told; they are not the bank's business.
 *
 * @param root by which bundles are verified
 */
public record BankEvidence(Certificate root, InstantSource clock) implements EvidenceVerifier {
  private static final Words OTHER =
      new Words(
          "The bundle does not show that it is about the payment that is disputed.",
          "证据文件未能证明与争议交易有关。");

  @Override
  public openset.issuer.dispute.EvidenceVerdict verdict(byte[] bundle, Dispute dispute) {
    EvidenceVerdict verdict = Verify.verify(bundle, root, clock.instant());
    List<openset.issuer.dispute.EvidenceVerdict.Finding> findings = new ArrayList<>();
    for (Finding one : verdict.findings()) {
      if (one.kind() == Kind.LINE && !one.fails()) continue;
      findings.add(finding(one.status() == Status.PROVED, one.words()));
    }
    if (!isAbout(verdict, dispute)) {
      findings.add(finding(false, OTHER));
      return said(openset.issuer.dispute.EvidenceVerdict.Proposal.UNDECIDED, findings);
    }
    Proposal proposal = Proposal.of(verdict, contest(dispute.claim().reason()));
    findings.add(finding(true, proposal.words()));
    return said(favour(proposal), findings);
  }

  /** HL-10: banks know an authorization by the RRPID of its AuthReq. */
  private static boolean isAbout(EvidenceVerdict verdict, Dispute dispute) {
    String exchange =
        HexFormat.of().formatHex(dispute.line().exchange().bytes());
    return verdict.facts().stream()
        .flatMap(facts -> facts.money().authorizations().stream())
        .anyMatch(exchange::equals);
  }

  private static openset.issuer.dispute.EvidenceVerdict said(
      openset.issuer.dispute.EvidenceVerdict.Proposal proposal,
      List<openset.issuer.dispute.EvidenceVerdict.Finding> findings) {
    return new openset.issuer.dispute.EvidenceVerdict(proposal, findings);
  }

  private static openset.issuer.dispute.EvidenceVerdict.Finding finding(
      boolean proved, Words words) {
    return new openset.issuer.dispute.EvidenceVerdict.Finding(
        proved, line(words.en()), line(words.zh()));
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }

  private static openset.issuer.dispute.EvidenceVerdict.Proposal favour(Proposal proposal) {
    return switch (proposal.outcome()) {
      case REPRESENTMENT_STANDS -> openset.issuer.dispute.EvidenceVerdict.Proposal.MERCHANT;
      case REFUND -> openset.issuer.dispute.EvidenceVerdict.Proposal.HOLDER;
      case PERSON_DECIDES, NO_SUPPORT ->
          openset.issuer.dispute.EvidenceVerdict.Proposal.UNDECIDED;
    };
  }

  private static Contest contest(DisputeReason reason) {
    return switch (reason) {
      case NOT_RECEIVED -> Contest.NOT_RECEIVED;
      case NOT_AS_DESCRIBED -> Contest.OTHER_ORDER;
      case NOT_AUTHORIZED -> Contest.NOT_AGREED;
      case WRONG_AMOUNT -> Contest.OTHER_AMOUNT;
      case CHARGED_TWICE -> Contest.CHARGED_TWICE;
      case NOT_CREDITED -> Contest.NOT_REFUNDED;
    };
  }
}
