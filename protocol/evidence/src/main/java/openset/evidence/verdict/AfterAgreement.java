package openset.evidence.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openset.evidence.Claim;
import openset.evidence.Word;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.XID;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapResItem;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.Receipt;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;

/** What gateway and merchant said after the cardholder agreed (EVID-30 to EVID-38). */
final class AfterAgreement {
  private final Inquest inquest;
  private final Purchase purchase;
  private final Speakers speakers;
  private final List<Instant> decided = new ArrayList<>();
  private final Sums sums;

  AfterAgreement(Inquest inquest) {
    this.inquest = inquest;
    this.purchase = inquest.purchase();
    this.speakers = new Speakers(inquest);
    this.sums = new Sums(purchase);
  }

  /** When the gateway decided, as far as it says so. */
  List<Instant> decidedAt() {
    return decided.stream().sorted().toList();
  }

  void words() {
    List<Word> words = inquest.bundle().words();
    for (int i = 0; i < words.size(); i++) word(words.get(i), "words[" + i + "].");
  }

  private void word(Word word, String at) {
    switch (word) {
      case Word.AuthRes said -> hear(Kind.AUTHORIZATION, at + "authRes", () -> authRes(said));
      case Word.Receipt said -> hear(Kind.RECEIPT, at + "receipt", () -> receipt(said));
      case Word.CapRes said -> hear(Kind.CAPTURE, at + "capRes", () -> capRes(said));
      case Word.AuthRevRes said ->
          hear(Kind.REVERSAL, at + "authRevRes", () -> reversed(speakers.of(said)));
      case Word.AuthReduced said ->
          hear(Kind.REVERSAL, at + "authReduced", () -> reversed(speakers.of(said)));
      case Word.CapRevRes said -> {
        Kind kind = Kind.CAPTURE_REVERSAL;
        hear(kind, at + "capRevRes", () -> back(kind, speakers.of(said), Phrase.UNCAPTURED));
      }
      case Word.CredRes said ->
          hear(
              Kind.CREDIT,
              at + "credRes",
              () -> back(Kind.CREDIT, speakers.of(said), Phrase.CREDITED));
      case Word.CredRevRes said -> {
        Kind kind = Kind.CREDIT_REVERSAL;
        hear(kind, at + "credRevRes", () -> back(kind, speakers.of(said), Phrase.UNCREDITED));
      }
      case Word.PRes said -> hear(Kind.MERCHANT_ANSWER, at + "pRes", () -> pRes(said));
      case Word.Stated said -> {
        Kind kind = Speakers.isSettlement(said) ? Kind.SETTLEMENT : Kind.SHIPMENT;
        hear(kind, at + "claim", () -> claim(said));
      }
    }
  }

  /** What one says, or why it is not believed. */
  private interface Hearing {
    Words words() throws Unproved;
  }

  private void hear(Kind kind, String part, Hearing hearing) {
    try {
      inquest.add(Finding.proved(kind, part, hearing.words()));
    } catch (Unproved e) {
      inquest.add(e.as(kind, part));
    }
  }

  private Words authRes(Word.AuthRes word) throws Unproved {
    AuthResData said = speakers.of(word);
    Instant at = said.authTags().authRRTags().currentDate();
    sameXid(said.authTags().transIDs().xid());
    sameMerchant(said.merchantThumb());
    AuthHeader header = said.authResPayload().authHeader();
    sums.within(header.authAmt());
    decided.add(at);
    if (header.authCode() != AuthCode.approved) {
      return Phrase.DECLINED.words(at, header.authCode());
    }
    sums.approve(said.authTags().authRRTags().rrpid(), header.authAmt());
    Words approved = Phrase.APPROVED.words(at, header.authAmt());
    Optional<CapResPayload> now = said.authResPayload().capResPayload();
    if (now.isEmpty()) return approved;
    sums.asked(said.authTags().authRRTags().rrpid(), now.get().capAmt());
    return approved.then(captured(at, now.get()));
  }

  /** What a sale captured at once. */
  private Words captured(Instant at, CapResPayload payload) throws Unproved {
    CurrencyAmount amount = payload.capAmt();
    sums.within(amount);
    if (payload.capCode() != CapCode.success || !amount.isPositive()) {
      return Phrase.NOT_CAPTURED.words(at, payload.capCode());
    }
    sums.book(Kind.CAPTURE, amount);
    return Phrase.CAPTURED.words(at, amount);
  }

  private Words receipt(Word.Receipt word) throws Unproved {
    Receipt receipt = speakers.of(word);
    sameXid(receipt.xid());
    sameMerchant(receipt.merchantThumb());
    if (!receipt.hOIData().equals(inquest.bundle().agreement().hOIData())) {
      throw Unproved.wrong(Cause.OTHER_ORDER, Phrase.WORD_OTHER_ORDER.words());
    }
    sums.within(receipt.authAmt());
    decided.add(receipt.date());
    if (receipt.authCode() != AuthCode.approved) {
      return Phrase.RECEIPT_DECLINED.words(receipt.date(), receipt.authCode());
    }
    sums.receipt(receipt.authAmt());
    return Phrase.RECEIPT_APPROVED.words(receipt.date(), receipt.authAmt());
  }

  private Words capRes(Word.CapRes word) throws Unproved {
    CapResData said = speakers.of(word);
    Instant at = said.capRRTags().currentDate();
    List<CapResItem> ours =
        said.capResItemSeq().stream()
            .filter(item -> item.transIDs().xid().equals(purchase.oiData().transIDs().xid()))
            .filter(item -> sums.knows(item.authRRPID()))
            .toList();
    if (ours.isEmpty()) {
      throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.WORD_OTHER_PURCHASE.words());
    }
    CurrencyAmount sum = CurrencyAmount.zero(purchase.amount().currency());
    CapCode last = CapCode.success;
    for (CapResItem item : ours) {
      last = item.capResPayload().capCode();
      CurrencyAmount amount = item.capResPayload().capAmt();
      sums.within(amount);
      if (last == CapCode.success && amount.sameCurrency(sum)) sum = sum.plus(amount);
    }
    if (!sum.isPositive()) return Phrase.NOT_CAPTURED.words(at, last);
    sums.book(Kind.CAPTURE, sum);
    sums.asked(said.capRRTags().rrpid(), sum);
    return Phrase.CAPTURED.words(at, sum);
  }

  private Words reversed(AuthRevResData said) throws Unproved {
    Instant at = said.authRevTags().authRevRRTags().currentDate();
    sameXid(said.authRevTags().transIDs().xid());
    sameMerchant(said.merchantThumb());
    sums.within(said.authNewAmt());
    if (said.authRevCode() != AuthRevCode.approved) {
      return Phrase.NOT_REVERSED.words(at, said.authRevCode());
    }
    sums.reduce(said.authRevTags().authRRPID(), said.authNewAmt());
    return Phrase.REVERSED.words(at, said.authNewAmt());
  }

  private Words back(Kind kind, CapRevOrCredResData said, Phrase phrase) throws Unproved {
    Instant at = said.capRevOrCredRRTags().currentDate();
    List<CapRevOrCredResItem> ours =
        said.capRevOrCredResItemSeq().stream()
            .filter(item -> item.transIDs().xid().equals(purchase.oiData().transIDs().xid()))
            .filter(item -> sums.knows(item.authRRPID()))
            .toList();
    if (ours.isEmpty()) {
      throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.WORD_OTHER_PURCHASE.words());
    }
    CurrencyAmount sum = CurrencyAmount.zero(purchase.amount().currency());
    CapRevOrCredCode last = CapRevOrCredCode.success;
    for (CapRevOrCredResItem item : ours) {
      last = item.capRevOrCredResPayload().capRevOrCredCode();
      CurrencyAmount amount = item.capRevOrCredResPayload().capRevOrCredActualAmt();
      sums.within(amount);
      if (last == CapRevOrCredCode.success && amount.sameCurrency(sum)) sum = sum.plus(amount);
    }
    if (!sum.isPositive()) return Phrase.NOT_BOOKED.words(at, last);
    sums.book(kind, sum);
    return phrase.words(at, sum);
  }

  private Words pRes(Word.PRes word) throws Unproved {
    PResData said = speakers.of(word);
    sameXid(said.transIDs().xid());
    boolean answers = said.rrpid().equals(purchase.oiData().rrpid());
    if (answers && !said.challC().equals(purchase.oiData().challC())) {
      throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.WORD_OTHER_PURCHASE.words());
    }
    String codes =
        said.pResPayloadSeq().stream()
            .map(payload -> payload.completionCode())
            .map(CompletionCode::name)
            .collect(Collectors.joining(", "));
    return Phrase.MERCHANT_SAID.words(codes);
  }

  private Words claim(Word.Stated word) throws Unproved {
    Claim claim = speakers.of(word);
    sameXid(claim.xid());
    notAhead(claim.date());
    return switch (claim.what()) {
      case Claim.Shipment shipment -> shipment(claim.date(), shipment);
      case Claim.Settlement paid ->
          Phrase.SETTLED.words(claim.date(), paid.amount(), paid.date(), paid.reference());
      case Claim.SettlementLine line -> settled(claim.date(), line);
    };
  }

  /** EVID-39: it is of a capture shown here, of its amount, and not of the future. */
  private Words settled(Instant date, Claim.SettlementLine line) throws Unproved {
    sums.settled(line.item(), line.amount());
    sums.part(line.fee(), line.amount());
    notAhead(line.settled());
    Words settled =
        Phrase.SETTLED_IN.words(
            date, line.amount(), line.cycle(), line.settled(), line.fee());
    if (line.payout().isEmpty()) return settled;
    Claim.Payout payout = line.payout().get();
    notAhead(payout.date());
    if (payout.date().isBefore(line.settled())) {
      throw Unproved.wrong(Cause.OTHER_TIME, Phrase.PAID_BEFORE.words(payout.date()));
    }
    return settled.then(
        Phrase.PAID_OUT.words(
            payout.amount(), payout.date(), payout.reference(), payout.transfer()));
  }

  private void notAhead(Instant at) throws Unproved {
    if (inquest.isAhead(at)) {
      throw Unproved.wrong(Cause.OTHER_TIME, Phrase.CLAIM_AHEAD.words(at));
    }
  }

  private Words shipment(Instant date, Claim.Shipment shipment) throws Unproved {
    int most = purchase.input().lineCount();
    if (purchase.same() && shipment.lines().stream().anyMatch(line -> line > most)) {
      throw Unproved.wrong(Cause.OTHER_ORDER, Phrase.CLAIM_OTHER_LINES.words());
    }
    inquest.shipped(shipment.lines());
    String lines =
        shipment.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
    Words tracking =
        shipment.tracking().isEmpty()
            ? new Words("", "")
            : Phrase.TRACKING.words(shipment.tracking());
    Words plain = Phrase.SHIPPED.words(date, lines, shipment.date(), "%s");
    return new Words(plain.en().formatted(tracking.en()), plain.zh().formatted(tracking.zh()));
  }

  private void sameXid(XID xid) throws Unproved {
    if (xid.equals(purchase.oiData().transIDs().xid())) return;
    throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.WORD_OTHER_PURCHASE.words());
  }

  private void sameMerchant(CertThumb merchant) throws Unproved {
    if (merchant.equals(purchase.oiData().merchantThumb())) return;
    throw Unproved.wrong(Cause.OTHER_MERCHANT, Phrase.WORD_OTHER_MERCHANT.words());
  }

  /** What the words add up to; and what is not here. */
  void sums() {
    sums.check(inquest);
    inquest.money(sums);
    absent(
        Kind.AUTHORIZATION,
        List.of(Word.AuthRes.class, Word.Receipt.class),
        Phrase.NO_AUTHORIZATION);
    if (sums.captured().isEmpty()) {
      absent(Kind.CAPTURE, List.of(Word.CapRes.class), Phrase.NO_CAPTURE);
    }
    boolean shipment =
        inquest.bundle().words().stream()
            .anyMatch(
                word -> word instanceof Word.Stated said && !Speakers.isSettlement(said));
    if (!shipment) {
      inquest.add(
          Finding.notProved(
              Kind.SHIPMENT, "words", Cause.ABSENT, Phrase.NO_SHIPMENT.words()));
    }
  }

  private void absent(Kind kind, List<Class<? extends Word>> words, Phrase phrase) {
    boolean there =
        inquest.bundle().words().stream()
            .anyMatch(word -> words.stream().anyMatch(one -> one.isInstance(word)));
    if (!there) inquest.add(Finding.notProved(kind, "words", Cause.ABSENT, phrase.words()));
  }
}
