package openset.cli.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.set.data.CurrencyAmount;

/** A verdict for machines. */
final class VerdictJson {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  private VerdictJson() {}

  /** The whole of it. */
  record Verdict(
      boolean holds,
      List<One> findings,
      Optional<Proved> facts,
      Optional<Proposed> proposal) {}

  /** One finding. */
  record One(String kind, String part, String status, String cause, String en, String zh) {
    static One of(Finding finding) {
      return new One(
          finding.kind().name(),
          finding.part(),
          finding.status().name(),
          finding.cause().name(),
          finding.words().en(),
          finding.words().zh());
    }
  }

  /** What is proved. */
  record Proved(
      String xid,
      String agreedAt,
      Optional<Facts.Buyer> buyer,
      Optional<Facts.Seller> seller,
      Sums money,
      List<Integer> shipped) {
    static Proved of(Facts facts) {
      return new Proved(
          facts.xid(),
          facts.agreedAt().toString(),
          facts.buyer(),
          facts.seller(),
          Sums.of(facts.money()),
          facts.shipped());
    }
  }

  /** Amounts, each as letters and decimals. */
  record Sums(
      Optional<String> agreed,
      Optional<String> authorized,
      Optional<String> captured,
      Optional<String> credited) {
    static Sums of(Facts.Money money) {
      return new Sums(
          money.agreed().map(CurrencyAmount::toString),
          money.authorized().map(CurrencyAmount::toString),
          money.captured().map(CurrencyAmount::toString),
          money.credited().map(CurrencyAmount::toString));
    }
  }

  /** What is proposed. */
  record Proposed(String outcome, String en, String zh, List<One> reasons) {
    static Proposed of(Proposal proposal) {
      return new Proposed(
          proposal.outcome().name(),
          proposal.words().en(),
          proposal.words().zh(),
          proposal.reasons().stream().map(One::of).toList());
    }
  }

  static String of(EvidenceVerdict verdict, Optional<Proposal> proposal) {
    try {
      return JSON.writeValueAsString(
          new Verdict(
              verdict.holds(),
              verdict.findings().stream().map(One::of).toList(),
              verdict.facts().map(Proved::of),
              proposal.map(Proposed::of)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
