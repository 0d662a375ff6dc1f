package openset.cli.evidence;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Words;

/** A verdict for people: what is wrong first, then what is proved, then what is not. */
record PrintedVerdict(PrintWriter out, String language) {
  private static final Words HOLDS =
      new Words("Everything that this bundle claims is proved.", "证据文件的全部主张均已证明。");
  private static final Words FAILS =
      new Words("This bundle does not hold.", "证据文件不成立。");
  private static final Words WRONG = new Words("Wrong", "错误");
  private static final Words PROVED = new Words("Proved", "已证明");
  private static final Words NOT_PROVED = new Words("Not proved", "未证明");
  private static final Words PROPOSED = new Words("Proposed", "建议");

  void print(EvidenceVerdict verdict, Optional<Proposal> proposal) {
    out.println((verdict.holds() ? HOLDS : FAILS).in(language));
    group(WRONG, "x", of(verdict, Status.WRONG));
    group(PROVED, "+", of(verdict, Status.PROVED));
    group(NOT_PROVED, "-", of(verdict, Status.NOT_PROVED));
    if (proposal.isPresent()) {
      out.println();
      out.println(PROPOSED.in(language) + ": " + proposal.get().outcome());
      out.println("  " + proposal.get().words().in(language));
    }
  }

  private static List<Finding> of(EvidenceVerdict verdict, Status status) {
    return verdict.findings().stream().filter(one -> one.status() == status).toList();
  }

  private void group(Words title, String mark, List<Finding> findings) {
    if (findings.isEmpty()) return;
    out.println();
    out.println(title.in(language));
    for (Finding finding : findings) {
      String part = finding.part().isEmpty() ? "" : "  [" + finding.part() + "]";
      boolean name = finding.status() != Status.PROVED;
      out.println("  " + mark + " " + finding.words().in(language) + (name ? part : ""));
    }
  }
}
