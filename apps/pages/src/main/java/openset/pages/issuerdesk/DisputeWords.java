package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.issuer.dispute.DisputeNote;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.EvidenceVerdict.Finding;
import openset.issuer.dispute.EvidenceVerdict.Proposal;
import openset.issuer.dispute.Outcome;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Filter;

/** The words of disputes. */
public final class DisputeWords {
  public static final Words STORY = new Words("What the holder says", "持卡人陈述");
  public static final Words NO_STORY = new Words("Nothing more.", "无其他说明。");
  public static final Words EVIDENCE = new Words("Evidence", "证据");
  public static final Words NO_EVIDENCE =
      new Words("None is attached yet.", "尚未附加证据。");
  public static final Words FILE = new Words("Evidence bundle", "证据文件");
  public static final Words ATTACH =
      new Words("Attach it, and see what it proves", "附加并查看证明内容");
  public static final Words PROPOSED = new Words("It speaks", "证据倾向");
  public static final Words PROVED = new Words("Proved", "已证明");
  public static final Words NOT_PROVED = new Words("Not proved", "未证明");
  public static final Words STEPS = new Words("How it came here", "处理过程");
  public static final Words DECIDE = new Words("Decide", "处理");
  public static final Words NOTHING_TO_DO =
      new Words("Nothing is to be decided here now.", "目前无需处理。");
  public static final Words SUSPENSE =
      new Words("Credited to the holder for now", "暂付持卡人");
  public static final Words ASK = new Words("Note that evidence was asked for", "记录已要求提供证据");
  public static final Words CHARGE_BACK = new Words("Charge back", "发起退单");
  public static final Words GIVE_IN = new Words("Give in to the merchant", "接受商户答复");
  public static final Words ARBITRATE = new Words("Have the scheme rule", "提交仲裁");
  public static final Words CLOSE = new Words("Close it", "结案");
  public static final Words OUTCOME = new Words("Who bears it", "承担方");
  public static final Words PROPOSAL = new Words("as the evidence proposes", "与证据一致");
  public static final Words TOO_LATE = new Words("The time for this is over.", "已超过处理期限。");

  /** The states of disputes that are not closed, by name. */
  static final List<String> OPEN =
      Stream.of(DisputeState.values())
          .filter(state -> state != DisputeState.CLOSED)
          .map(DisputeState::name)
          .toList();

  private DisputeWords() {}

  /** A state, or the outcome of a closed one, by name. */
  static Cell.State state(String name) {
    Optional<Outcome> outcome =
        Stream.of(Outcome.values()).filter(each -> each.name().equals(name)).findFirst();
    if (outcome.isPresent()) return new Cell.State("good", of(outcome.get()));
    DisputeState state = DisputeState.valueOf(name);
    boolean ours =
        state.isBeforeChargeback()
            || state == DisputeState.REPRESENTED
            || state == DisputeState.REFUSED;
    return new Cell.State(ours ? "warn" : "info", of(state));
  }

  static List<Filter.Option> states() {
    return Stream.concat(
            OPEN.stream(), Stream.of(Outcome.values()).map(Outcome::name))
        .map(name -> new Filter.Option(name, state(name).words()))
        .toList();
  }

  static Words of(DisputeState state) {
    return switch (state) {
      case OPENED -> new Words("Opened", "已受理");
      case EVIDENCE_ASKED -> new Words("Evidence asked for", "已要求证据");
      case CHARGED_BACK -> new Words("Charged back", "已退单");
      case REFUSED -> new Words("Chargeback refused", "退单被拒");
      case REPRESENTED -> new Words("Represented", "商户已答复");
      case ACCEPTED -> new Words("Accepted", "已接受");
      case ARBITRATION -> new Words("In arbitration", "仲裁中");
      case CLOSED -> new Words("Closed", "已结案");
    };
  }

  static Words of(Outcome outcome) {
    return switch (outcome) {
      case HOLDER -> new Words("Closed: the acquirer bears it", "已结案：收单方承担");
      case MERCHANT -> new Words("Closed: the purchase stands", "已结案：交易有效");
      case WITHDRAWN -> new Words("Closed: withdrawn", "已结案：持卡人撤回");
      case CREDITED -> new Words("Closed: credited by the merchant", "已结案：商户已退款");
      case BANK -> new Words("Closed: the bank bears it", "已结案：本行承担");
    };
  }

  /** A reason, by its code. */
  static Words reason(String code) {
    return DisputeReason.of(code).map(DisputeWords::of).orElseGet(() -> Words.same(code));
  }

  static Words of(DisputeReason reason) {
    return switch (reason) {
      case NOT_RECEIVED -> new Words("Nothing came", "未收到商品");
      case NOT_AS_DESCRIBED -> new Words("Not as described", "与描述不符");
      case NOT_AUTHORIZED -> new Words("Not bought by the holder", "非本人交易");
      case WRONG_AMOUNT -> new Words("Wrong amount", "金额有误");
      case CHARGED_TWICE -> new Words("Charged twice", "重复扣款");
      case NOT_CREDITED -> new Words("Not credited", "未退款");
    };
  }

  static Words of(Finding finding) {
    return new Words(finding.en(), finding.zh());
  }

  /** What a step notes; as it stands where the desk did not write it by itself. */
  static Words note(String note) {
    Optional<DisputeNote> read = DisputeNote.read(note);
    if (read.isEmpty()) return Words.same(note);
    String more = read.get().more(note);
    return switch (read.get()) {
      case EVIDENCE -> {
        Words favour = of(Proposal.valueOf(more)).words();
        yield new Words(
            "Evidence attached, it speaks " + favour.en(), "已附加证据，倾向：" + favour.zh());
      }
      case NOBODY_SIGNED ->
          new Words(
              "Nobody signed this purchase, which speaks for the holder",
              "此交易无人签名，倾向持卡人");
      case REFUSED ->
          new Words("The chargeback was refused: " + more, "退单被拒，应答码 " + more);
      case ACQUIRER_PAYS -> new Words("The acquirer pays", "收单方付款");
      case CREDITED -> new Words("The merchant gave the money back", "商户已退款");
      case RULED -> new Words("Ruled for the merchant", "裁定支持商户");
      case TIME_OVER -> new Words("The time was over", "期限已过");
    };
  }

  /** Who did a step: one of the others, or whoever is signed in here by that name. */
  static Words by(String name) {
    return switch (name) {
      case "holder" -> new Words("holder", "持卡人");
      case "acquirer" -> new Words("acquirer", "收单方");
      case "clearing" -> new Words("clearing house", "清算所");
      case "calendar" -> new Words("calendar", "日历");
      default -> Words.same(name);
    };
  }

  static Cell.State of(Proposal proposal) {
    return switch (proposal) {
      case HOLDER -> new Cell.State("warn", new Words("for the holder", "支持持卡人"));
      case MERCHANT -> new Cell.State("good", new Words("for the merchant", "支持商户"));
      case UNDECIDED -> new Cell.State("info", new Words("for nobody", "无法判断"));
    };
  }
}
