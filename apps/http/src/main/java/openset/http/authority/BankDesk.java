package openset.http.authority;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.authority.bank.BankAnswer;
import openset.authority.bank.BankRequest;
import openset.authority.bank.FieldAnswer;
import openset.authority.bank.IssuerForm;
import openset.http.acquirer.AcquirerApi;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.issuer.RegistrationJson;
import openset.set.data.card.CardExpiry;

/** One bank's registration API, in the authority's words. */
record BankDesk(URI url, JsonClient client) implements AutoCloseable {
  private static final int SAID_NO = 422;
  private static final int REASON_LONGEST = 100;

  BankAnswer ask(BankRequest request) throws HttpFailure {
    try {
      return switch (request) {
        case BankRequest.Form form -> form(form);
        case BankRequest.Verify verify -> verify(verify);
        case BankRequest.Inquire(String id) ->
            verdict(
                id,
                post(
                    "/registration/inquire",
                    new RegistrationJson.Inquiry(id),
                    RegistrationJson.Outcome.class));
        case BankRequest.Merchant merchant -> merchant(merchant);
        case BankRequest.Gateway gateway -> gateway(gateway);
      };
    } catch (HttpFailure e) {
      Optional<BankAnswer> no =
          e.problem()
              .filter(problem -> problem.status() == SAID_NO)
              .map(problem -> no(problem.rule()));
      if (no.isPresent()) return no.get();
      throw e;
    }
  }

  private BankAnswer form(BankRequest.Form asked) throws HttpFailure {
    RegistrationJson.Form form =
        post(
            "/registration/form",
            new RegistrationJson.FormRequest(asked.bin().digits(), asked.language().tag()),
            RegistrationJson.Form.class);
    List<IssuerForm.Question> questions = form.fields().stream().map(BankDesk::question).toList();
    return new BankAnswer.Form(new IssuerForm(form.formId(), form.policy(), questions));
  }

  private static IssuerForm.Question question(RegistrationJson.Field field) {
    return new IssuerForm.Question(
        field.key(),
        field.label(),
        field.description(),
        field.longest(),
        field.required(),
        field.hidden());
  }

  private BankAnswer verify(BankRequest.Verify asked) throws HttpFailure {
    Map<String, String> answers = new HashMap<>();
    for (FieldAnswer answer : asked.answers()) answers.put(answer.key(), answer.value());
    return verdict(
        asked.id(),
        post(
            "/registration/verify",
            new RegistrationJson.Verification(
                asked.id(),
                asked.formId(),
                asked.pan().digits(),
                asked.cardExpiry().digits(),
                answers),
            RegistrationJson.Outcome.class));
  }

  private static BankAnswer verdict(String id, RegistrationJson.Outcome outcome) {
    return switch (outcome.verdict()) {
      case "accepted" ->
          new BankAnswer.Accepted(
              said(outcome.holderName()),
              CardExpiry.of(said(outcome.cardExpiry())),
              said(outcome.country()));
      case "pending" -> new BankAnswer.Pending(id);
      case "rejected", "locked" -> no(outcome.verdict());
      default -> throw new IllegalArgumentException("no verdict");
    };
  }

  private static String said(Optional<String> part) {
    return part.orElseThrow(() -> new IllegalArgumentException("half a verdict"));
  }

  private BankAnswer merchant(BankRequest.Merchant asked) throws HttpFailure {
    return confirmed(
        post(
            "/registration/merchant",
            new AcquirerApi.Claim(
                asked.bin().digits(),
                asked.merchantId(),
                asked.name(),
                asked.category(),
                asked.origin()),
            AcquirerApi.Confirmed.class));
  }

  private BankAnswer gateway(BankRequest.Gateway asked) throws HttpFailure {
    return confirmed(
        post(
            "/registration/gateway",
            new AcquirerApi.Gateway(asked.bin().digits(), asked.gateway()),
            AcquirerApi.Confirmed.class));
  }

  private static BankAnswer confirmed(AcquirerApi.Confirmed said) {
    return said.confirmed()
        ? new BankAnswer.Confirmed(true)
        : no(said.reason().orElse("not confirmed"));
  }

  private static BankAnswer no(String reason) {
    return new BankAnswer.NotConfirmed(
        reason.substring(0, Math.min(reason.length(), REASON_LONGEST)));
  }

  private <O> O post(String path, Object body, Class<O> answer) throws HttpFailure {
    return client.post(url.resolve(path), body, answer);
  }

  @Override
  public void close() {
    client.close();
  }
}
