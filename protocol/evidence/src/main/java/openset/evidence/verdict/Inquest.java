package openset.evidence.verdict;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import openset.evidence.EvidenceBundle;
import openset.pki.Certificate;
import openset.set.data.CurrencyAmount;

/** What was found of a bundle so far. */
final class Inquest {
  private final EvidenceBundle bundle;
  private final Moments moments;
  private final Purchase purchase;
  private final Instant now;
  private final List<Finding> findings;
  private final Map<Signer, Words> signers = new LinkedHashMap<>();

  private Optional<Facts.Buyer> buyer = Optional.empty();
  private Optional<Facts.Seller> seller = Optional.empty();
  private Optional<Certificate> gateway = Optional.empty();
  private Optional<Sums> money = Optional.empty();
  private final TreeSet<Integer> shipped = new TreeSet<>();

  /** A certificate that signed, and when. */
  record Signer(Certificate certificate, Instant at) {}

  Inquest(
      EvidenceBundle bundle,
      Moments moments,
      Purchase purchase,
      Instant now,
      List<Finding> findings) {
    this.bundle = bundle;
    this.moments = moments;
    this.purchase = purchase;
    this.now = now;
    this.findings = findings;
  }

  EvidenceBundle bundle() {
    return bundle;
  }

  Moments moments() {
    return moments;
  }

  Purchase purchase() {
    return purchase;
  }

  boolean isAhead(Instant time) {
    return time.isAfter(now.plus(Moments.SKEW));
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Notes who signed, so that later lists are asked about it. */
  void signed(Certificate certificate, Instant at, Words who) {
    signers.putIfAbsent(new Signer(certificate, at), who);
  }

  Map<Signer, Words> signers() {
    return signers;
  }

  void buyer(Facts.Buyer found) {
    buyer = Optional.of(found);
  }

  Optional<Facts.Seller> seller() {
    return seller;
  }

  void seller(Facts.Seller found) {
    seller = Optional.of(found);
  }

  Optional<Certificate> gateway() {
    return gateway;
  }

  void gateway(Certificate found) {
    gateway = Optional.of(found);
  }

  void money(Sums sums) {
    money = Optional.of(sums);
  }

  void shipped(List<Integer> lines) {
    shipped.addAll(lines);
  }

  /** What no bundle proves, said so that nobody reads it into one. */
  void beyond() {
    buyer.ifPresent(
        holder ->
            add(
                Finding.notProved(
                    Kind.ACCOUNT,
                    "agreement.hPIData",
                    Cause.BEYOND,
                    Phrase.ACCOUNT_BEYOND.words(holder.id()))));
    add(Finding.notProved(Kind.DELIVERY, "", Cause.BEYOND, Phrase.DELIVERY_BEYOND.words()));
  }

  Facts facts() {
    Optional<CurrencyAmount> agreed =
        purchase.same() && buyer.isPresent() ? Optional.of(purchase.amount()) : Optional.empty();
    return new Facts(
        purchase.xid(),
        purchase.at(),
        buyer,
        seller,
        new Facts.Money(
            agreed,
            money.flatMap(Sums::authorized),
            money.flatMap(Sums::captured),
            money.flatMap(Sums::credited),
            money.map(Sums::authorizations).orElse(List.of())),
        List.copyOf(shipped));
  }
}
