package openset.pages.account;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.customer.Joined;
import openset.issuer.customer.Secret;
import openset.issuer.opening.OpeningPolicy;
import openset.issuer.opening.Reason;
import openset.pages.Words;

/** Opening an account, a step a page; what was typed goes along in the form and is kept nowhere. */
final class OpeningPages {
  private static final String OPEN = "/account/open";
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final Issuer issuer;
  private final AccountPages pages;

  OpeningPages(Issuer issuer, AccountPages pages) {
    this.issuer = issuer;
    this.pages = pages;
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  Page begin(Visit visit) {
    String here = pages.bank().country();
    Map<Field, String> usual =
        Map.of(Field.country, here, Field.issued, here, Field.kind, "passport");
    Page page = shown(visit, 200, new OpeningForm(newId(), 1, usual, Map.of()));
    return AccountPages.keepingLanguage(visit, page);
  }

  private Page shown(Visit visit, int status, OpeningForm form) {
    View view = pages.view(visit, OPEN, AccountWords.OPEN);
    OpeningPolicy policy = issuer.opening().policy();
    return AccountPages.shown(
        status, out -> JteopenGenerated.render(out, null, view, form, policy));
  }

  /** Takes a step: forward where it is right, or one back. */
  Page step(Visit visit) {
    String id = visit.field("id");
    if (!ID.matcher(id).matches()) id = newId();
    int step = visit.field("step").matches("[1-4]") ? Integer.parseInt(visit.field("step")) : 1;
    OpeningForm form = OpeningForm.sent(visit, id, step);
    if (visit.field("to").equals("back")) return shown(visit, 200, form.at(Math.max(1, step - 1)));
    OpeningPolicy policy = issuer.opening().policy();
    List<Reason> reasons = issuer.opening().reasons(form.application(policy));
    Map<Field, Words> faults = form.faults(reasons, policy);
    if (!faults.isEmpty()) return wrong(visit, form, faults);
    return step < OpeningForm.LAST ? shown(visit, 200, form.at(step + 1)) : join(visit, form);
  }

  private Page wrong(Visit visit, OpeningForm form, Map<Field, Words> faults) {
    return shown(
        visit, 422, form.with(faults).at(OpeningForm.firstStep(faults, form.step())));
  }

  private Page join(Visit visit, OpeningForm form) {
    OpeningPolicy policy = issuer.opening().policy();
    return switch (issuer.customers().join(form.application(policy), form.secret())) {
      case Joined.Welcome welcome ->
          pages.welcomed(
              visit,
              AccountPages.cardAddress(pages.view(visit, OPEN, AccountWords.OPEN)),
              welcome.token());
      // What was refused stays refused under its name; the next try gets another.
      case Joined.Refused refused ->
          wrong(visit, form.named(newId()), form.faults(refused.reasons(), policy));
      case Joined.Unusable(Secret.Fault fault) -> wrong(visit, form, fault(fault));
    };
  }

  private static Map<Field, Words> fault(Secret.Fault fault) {
    Field field = fault == Secret.Fault.PASSWORD_WEAK ? Field.password : Field.customer;
    Map<Field, Words> faults = new EnumMap<>(Field.class);
    faults.put(field, ReasonWords.of(fault));
    return faults;
  }
}
