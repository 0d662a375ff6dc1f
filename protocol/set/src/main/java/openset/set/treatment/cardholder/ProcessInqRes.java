package openset.set.treatment.cardholder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.FloatingPoint;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.CredStatus;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Results;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;

/**
 * What the wallet believes of InqRes, {@code spec/inquiry.md}: of a payment the gateway's receipt,
 * of all else that it is what the merchant says.
 */
public final class ProcessInqRes {
  private ProcessInqRes() {}

  /**
   * What was told.
   *
   * @param outcome by the gateway's receipt of the first authorization, where one came along
   * @param said how the merchant says that the first stands, without the receipt
   * @param more the same of each further authorization, the oldest first
   */
  public record Told(
      ProcessPRes.Outcome outcome, PResPayload said, List<PResPayload> more) {
    /** What was told, with a copy of the list. */
    public Told {
      more = List.copyOf(more);
    }
  }

  /**
   * Checks {@code answer}.
   *
   * @param purchase what the cardholder agreed to
   * @param inquiry what was asked
   */
  public static Told process(
      MessageWrapper wrapper,
      InqRes answer,
      CreatePReq.Asked purchase,
      CreateInqReq.Asked inquiry,
      Means means)
      throws Refused {
    // InqRes-C-01: as PRes-C-01 to PRes-C-03, but RRPID and challenge are those of the inquiry.
    CreatePReq.Asked asked = purchase.answeredUnder(inquiry.rrpid(), inquiry.challC2());
    // InqRes-C-05: each authorization is told by a payload of its own, and all of them are read.
    List<PResPayload> payloads = ProcessPRes.proved(wrapper, answer.pRes(), asked, means);
    List<ProcessPRes.Outcome> outcomes = new ArrayList<>();
    for (PResPayload payload : payloads) {
      // InqRes-C-02: a receipt is proved as PRes-C-04 to PRes-C-06 say.
      outcomes.add(ProcessPRes.outcome(payload, asked, means));
      // InqRes-C-03: no share is of more than the purchase.
      if (payload.results().stream().flatMap(ProcessInqRes::shares).anyMatch(s -> s.value() > 1)) {
        throw new Refused(ErrorCode.unspecifiedFailure, "InqRes-C-03");
      }
    }
    List<PResPayload> said = payloads.stream().map(ProcessInqRes::withoutReceipt).toList();
    return new Told(outcomes.getFirst(), said.getFirst(), said.subList(1, said.size()));
  }

  private static Stream<FloatingPoint> shares(Results results) {
    return Stream.of(
            results.authStatus().stream().map(AuthStatus::authRatio),
            results.capStatus().stream().map(CapStatus::capRatio),
            results.credStatusSeq().stream()
                .flatMap(all -> all.stream().map(CredStatus::creditRatio)))
        .flatMap(shares -> shares);
  }

  private static PResPayload withoutReceipt(PResPayload payload) {
    Optional<Results> results =
        payload
            .results()
            .map(
                r ->
                    new Results(
                        Optional.empty(), r.authStatus(), r.capStatus(), r.credStatusSeq()));
    return new PResPayload(payload.completionCode(), results, payload.pRsExtensions());
  }
}
