package openset.http.clearing;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.issuer.exchange.HouseRates;
import openset.ledger.ExchangeRate;

/** The clearing house's rates of exchange over HTTP, as a bank reaches them with its key. */
public final class RatesClient implements HouseRates {
  private final JsonClient client;
  private final URI house;

  /**
   * A client.
   *
   * @param client with the bank's key
   * @param house where the clearing house serves its API
   */
  public RatesClient(JsonClient client, URI house) {
    this.client = client;
    this.house = house;
  }

  @Override
  public List<Given> rates() throws IOException {
    try {
      List<Given> given = new ArrayList<>();
      RatesApi.RatesOfExchange said =
          client.get(house.resolve("/api/bank/rates"), RatesApi.RatesOfExchange.class);
      for (RatesApi.RateOfExchange each : said.rates()) given.add(given(each));
      return given;
    } catch (HttpFailure failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private static Given given(RatesApi.RateOfExchange said) throws IOException {
    try {
      return new Given(
          new ExchangeRate(said.from(), said.to(), new BigDecimal(said.rate())),
          Instant.parse(said.since()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("the clearing house gives a rate that is none", e);
    }
  }
}
