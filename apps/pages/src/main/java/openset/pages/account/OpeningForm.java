package openset.pages.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import openset.http.page.Visit;
import openset.issuer.customer.Secret;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.opening.Reason;
import openset.ledger.Money;
import openset.pages.Words;

/**
 * An application as far as it is filled in.
 *
 * @param id names it, so that sending it twice opens one account
 * @param step which is shown, from 1
 * @param values what was typed
 * @param wrong what is wrong with it
 */
public record OpeningForm(
    String id, int step, Map<Field, String> values, Map<Field, Words> wrong) {
  static final int LAST = 4;
  private static final long[] LIMITS = {50_000, 100_000, 250_000, 500_000, 1_000_000};

  /** Copies both maps. */
  public OpeningForm {
    values = Map.copyOf(values);
    wrong = Map.copyOf(wrong);
  }

  /** What a form sent. */
  static OpeningForm sent(Visit visit, String id, int step) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) values.put(field, visit.field(field.name()));
    return new OpeningForm(id, step, values, Map.of());
  }

  /** What is typed in a field. */
  public String value(Field field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with a field; null where nothing is. */
  public Words wrong(Field field) {
    return wrong.get(field);
  }

  /** Whether nothing is wrong. */
  public boolean isRight() {
    return wrong.isEmpty();
  }

  /** The fields of the step that is shown. */
  public List<Field> asked() {
    return Stream.of(Field.values()).filter(field -> field.step() == step).toList();
  }

  /** The fields of the other steps, which go along unseen; never the password. */
  public List<Field> carried() {
    return Stream.of(Field.values())
        .filter(field -> field.step() != step && field != Field.password)
        .toList();
  }

  /** The limits to choose from. */
  public static List<Money> limits(OpeningPolicy policy) {
    int currency = policy.highestLimit().currency();
    return LongStream.of(LIMITS)
        .mapToObj(minor -> new Money(currency, minor))
        .filter(limit -> limit.compareTo(policy.leastLimit()) >= 0)
        .filter(limit -> limit.compareTo(policy.highestLimit()) <= 0)
        .toList();
  }

  OpeningForm at(int other) {
    return new OpeningForm(id, other, values, wrong);
  }

  OpeningForm named(String other) {
    return new OpeningForm(other, step, values, wrong);
  }

  OpeningForm with(Map<Field, Words> faults) {
    return new OpeningForm(id, step, values, faults);
  }

  /** What the issuer's reasons say of the steps so far, by field. */
  Map<Field, Words> faults(List<Reason> reasons, OpeningPolicy policy) {
    Map<Field, Words> faults = new EnumMap<>(Field.class);
    for (Reason reason : reasons) {
      Field.stated(reason.field())
          .filter(field -> field.step() <= step)
          .ifPresent(field -> faults.putIfAbsent(field, ReasonWords.of(reason, policy)));
    }
    return faults;
  }

  /** The first step that has a fault, or the one that is shown. */
  static int firstStep(Map<Field, Words> faults, int shown) {
    List<Integer> steps = new ArrayList<>(List.of(shown));
    faults.keySet().forEach(field -> steps.add(field.step()));
    return steps.stream().mapToInt(Integer::intValue).min().orElse(shown);
  }

  Secret secret() {
    return new Secret(value(Field.customer), value(Field.password));
  }

  Application application(OpeningPolicy policy) {
    return new Application(
        new ApplicationId("page." + id),
        value(Field.name),
        value(Field.birth),
        new Application.StatedAddress(
            value(Field.street), value(Field.city), value(Field.postcode), value(Field.country)),
        new Application.StatedDocument(
            value(Field.kind), value(Field.number), value(Field.issued), value(Field.expiry)),
        new Money(policy.highestLimit().currency(), limit()));
  }

  private long limit() {
    String typed = value(Field.limit);
    return typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : 0;
  }

  /** Without what a person typed. */
  @Override
  public String toString() {
    return "OpeningForm[" + id + ", step " + step + "]";
  }
}
