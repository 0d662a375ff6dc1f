package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.once.AnswerStore;
import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchLine;
import openset.merchant.batch.BatchRow;
import openset.merchant.batch.Batches;
import openset.merchant.batch.Errand;
import openset.set.Refused;
import openset.set.data.BrandID;

/**
 * The routes by which a merchant's own programs see to its batches. A purge is no program's
 * business (L16): the office has it, for owners.
 */
public final class BatchApi {
  private static final int PAGE = 100;
  private static final int LISTED = 100;

  private final Batches batches;

  private BatchApi(Batches batches) {
    this.batches = batches;
  }

  /**
   * The routes.
   *
   * @param once where answers to writes are kept, so that each is done once
   */
  public static List<Mount> routes(Batches batches, ApiRights rights, AnswerStore once) {
    BatchApi api = new BatchApi(batches);
    return List.of(
        JsonRoute.get("/v1/batches", api::list).only(rights.see()),
        JsonRoute.post("/v1/batches", BatchJson.NewBatch.class, api::open)
            .answering(201)
            .only(rights.act())
            .once(once),
        JsonRoute.get("/v1/batches/{batch}", api::get).only(rights.see()),
        JsonRoute.get("/v1/batches/{batch}/items", api::items).only(rights.see()),
        JsonRoute.post("/v1/batches/{batch}/compare", Call.None.class, api::compare)
            .only(rights.act())
            .once(once),
        JsonRoute.post("/v1/batches/{batch}/close", BatchJson.BatchClosing.class, api::close)
            .only(rights.act())
            .once(once));
  }

  private BatchJson.Batches list(Call<Call.None> call) {
    return new BatchJson.Batches(batches.list(LISTED).stream().map(this::shown).toList());
  }

  private BatchJson.Batch shown(BatchRow row) {
    return BatchJson.Batch.of(row, batches.differences(row.name()));
  }

  private BatchRow row(Call<?> call) throws HttpRefused {
    return batches.row(call.part("batch")).orElseThrow(HttpRefused::notFound);
  }

  private BatchJson.Batch get(Call<Call.None> call) throws HttpRefused {
    return shown(row(call));
  }

  private BatchJson.BatchItems items(Call<Call.None> call) throws HttpRefused {
    BatchRow row = row(call);
    String from = call.parameter("from").orElse("1");
    if (!from.matches("[1-9][0-9]{0,8}")) {
      throw new HttpRefused(400, "batch.from", "It is what the page before said.");
    }
    List<BatchLine> lines =
        batches.lines(row.name(), Integer.parseInt(from), PAGE + 1);
    Optional<Integer> next =
        lines.size() <= PAGE ? Optional.empty() : Optional.of(lines.get(PAGE).sequence());
    return new BatchJson.BatchItems(
        lines.stream().limit(PAGE).map(BatchJson.BatchItem::of).toList(), next);
  }

  private BatchJson.Batch open(Call<BatchJson.NewBatch> call) throws HttpRefused {
    try {
      Batch opened = batches.open(new BrandID(call.body().brand()));
      return switch (opened) {
        case Batch.Refused(var _, String reason) ->
            throw new HttpRefused(409, "batch." + reason, "The gateway did not open it.");
        case Batch.Asking _ ->
            throw new HttpRefused(503, "batch.open", "The gateway does not answer. Look later.");
        case Batch.Agrees _, Batch.Differs _, Batch.Closed _ ->
            shown(batches.row(opened.about().name().word()).orElseThrow());
      };
    } catch (Refused | IllegalArgumentException e) {
      throw new HttpRefused(422, "batch.brand", "This brand is not taken here.");
    }
  }

  private BatchJson.Batch compare(Call<Call.None> call) throws HttpRefused {
    return does(call, Errand.compare);
  }

  private BatchJson.Batch close(Call<BatchJson.BatchClosing> call) throws HttpRefused {
    return does(call, call.body().anyway() ? Errand.closeAnyway : Errand.close);
  }

  private BatchJson.Batch does(Call<?> call, Errand errand) throws HttpRefused {
    BatchRow row = row(call);
    try {
      batches.does(row.name().word(), errand);
      return shown(batches.row(row.name().word()).orElseThrow());
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "It is closed, or being asked about.");
    }
  }
}
