package openset.evidence.proposal;

import java.util.List;
import java.util.Optional;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Words;
import openset.set.data.CurrencyAmount;

/** The table of EVID-50; the first row that matches is what is proposed. */
enum Row {
  /** The agreement is contested and wrong or missing: the merchant has nothing to show. */
  NOBODY_AGREED(
      Contest.NOT_AGREED,
      Outcome.REFUND,
      List.of(Kind.AGREEMENT),
      new Words(
          "Nothing proves that the cardholder agreed. The money goes back.",
          "没有证据证明持卡人同意，应退款。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return !verdict.proves(Kind.AGREEMENT);
    }
  },
  WRONG(
      null,
      Outcome.NO_SUPPORT,
      List.of(),
      new Words(
          "Something in the bundle is wrong or not proved, so it supports neither side.",
          "证据文件有误或未获证明，不能支持任何一方。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return !verdict.holds();
    }
  },
  TOO_MUCH_TAKEN(
      Contest.OTHER_AMOUNT,
      Outcome.REFUND,
      List.of(Kind.ORDER, Kind.CAPTURE),
      new Words(
          "More was captured than the cardholder agreed to. The difference goes back.",
          "扣款超过持卡人同意的金额，差额应退还。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      Optional<Facts.Money> money = verdict.facts().map(Facts::money);
      Optional<CurrencyAmount> agreed = money.flatMap(Facts.Money::agreed);
      Optional<CurrencyAmount> captured = money.flatMap(Facts.Money::captured);
      return agreed.isPresent() && captured.isPresent() && captured.get().exceeds(agreed.get());
    }
  },
  AGREED(
      Contest.NOT_AGREED,
      Outcome.REPRESENTMENT_STANDS,
      List.of(Kind.AGREEMENT, Kind.ORDER, Kind.TIME, Kind.AUTHORIZATION, Kind.RECEIPT),
      new Words(
          "The holder of the card certificate agreed to this order and amount, and the certificate"
              + " was in force. The representment stands.",
          "持卡证书的持有人同意了该订单和金额，证书当时有效，再请款成立。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.ORDER);
    }
  },
  AMOUNT_AGREED(
      Contest.OTHER_AMOUNT,
      Outcome.REPRESENTMENT_STANDS,
      List.of(Kind.ORDER, Kind.AGREEMENT, Kind.CAPTURE),
      new Words(
          "The cardholder signed this amount, and no more was captured. The representment stands.",
          "持卡人签署了该金额，扣款未超出，再请款成立。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.AGREEMENT) && verdict.proves(Kind.ORDER);
    }
  },
  ORDER_AGREED(
      Contest.OTHER_ORDER,
      Outcome.PERSON_DECIDES,
      List.of(Kind.ORDER, Kind.LINE, Kind.AGREEMENT, Kind.OFFER_CONTENT),
      new Words(
          "What was ordered is proved, line by line. Whether that is what came, somebody must look"
              + " at.",
          "订购内容已逐行证明，但收到的货物是否相符须由人判断。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.ORDER);
    }
  },
  NOTHING_SENT(
      Contest.NOT_RECEIVED,
      Outcome.REFUND,
      List.of(Kind.SHIPMENT, Kind.CAPTURE),
      new Words(
          "Not even the merchant says that goods were sent. The money goes back.",
          "连商户也没有声明已发货，应退款。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return !verdict.proves(Kind.SHIPMENT);
    }
  },
  SENT(
      Contest.NOT_RECEIVED,
      Outcome.PERSON_DECIDES,
      List.of(Kind.SHIPMENT, Kind.AGREEMENT, Kind.ORDER, Kind.DELIVERY),
      new Words(
          "The cardholder agreed and the merchant states that it sent the goods; that they came is"
              + " for the carrier to say.",
          "持卡人已同意，商户声明已发货；是否送达须由承运人证实。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.AGREEMENT);
    }
  },
  GIVEN_BACK(
      Contest.CALLED_OFF,
      Outcome.REFUND,
      List.of(Kind.REVERSAL, Kind.CAPTURE),
      new Words(
          "The gateway gave the authorization back. What was taken after all goes back.",
          "网关已撤销授权，此后的扣款应退还。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.REVERSAL);
    }
  },
  REFUNDED(
      Contest.NOT_REFUNDED,
      Outcome.REPRESENTMENT_STANDS,
      List.of(Kind.CREDIT, Kind.CAPTURE),
      new Words(
          "The gateway booked a credit for the cardholder. The representment stands for that much.",
          "网关已为持卡人登记退款，在该金额内再请款成立。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return verdict.proves(Kind.CREDIT);
    }
  },
  OPEN(
      null,
      Outcome.PERSON_DECIDES,
      List.of(Kind.AGREEMENT, Kind.ORDER, Kind.CAPTURE, Kind.SHIPMENT),
      new Words("The bundle does not decide this.", "证据文件不能决定此事。")) {
    @Override
    boolean matches(EvidenceVerdict verdict) {
      return true;
    }
  };

  private final Contest contest;
  private final Outcome outcome;
  private final List<Kind> rests;
  private final Words words;

  Row(Contest contest, Outcome outcome, List<Kind> rests, Words words) {
    this.contest = contest;
    this.outcome = outcome;
    this.rests = rests;
    this.words = words;
  }

  /** Whether it is about that contest; some are about any. */
  boolean isOf(Contest other) {
    return contest == null || contest == other;
  }

  abstract boolean matches(EvidenceVerdict verdict);

  Outcome outcome() {
    return outcome;
  }

  Words words() {
    return words;
  }

  boolean rests(Kind kind) {
    return rests.contains(kind);
  }
}
