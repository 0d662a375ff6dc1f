package openset.merchant.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.conduct.Desk;
import openset.conduct.Effect;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Counters;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.batch.AmountType;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.ReturnTransactionDetail;
import openset.set.data.batch.TransDetails;
import openset.set.data.batch.TransactionDetail;
import openset.set.data.batch.TransactionStatus;
import openset.set.data.sale.BatchStatus;
import openset.set.message.BatchAdminRes;
import openset.set.message.Error;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import openset.set.treatment.merchant.CreateBatchAdminReq.Wish;
import openset.set.treatment.merchant.ProcessBatchAdminRes;
import openset.store.ConversationKey;

/**
 * One batch of ours as a pure function. Told what is wanted, it asks the gateway with our own
 * reckoning; where the two differ, it goes through the gateway's items to find where.
 *
 * @param counters the brands we take
 */
public record BatchDesk(Counters counters) implements Desk<Batch, BatchFacts> {
  private static final String ASK = "BatchAdminReq";
  private static final int PAGE = 100;
  private static final int DIFFERENCES = 200;

  @Override
  public Asn1Type<Batch> stateType() {
    return Batch.TYPE;
  }

  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    throw new Refused(ErrorCode.messageNotSupported, "W-08");
  }

  @Override
  public Step<Batch> step(Optional<Batch> state, Input input, BatchFacts facts, Means means)
      throws Refused {
    return switch (input) {
      case Input.Told told -> told(state, told, facts, means);
      case Input.Answered answered when state.orElse(null) instanceof Batch.Asking asking ->
          answered(asking, answered, facts, means);
      case Input.AnswerRefused refused
          when state.orElse(null) instanceof Batch.Asking asking ->
          Step.to(new Batch.Refused(asking.about(), refused.refused().code().name()));
      default -> Step.to(state.orElseThrow());
    };
  }

  private Step<Batch> told(
      Optional<Batch> state, Input.Told told, BatchFacts facts, Means means) throws Refused {
    Errand errand = Errand.valueOf(told.order());
    Batch.About about = Batch.About.TYPE.decode(told.details().bytes());
    // One request about a batch at a time; the one before is repeated until it is answered.
    if (state.orElse(null) instanceof Batch.Asking) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Batch-M-01");
    }
    // A closed batch is compared, and nothing else.
    boolean closed = state.orElse(null) instanceof Batch.Closed;
    if (closed && errand != Errand.compare) {
      throw new Refused(ErrorCode.unspecifiedFailure, "Batch-M-02");
    }
    return ask(about, errand, 0, wish(about, errand, facts), means);
  }

  private static Wish wish(Batch.About about, Errand errand, BatchFacts facts) {
    Wish plain = Wish.totals(Optional.of(about.name().batchID()));
    Wish reckoned = facts.status().map(plain::with).orElse(plain);
    return switch (errand) {
      case compare -> reckoned;
      case close -> reckoned.doing(BatchOperation.close);
      case closeAnyway -> plain.doing(BatchOperation.close);
      case purge -> plain.doing(BatchOperation.purge);
      case restore -> plain.restoring();
      case open -> reckoned.doing(BatchOperation.open);
    };
  }

  private Step<Batch> ask(
      Batch.About about, Errand errand, int from, Wish wish, Means means) throws Refused {
    return ask(
        about, new Page(errand, from, Optional.empty(), List.of()), wish, means);
  }

  /** Where going through the gateway's items has come. */
  private record Page(
      Errand errand, int from, Optional<BatchStatus> status, List<Difference> differences) {}

  private Step<Batch> ask(Batch.About about, Page page, Wish wish, Means means)
      throws Refused {
    Counter counter = counters.of(about.brandID(), means);
    CreateBatchAdminReq.Created created =
        CreateBatchAdminReq.create(wish, counter.asMerchant(), means);
    Batch.Asked asked =
        new Batch.Asked(
            created.batchAdminRRTags(),
            page.errand(),
            page.from(),
            page.status(),
            page.differences());
    return Step.to(
        new Batch.Asking(about, asked),
        new Effect.Ask(ASK, counter.gatewayUrl(), created.wrapper()));
  }

  private Step<Batch> answered(
      Batch.Asking asking, Input.Answered answered, BatchFacts facts, Means means)
      throws Refused {
    return switch (answered.wrapper().message()) {
      case BatchAdminRes answer -> answered(asking, answered, answer, facts, means);
      case Error _ -> Step.to(new Batch.Refused(asking.about(), "gateway error"));
      default -> throw new Refused(ErrorCode.messageNotSupported, "BatchAdminRes-M-01");
    };
  }

  private Step<Batch> answered(
      Batch.Asking asking,
      Input.Answered answered,
      BatchAdminRes answer,
      BatchFacts facts,
      Means means)
      throws Refused {
    Batch.About about = asking.about();
    Batch.Asked asked = asking.asked();
    boolean paging = asked.status().isPresent();
    Wish wish =
        paging ? page(about, asked.from()) : wish(about, asked.errand(), facts);
    BatchAdminResData told =
        ProcessBatchAdminRes.process(
            answered.wrapper(),
            answer,
            new ProcessBatchAdminRes.Asked(
                asked.tags(),
                wish,
                about.brandID(),
                counters.of(about.brandID(), means).opening()),
            means);
    if (paging) return paged(asking, told, facts, means);
    BAStatus outcome = told.bAStatus().orElseThrow();
    if (outcome == BAStatus.success) {
      return Step.to(done(about, told.batchStatus().orElseThrow(), means));
    }
    if (outcome == BAStatus.totalsOutOfBalance && told.batchStatus().isPresent()) {
      Page first = new Page(asked.errand(), 0, told.batchStatus(), List.of());
      return ask(about, first, page(about, 0), means);
    }
    return Step.to(new Batch.Refused(about, outcome.name()));
  }

  private static Batch done(Batch.About about, BatchStatus status, Means means) {
    return status.closedWhen().isPresent()
        ? new Batch.Closed(about, status)
        : new Batch.Agrees(about, status, means.now());
  }

  private static Wish page(Batch.About about, int from) {
    return Wish.totals(Optional.of(about.name().batchID()))
        .with(new ReturnTransactionDetail(from, PAGE, false, Optional.empty()));
  }

  private Step<Batch> paged(
      Batch.Asking asking, BatchAdminResData told, BatchFacts facts, Means means)
      throws Refused {
    Batch.Asked asked = asking.asked();
    Batch.About about = asking.about();
    if (told.transDetails().isEmpty()) {
      return Step.to(new Batch.Refused(about, told.bAStatus().orElseThrow().name()));
    }
    TransDetails page = told.transDetails().get();
    List<Difference> found = new ArrayList<>(asked.differences());
    found.addAll(differences(asked.from(), page, facts));
    List<Difference> most = found.subList(0, Math.min(found.size(), DIFFERENCES));
    if (page.nextStartingPoint() == 0 || found.size() > DIFFERENCES) {
      return Step.to(
          new Batch.Differs(about, asked.status().orElseThrow(), most, means.now()));
    }
    return ask(
        about,
        new Page(asked.errand(), page.nextStartingPoint(), asked.status(), most),
        page(about, page.nextStartingPoint()),
        means);
  }

  /** Items of a page and ours of the same numbers, where they are not the same. */
  private static List<Difference> differences(
      int from, TransDetails page, BatchFacts facts) {
    TreeMap<Integer, Optional<Long>> theirs = new TreeMap<>();
    for (TransactionDetail item : page.transactionDetailSeq()) {
      theirs.put(item.batchSequenceNum().number(), minor(item));
    }
    int end =
        page.nextStartingPoint() == 0 ? Integer.MAX_VALUE : page.nextStartingPoint();
    TreeMap<Integer, Optional<Long>> ours = new TreeMap<>();
    for (BatchFacts.Item item : facts.items()) {
      if (item.sequence() >= from && item.sequence() < end && item.booked()) {
        ours.put(item.sequence(), Optional.of(item.minor()));
      }
    }
    List<Difference> found = new ArrayList<>();
    TreeMap<Integer, Optional<Long>> all = new TreeMap<>(ours);
    all.putAll(theirs);
    for (int sequence : all.keySet()) {
      Optional<Long> here = ours.getOrDefault(sequence, Optional.empty());
      Optional<Long> there = theirs.getOrDefault(sequence, Optional.empty());
      if (!here.equals(there)) found.add(new Difference(sequence, here, there));
    }
    return found;
  }

  /** Empty where no bank booked it. */
  private static Optional<Long> minor(TransactionDetail item) {
    if (!item.transactionStatus().equals(Optional.of(TransactionStatus.success))) {
      return Optional.empty();
    }
    long minor = item.transactionAmt().minor();
    return Optional.of(item.transactionAmtType() == AmountType.debit ? minor : -minor);
  }

  /** The order for a batch. */
  static Input.Told order(Errand errand, Batch.About about) {
    return new Input.Told(errand.name(), Der.of(Batch.About.TYPE.encode(about)));
  }
}
