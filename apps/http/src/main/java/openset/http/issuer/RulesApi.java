package openset.http.issuer;

import java.time.format.DateTimeParseException;
import java.util.List;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;
import openset.issuer.Issuer;
import openset.issuer.decision.Rule;
import openset.issuer.desk.RuleDesk;

/** Rules of spending: drafted, tried on the past, promoted. */
final class RulesApi {
  private static final String AT = "rules.version";

  private final RuleDesk rules;

  private RulesApi(RuleDesk rules) {
    this.rules = rules;
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff, AnswerStore once) {
    RulesApi api = new RulesApi(issuer.rules());
    return List.of(
        JsonRoute.get("/api/rules", api::versions).only(staff),
        JsonRoute.post("/api/rules", RulesJson.Draft.class, api::draft)
            .answering(201)
            .only(staff)
            .once(once),
        JsonRoute.get("/api/rules/{version}", api::rules).only(staff),
        JsonRoute.post("/api/rules/{version}/test", RulesJson.Period.class, api::test)
            .only(staff),
        JsonRoute.post("/api/rules/{version}/promote", Call.None.class, api::promote)
            .only(staff),
        JsonRoute.post(
                "/api/acquirers/{acquirer}/country", RulesJson.Country.class, api::country)
            .only(staff));
  }

  private RulesJson.Versions versions(Call<Call.None> call) {
    return RulesJson.Versions.of(rules.versions());
  }

  private RulesJson.Drafted draft(Call<RulesJson.Draft> call) throws HttpRefused {
    try {
      List<Rule> drafted = call.body().rules().stream().map(RulesJson.Rule::toRule).toList();
      return new RulesJson.Drafted(rules.draft(drafted, call.body().note(), Staff.name(call)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new HttpRefused(422, "rules.draft", "No such rule: " + e.getMessage());
    }
  }

  private RulesJson.Words rules(Call<Call.None> call) throws HttpRefused {
    return RulesJson.Words.of(rules.rules(version(call)).orElseThrow(HttpRefused::notFound));
  }

  private RulesJson.Report test(Call<RulesJson.Period> call) throws HttpRefused {
    try {
      RulesJson.Period period = call.body();
      return RulesJson.Report.of(
          rules
              .backTest(version(call), period.begin(), period.end())
              .orElseThrow(HttpRefused::notFound));
    } catch (DateTimeParseException e) {
      throw new HttpRefused(422, "rules.period", "A period is two times in UTC.");
    }
  }

  private RulesJson.Versions promote(Call<Call.None> call) throws HttpRefused {
    return switch (rules.promote(version(call), Staff.name(call))) {
      case PROMOTED -> versions(call);
      case UNKNOWN -> throw HttpRefused.notFound();
      case NOT_TESTED ->
          throw new HttpRefused(409, AT, "This version was never tried on the past.");
    };
  }

  private RulesJson.Country country(Call<RulesJson.Country> call) throws HttpRefused {
    try {
      rules.place(call.part("acquirer"), call.body().country());
      return call.body();
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "rules.country", "A country is two letters, ISO 3166.");
    }
  }

  private static int version(Call<?> call) throws HttpRefused {
    String text = call.part("version");
    if (!text.matches("[0-9]{1,9}")) throw HttpRefused.notFound();
    return Integer.parseInt(text);
  }
}
